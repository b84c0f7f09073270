"""The editor's form of every page: drafts are free, publishing asks for both languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from education.bilingual import gate, parity, paths
from education.bilingual.reserved import is_reserved


class BilingualPageForm(WagtailAdminPageForm):
    """Check French slugs at any time, and both languages only on publish, submit or schedule."""

    def _post_clean(self) -> None:
        super()._post_clean()
        self._check_slugs()
        if not self.is_deferred_validation:
            self._require_both_languages()

    def _require_both_languages(self) -> None:
        page = self.instance
        page._cached_parent_obj = getattr(page, "_cached_parent_obj", None) or self.parent_page
        paths.fill_french_slug(page)
        for field, lines in gate.errors_by_field(parity.gaps(page)).items():
            if not self.has_error(field if field in self.fields else None):
                self.add_error(field if field in self.fields else None, ValidationError(lines))

    def _check_slugs(self) -> None:
        page, parent = self.instance, self.parent_page
        if parent is None or parent.depth is None:
            return
        if "slug_fr" in self.fields and page.slug_fr and not paths.french_slug_is_free(page, parent):
            self.add_error(
                "slug_fr", _("The slug “%(slug)s” is taken by a page beside it.") % {"slug": page.slug_fr}
            )
        for name in ("slug", "slug_fr"):
            value: Any = getattr(page, name)
            if name in self.fields and parent.depth == paths.SITE_ROOT_DEPTH and is_reserved(value):
                self.add_error(name, _("The site itself uses the address “%(slug)s”.") % {"slug": value})
