"""Rich text: a link that leads out tells the other site nothing of where the reader came from."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from education.bilingual import gate


class LinkToLivePage(PageLinkHandler):
    """A link to a page of the site; to a draft it stays plain words, so that its address is not told."""

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Any]:
        return [page if page is not None and page.live else None for page in super().get_many(attrs_list)]


class DiscreetExternalLink(LinkHandler):
    """A link to another site."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return str(format_html('<a href="{}" rel="noreferrer noopener">', attrs["href"]))


@hooks.register("register_rich_text_features")
def register_links(features: Any) -> None:
    features.register_link_type(DiscreetExternalLink)
    features.register_link_type(LinkToLivePage)


@hooks.register("before_copy_page")
def refuse_aliases(request: HttpRequest, page: Any) -> None:
    """An alias shares the texts of its page and so cannot have an address of its own in French."""
    if request.POST.get("alias"):
        raise PermissionDenied("A page has no alias.")


@hooks.register("before_bulk_action")
def publish_only_whole_pages(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponseRedirect | None:
    """Say which pages lack a language, before the first of them goes live."""
    if action_type != "publish":
        return None
    drafts = [page.get_latest_revision_as_object() for page in _with_descendants(objects, action)]
    unready = {page: found for page in drafts if (found := gate.obstacles(page, by_hand=True))}
    for page, found in unready.items():
        messages.error(request, f"{page.get_admin_display_title()}: {gate.explain(found)}")
    return HttpResponseRedirect(action.next_url) if unready else None


def _with_descendants(objects: list[Any], action: Any) -> list[Any]:
    if not action.cleaned_form.cleaned_data.get("include_descendants"):
        return objects
    return [*objects, *(below for page in objects for below in page.get_descendants().not_live())]
