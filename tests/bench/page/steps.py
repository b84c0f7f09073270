"""Find, for each kind of question and in each language, the heaviest step of a lesson that asks one."""

import gzip
import re
from collections.abc import Iterator
from itertools import chain

from lessons.quiz import Kind
from tests.browser.conftest import RunningSite

LANGUAGES = ("en", "fr")
Steps = dict[tuple[Kind, str], str]  # the path of the step
_LOCATION = re.compile(r"<loc>[^<]*?//[^/<]*(/[^<]*)</loc>")
_LINK = re.compile(r"<a\b[^>]*>")
_KIND = re.compile(r'data-question="([a-z]+)"')


def heaviest(site: RunningSite) -> Steps:
    """Walk through every lesson, as a reader would: a kind that none asks is left out."""
    found: dict[tuple[Kind, str], tuple[int, str]] = {}
    for path, page in _all(site):
        weight = len(gzip.compress(page.encode(), mtime=0))
        for kind in _KIND.findall(page):
            key = (Kind(kind), path.split("/")[1])
            found[key] = max(found.get(key, (0, "")), (weight, path))
    return {key: found[key][1] for key in sorted(found, key=_order)}


def _order(key: tuple[Kind, str]) -> tuple[int, int]:
    return list(Kind).index(key[0]), LANGUAGES.index(key[1])


def _all(site: RunningSite) -> Iterator[tuple[str, str]]:
    """Yield the path and the HTML of every step of every lesson in the sitemap."""
    pages = (site.get(path)[2] for path in _LOCATION.findall(site.get("/sitemap.xml")[2]))
    for path in sorted(set(chain.from_iterable(_links(page, ends="/step/1/") for page in pages))):
        while path:
            page = site.get(path)[2]
            yield path, page
            path = next((to for to in _links(page, rel="next") if "/step/" in to), "")


def _links(page: str, *, rel: str = "", ends: str = "") -> Iterator[str]:
    for link in _LINK.findall(page):
        to = re.search(r'href="([^"#]*)"', link)
        if to and to[1].endswith(ends) and (not rel or f'rel="{rel}"' in link):
            yield to[1]
