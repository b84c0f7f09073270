"""The base page of the site: English in Wagtail's own columns, French in columns beside them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage, GroupApprovalTask, Revision
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index

from education.bilingual import gate, languages, parity, paths, serving
from education.bilingual.gate import Obstacle
from education.bilingual.parity import Pair
from education.bilingual.permissions import BilingualPagePermissions
from education.bilingual.reserved import is_reserved


class BilingualPage(AbstractPage):
    """A page that goes live in English and French in one act, or not at all."""

    title_fr = models.CharField(_("title (French)"), max_length=255, blank=True)
    draft_title_fr = models.CharField(max_length=255, blank=True, editable=False)
    slug_fr = models.SlugField(_("slug (French)"), max_length=255, blank=True)
    url_path_fr = models.TextField(blank=True, editable=False)
    seo_title = models.CharField(_("title tag (English)"), max_length=255, blank=True)
    seo_title_fr = models.CharField(_("title tag (French)"), max_length=255, blank=True)
    search_description = models.TextField(_("summary (English)"), blank=True)
    search_description_fr = models.TextField(_("summary (French)"), blank=True)
    translated_from = models.JSONField(default=dict, blank=True, editable=False)

    search_fields = AbstractPage.search_fields + [
        index.SearchField("title_fr", boost=2),
        index.AutocompleteField("title_fr"),
        index.FilterField("title_fr"),
    ]
    default_exclude_fields_in_copy = [*AbstractPage.default_exclude_fields_in_copy, "url_path_fr"]
    private_page_options: ClassVar[list[str]] = []  # the shared cache would ignore a restriction
    preview_modes = [("en", _("English")), ("fr", _("French"))]
    page_kind = "guidance"
    is_discreet = False
    is_previewed = False  # a draft that is shown to an editor: nothing of it may be kept

    class Meta(AbstractPageMeta):
        indexes = [
            models.Index(fields=["url_path"], name="bilingual_url_path"),
            models.Index(fields=["url_path_fr"], name="bilingual_url_path_fr"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["url_path_fr"], name="one_page_per_french_address"),
        ]

    # --- what is paired

    @classmethod
    def pairs(cls) -> list[Pair]:
        """Return the pairs of fields that must be whole in both languages before the page goes live."""
        return [
            Pair("title", "title_fr", _("title"), required=True),
            Pair("slug", "slug_fr", _("slug"), required=True),
            Pair("seo_title", "seo_title_fr", _("title tag")),
            Pair("search_description", "search_description_fr", _("summary")),
        ]

    @classmethod
    def shared_streams(cls) -> list[str]:
        """Return the names of the streams that hold both languages side by side."""
        return []

    def own_obstacles(self, *, by_hand: bool) -> Iterable[Obstacle]:
        """Return what keeps a page of this kind from going live, beside a missing language.

        `by_hand` when an editor publishes it and can mend it: also what is not broken but could be better.
        """
        return ()

    def in_language(self, name: str, language: str | None = None) -> Any:
        """Return a paired field in one language, by default the active one; never the other's."""
        language = language or languages.active()
        pair = next(pair for pair in self.pairs() if pair.en in (name, f"{name}_en"))
        return getattr(self, pair.fr if language == "fr" else pair.en)

    @property
    def heading(self) -> str:
        return self.in_language("title")

    @property
    def tab_title(self) -> str:
        """Return the title of the tab and of the browser's history: a calmer one where an editor gave it."""
        return self.in_language("seo_title") or self.heading

    @property
    def summary(self) -> str:
        return self.in_language("search_description")

    def get_admin_display_title(self) -> str:
        """Return the draft title in the editor's language, where there is one."""
        french = self.draft_title_fr or self.title_fr
        if languages.active() == "fr" and french:
            return french
        return super().get_admin_display_title()

    # --- addresses

    def set_url_path(self, parent: "BilingualPage | None") -> str:
        super().set_url_path(parent)
        self.url_path_fr = paths.french_path(self, parent)
        return self.url_path

    @staticmethod
    def _slug_is_available(slug: str, parent_page: "BilingualPage", page: Any = None) -> bool:
        """Also refuse a place (a move, say) where the page's French slug is taken."""
        if not AbstractPage._slug_is_available(slug, parent_page, page):
            return False
        if parent_page is None:
            return True
        if parent_page.depth == paths.SITE_ROOT_DEPTH and is_reserved(slug):
            return False
        return page is None or paths.french_slug_is_free(page, parent_page)

    def _set_core_field_defaults(self) -> None:
        if self._state.adding:
            paths.free_french_slug(self)  # else no English slug would ever count as available
        super()._set_core_field_defaults()
        paths.fill_french_slug(self)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Return the address in the active language; use `url_in` for anything that is stored."""
        return paths.url_parts(self, languages.active(), request)

    def url_in(self, language: str) -> str:
        """Return the path of this page in a language; raise ValueError when it has none."""
        parts = paths.url_parts(self, language, None)
        if parts is None:
            raise ValueError(f"Page {self.pk} stands under no site.")
        return parts[2]

    def permissions_for_user(self, user: Any) -> BilingualPagePermissions:
        return BilingualPagePermissions(user, self)

    # --- saving

    @transaction.atomic
    def save(self, clean: bool = True, **kwargs: Any) -> Any:
        """Save; refuse a live page that is not whole in both languages (ValidationError)."""
        if self.alias_of_id:
            raise ValidationError(_("A page has no alias: copy it, or link to it."))
        if clean and self.live:
            self._set_core_field_defaults()
            gate.require_readiness(self)
        names = kwargs.get("update_fields")
        moves = names is None or {"slug", "slug_fr", "url_path"} & set(names)
        if not moves:
            return super().save(clean=clean, **kwargs)
        if names is not None:
            kwargs["update_fields"] = [*names, "url_path", "url_path_fr"]
        if self._state.adding:
            paths.free_french_slug(self)
        with paths.rebuilding(self):
            return super().save(clean=clean, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a draft; note which English each French text was made from."""
        before = self.latest_revision.as_object() if self.latest_revision else None
        self.translated_from = parity.marks_after_edit(self, before)
        paths.free_french_slug(self)
        revision = super().save_revision(*args, **kwargs)
        self.draft_title_fr = self.title_fr
        type(self).objects.filter(pk=self.pk).update(
            draft_title_fr=self.title_fr, translated_from=self.translated_from
        )
        return revision

    def with_content_json(self, content: dict[str, Any]) -> "BilingualPage":
        page = super().with_content_json(content)
        page.draft_title_fr = self.draft_title_fr
        return page

    # --- showing

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | serving.context_of(self)

    def serve_rest(self, request: HttpRequest, rest: str) -> HttpResponse:
        """Serve an address below the page's own; only modules and lessons have any. Raise Http404."""
        return serving.nothing_below(self, rest)

    def serve_mode(self, request: HttpRequest, mode: str) -> HttpResponse:
        """Serve what a preview mode shows; `mode` is what follows its language."""
        return self.serve(request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the draft in the language of the preview mode."""
        return serving.preview(self, request, mode_name)

    @cached_property
    def alternates(self) -> dict[str, str]:
        """Return the page's path in each language."""
        return {language: self.url_in(language) for language in languages.LANGUAGES}

    def alternates_below(self, rest: str) -> dict[str, str]:
        """Return the path in each language of what stands below the page at `rest` in the active one."""
        return {language: url + rest for language, url in self.alternates.items()}


class FormerPath(models.Model):
    """A path that a page, and so all pages below it, had before it was renamed or moved."""

    language = models.CharField(max_length=2, choices=[("en", "English"), ("fr", "Français")])
    path = models.CharField(max_length=1000)
    page = models.ForeignKey(BilingualPage, on_delete=models.CASCADE, related_name="former_paths")
    since = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.UniqueConstraint(fields=["language", "path"], name="one_page_per_former_path"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.path}"


class SearchEntry(models.Model):
    """What the public search knows of one live page in one language."""

    page = models.ForeignKey(BilingualPage, on_delete=models.CASCADE, related_name="search_entries")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)
    folded_title = models.TextField()
    folded_text = models.TextField()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(fields=["page", "language"], name="one_search_entry_per_language"),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"


class BilingualApprovalTask(GroupApprovalTask):
    """A workflow step whose approval waits until the page is whole in both languages."""

    class Meta:
        verbose_name = _("Approval in both languages")
        verbose_name_plural = _("Approvals in both languages")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """Offer approval only for a page that is whole; the editor sees why it is missing."""
        actions = super().get_actions(obj, user)
        if not gate.obstacles(obj, by_hand=True):
            return actions
        return [action for action in actions if action[0] != "approve"]

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Turn an approval that comes too early into a request for changes that says what is missing."""
        page = task_state.revision.as_object()
        missing = gate.obstacles(page, by_hand=True)
        if action_name == "approve" and missing:
            return task_state.reject(user=user, comment=gate.explain(missing))
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return str(_("Members of the chosen groups can approve a page that is whole in both languages"))
