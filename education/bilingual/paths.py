"""Keep a page's address in each language, those of the pages below it, and the ones it had before."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.http import Http404, HttpRequest
from django.utils.text import slugify
from wagtail.models import Site

from education.bilingual.reserved import is_reserved

if TYPE_CHECKING:
    from education.bilingual.models import BilingualPage

SITE_ROOT_DEPTH = 2  # the site root has one slug, in both languages

_SPELLED_OUT = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "'": "-", "’": "-"})


def french_path(page: "BilingualPage", parent: "BilingualPage | None") -> str:
    """Return the French path below `parent`; a draft without a French slug borrows the English one."""
    if parent is None:
        return "/"
    is_site_root = parent.depth == SITE_ROOT_DEPTH - 1
    slug = page.slug if is_site_root else page.slug_fr or page.slug
    return f"{parent.url_path_fr}{slug}/"


def french_slug_is_free(page: "BilingualPage", parent: "BilingualPage", slug: str | None = None) -> bool:
    """Say whether no other child of `parent` has this French slug (by default the page's own)."""
    wanted = slug or page.slug_fr or page.slug
    if parent.depth == SITE_ROOT_DEPTH and is_reserved(wanted):
        return False
    others = parent.get_children().exclude(pk=page.pk)
    return not others.filter(url_path_fr=f"{parent.url_path_fr}{wanted}/").exists()


def french_slug(title: str) -> str:
    """Return a slug that a French reader would write: `cœur` gives `coeur`, `l'ami` gives `l-ami`."""
    return slugify(title.translate(_SPELLED_OUT))


def fill_french_slug(page: "BilingualPage") -> None:
    """Make the French slug from the French title, once there is one and nobody chose a slug."""
    if not page.slug_fr and page.title_fr and _parent(page) is not None:
        page.slug_fr = french_slug(page.title_fr)
        free_french_slug(page)


def free_french_slug(page: "BilingualPage") -> None:
    """Add a number to a French slug that a sibling has already, as after a copy."""
    parent = _parent(page)
    if not page.slug_fr or parent is None:
        return
    wanted, number = page.slug_fr, 1
    while not french_slug_is_free(page, parent):
        number += 1
        page.slug_fr = f"{wanted}-{number}"


@contextmanager
def rebuilding(page: "BilingualPage") -> Iterator[None]:
    """While the page is saved: rebuild French paths below it and remember the paths it had."""
    base = page.base_page_model
    before = base.objects.filter(pk=page.pk).values("url_path", "url_path_fr", "first_published_at").first()
    if before is not None:
        page.url_path_fr = french_path(page, _parent(page))
    yield
    if before is None:
        return
    old, new = before["url_path_fr"], page.url_path_fr
    if old != new:
        below = base.objects.filter(path__startswith=page.path).exclude(pk=page.pk)
        below.update(url_path_fr=Concat(Value(new), Substr("url_path_fr", len(old) + 1)))
    if before["first_published_at"]:
        remember(page, "en", before["url_path"], page.url_path)
        remember(page, "fr", old, new)


def remember(page: "BilingualPage", language: str, old: str, new: str) -> None:
    """Keep the former path of a page: one row, however many pages stand below it."""
    from education.bilingual.models import FormerPath

    if old == new:
        return
    FormerPath.objects.filter(language=language, path=new).delete()
    FormerPath.objects.update_or_create(language=language, path=old, defaults={"page_id": page.pk})


def url_parts(page: Any, language: str, request: HttpRequest | None) -> tuple[int, str, str] | None:
    """Return (site id, root URL, path) of the page in a language, or None outside every site."""
    for site in page._get_relevant_site_root_paths(request):
        full = page.url_path_fr if language == "fr" else page.url_path
        rest = full[len(site.root_path) :]
        return site.site_id, site.root_url, f"/{'fr' if language == 'fr' else 'en'}/{rest}"
    return None


def site_root_path() -> str:
    """Return the path of the site's root page, `/home/`; the same in both languages. Cached."""
    found = Site.get_site_root_paths()
    if not found:
        raise Http404("No home page is live.")
    return found[0].root_path


def _parent(page: "BilingualPage") -> "BilingualPage | None":
    if page.path:
        return page.get_parent()
    return getattr(page, "_cached_parent_obj", None)  # a page that is being made has no place yet
