"""Serve a bilingual page: what its template may know, and its preview in either language."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _

from education.bilingual import paths
from education.bilingual.languages import LANGUAGES

if TYPE_CHECKING:
    from education.bilingual.models import BilingualPage


def context_of(page: "BilingualPage") -> dict[str, Any]:
    """Return what every page template gets: its kind, its way home and when it changed."""
    return {
        "kind": page.page_kind,
        "discreet": page.is_discreet,
        "breadcrumbs": breadcrumbs(page),
        "modified": page.last_published_at or page.latest_revision_created_at,
    }


def neighbours(page: "BilingualPage") -> dict[str, dict[str, str] | None]:
    """Return the pages before and after this one; right under the home page there are none."""
    if not page.path or page.depth <= paths.SITE_ROOT_DEPTH + 1:
        return {"previous": None, "next": None}
    beside = page.get_siblings(inclusive=False).live()
    before = beside.filter(path__lt=page.path).last()
    after = beside.filter(path__gt=page.path).first()
    return {"previous": _link(before), "next": _link(after)}


def breadcrumbs(page: "BilingualPage") -> list[dict[str, str]]:
    """Return the way from the home page: label and address, the page itself last without one."""
    if page.depth is None or page.depth <= paths.SITE_ROOT_DEPTH:
        return []
    ancestors = page.get_ancestors().live().filter(depth__gte=paths.SITE_ROOT_DEPTH)
    trail = [{"label": _crumb(ancestor), "url": ancestor.url} for ancestor in ancestors]
    return [*trail, {"label": page.heading, "url": ""}]


def nothing_below(page: "BilingualPage", rest: str) -> HttpResponse:
    """Refuse an address below a page that has none."""
    raise Http404(f"Nothing stands below page {page.pk}: {rest}")


def preview(page: "BilingualPage", request: HttpRequest, mode_name: str) -> HttpResponse:
    """Render a draft in the language that the preview mode names, whatever the editor's own is."""
    language, _dash, mode = mode_name.partition("-")
    language = language if language in LANGUAGES else "en"
    page.is_previewed = True
    request.is_preview = True  # type: ignore[attr-defined]
    request.alternates = page.alternates if page.path else None  # type: ignore[attr-defined]
    with translation.override(language):
        response = page.serve_mode(request, mode)
        request.is_preview = True  # type: ignore[attr-defined]
        if isinstance(response, TemplateResponse):
            response.context_data = {**(response.context_data or {}), "request": request}
            response.render()
    return response


def _link(page: "BilingualPage | None") -> dict[str, str] | None:
    return {"label": page.heading, "url": page.url} if page is not None else None


def _crumb(page: "BilingualPage") -> str:
    return _("Home") if page.depth == paths.SITE_ROOT_DEPTH else page.heading
