"""Find the pages of the site by the path of their content file."""

from typing import Any

from wagtail.models import Site

from education.bilingual.models import BilingualPage
from lessons.links import Links, Routes
from lessons.models import PackEntry


def root() -> BilingualPage:
    """Return the home page of the site; its path is empty."""
    return BilingualPage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)


def paths() -> dict[str, int]:
    """Return the English path of every page below the home page, with its id."""
    home = root()
    rows = BilingualPage.objects.descendant_of(home, inclusive=True).values_list("url_path", "pk")
    return {url_path[len(home.url_path) :].strip("/"): pk for url_path, pk in rows}


def links(routes: Routes) -> Links:
    """Return where links lead now; a page that an editor moved also answers to the path of its file."""
    entries = PackEntry.objects.exclude(page=None).values_list("path", "page_id")
    return Links(paths() | dict(entries), routes)


def latest(pk: int) -> Any:
    """Return a page as it was last edited, published or not."""
    return BilingualPage.objects.get(pk=pk).specific.get_latest_revision_as_object()
