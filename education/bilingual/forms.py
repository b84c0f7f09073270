"""The editor's form of every page: drafts are free, publishing asks for both languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from education.bilingual import gate, paths
from education.bilingual.reserved import is_reserved


class BilingualPageForm(WagtailAdminPageForm):
    """Check French slugs at any time, and both languages only on publish, submit or schedule."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False  # made from the title where nobody chose one

    def _post_clean(self) -> None:
        if self.instance._state.adding and self.parent_page is not None:
            self.instance._cached_parent_obj = self.parent_page
        super()._post_clean()
        self._check_slugs()
        if not self.is_deferred_validation:
            self._require_readiness()

    def _require_readiness(self) -> None:
        page = self.instance
        paths.fill_french_slug(page)
        for field, lines in gate.errors_by_field(gate.obstacles(page, by_hand=True)).items():
            if not self.has_error(field if field in self.fields else None):
                self.add_error(field if field in self.fields else None, ValidationError(lines))

    def _check_slugs(self) -> None:
        page, parent = self.instance, self.parent_page
        if parent is None or parent.depth is None:
            return
        chosen = self.cleaned_data.get("slug_fr")
        if chosen and not paths.french_slug_is_free(page, parent, chosen):
            message = _("The slug “%(slug)s” is taken by a page beside it.") % {"slug": chosen}
            self.add_error("slug_fr", message)
        for name in ("slug", "slug_fr"):
            value: Any = getattr(page, name)
            if name in self.fields and parent.depth == paths.SITE_ROOT_DEPTH and is_reserved(value):
                self.add_error(name, _("The site itself uses the address “%(slug)s”.") % {"slug": value})
