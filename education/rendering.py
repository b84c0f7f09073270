"""Turn a page's body into safe HTML chunks with its headings, and its neighbours into cards."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from education.bilingual.languages import active
from education.bilingual.models import BilingualPage
from education.blocks import provinces_html, service_html

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

FIRST_SUPPORT_PAGES = 4
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


@dataclass(frozen=True)
class Rendered:
    """A body ready for its template: chunks of HTML, and what stands under "On this page"."""

    html: list[SafeString]
    headings: list[dict[str, str]]


def render(body: "StreamValue") -> Rendered:
    """Render every block in the active language; second-level headings get ids."""
    language = active()
    headings: list[dict[str, str]] = []
    chunks = []
    for block in body or []:
        html = block_html(block.block_type, block.value, language)
        chunks.append(_with_heading_ids(html, headings))
    return Rendered(chunks, headings)


def block_html(kind: str, value: Any, language: str) -> SafeString:
    """Render one block of a body."""
    if kind == "service":
        return service_html(value, language)
    if kind == "provinces":
        return provinces_html(value, language)
    if hasattr(value, "render") and kind != "text":
        return value.render(language)
    return mark_safe(f'<div class="prose">{value}</div>')  # noqa: S308  rich text cleans itself


def pages_below(page: BilingualPage) -> list[Any]:
    """Return the live pages directly below, specific, in the editor's order, without their bodies."""
    return list(page.get_children().live().defer_streamfields().specific()) if page.pk else []


def cards(pages: Iterable[Any]) -> list[dict[str, Any]]:
    """Return a card for each page."""
    return [card(page) for page in pages]


def card(page: Any) -> dict[str, Any]:
    """Return what a card shows of a page, in the active language."""
    return {
        "title": page.heading,
        "summary": page.summary,
        "url": page.url,
        "drawing": page.drawing,
        "tier": page.tier if page.page_kind == "audience" else "",
        "kind": page.page_kind,
        "minutes": getattr(page, "minutes", None),
        "code": getattr(page, "code", ""),
    }


def module_cards(pages: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the cards of the modules among these pages, each with the cards of its lessons."""
    modules = [page for page in pages if page.page_kind == "module"]
    return [card(module) | {"lessons": cards(pages_below(module))} for module in modules]


def support_cards(pages: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the cards of the first pages below the support index among these pages."""
    index = next((page for page in pages if page.page_kind == "support"), None)
    return cards(pages_below(index)[:FIRST_SUPPORT_PAGES]) if index else []


def _with_heading_ids(html: str, headings: list[dict[str, str]]) -> SafeString:
    def give_id(match: re.Match[str]) -> str:
        label = unescape(strip_tags(match[1])).strip()
        taken = {heading["id"] for heading in headings}
        identifier = slugify(label) or "section"
        while identifier in taken:
            identifier += "-2"
        headings.append({"id": identifier, "label": label})
        return f'<h2 id="{identifier}">{match[1]}</h2>'

    return mark_safe(_HEADING.sub(give_id, html))  # noqa: S308
