"""Markdown of content files to the rich text of the editor, and what a text may not hold."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from education.sanitize import clean_html
from lessons.links import Links

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_FEATURES = {
    "strong_open": ("bold", "bold text"),
    "em_open": ("italic", "italic text"),
    "link_open": ("link", "a link"),
    "bullet_list_open": ("ul", "a list"),
    "ordered_list_open": ("ol", "a numbered list"),
}
_NEVER = {
    "fence": "a block of code",
    "code_block": "a block of code (the line begins with four spaces)",
    "code_inline": "code",
    "blockquote_open": "a quotation",
    "hr": "a line across",
    "image": "a picture (use a picture block)",
}


def to_html(text: str, links: Links, language: str) -> str:
    """Return the rich text that a Markdown text becomes, in the form that the editor saves."""
    return clean_html(_render(_MARKDOWN.parse(text), links, language))


def problems(text: str, features: frozenset[str], links: Links) -> Iterator[tuple[int, str]]:
    """Yield what may not stand in a text: its line, counted from 0, and the reason."""
    line, items = 0, [-1]
    for token in _MARKDOWN.parse(text):
        line = token.map[0] if token.map else line
        for one in [token, *(token.children or [])]:
            reason = _problem(one, features, links)
            if reason:
                yield line, reason
        yield from ((line, reason) for reason in _list_problems(token, items))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs, headings and whole lists of a text, in its own lines."""
    lines = text.splitlines()
    blocks = [token.map for token in _MARKDOWN.parse(text) if token.level == 0 and token.map]
    return ["\n".join(lines[start:end]).strip("\n") for start, end in blocks]


def _problem(token: Token, features: frozenset[str], links: Links) -> str:
    if token.type in _NEVER:
        return f"holds {_NEVER[token.type]}"
    feature, name = _FEATURES.get(token.type, ("", ""))
    if token.type == "heading_open":
        feature, name = token.tag, f"a heading ({token.markup})"
    if feature and feature not in features:
        return f"holds {name}, which has no place here"
    if token.type == "link_open":
        return links.problem(str(token.attrGet("href")))
    return ""


def _list_problems(token: Token, items: list[int]) -> Iterator[str]:
    """Yield what rich text has no list for; `items` counts the paragraphs of every item that is open."""
    if token.type == "ordered_list_open" and token.attrGet("start") is not None:
        yield "holds a numbered list that does not begin with 1"
    elif token.type == "list_item_open":
        items.append(0)
    elif token.type == "list_item_close":
        items.pop()
    elif token.type == "heading_open" and len(items) > 1:
        yield "holds a heading inside a list"
    elif token.type == "paragraph_open" and len(items) > 1:
        items[-1] += 1
        if items[-1] == 2:
            yield "holds a list item of several paragraphs"


def _render(tokens: Sequence[Token], links: Links, language: str) -> str:
    in_item, parts = 0, []
    for token in tokens:
        in_item += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            parts += [_inline(child, links, language) for child in token.children or []]
        elif not (in_item and token.tag == "p"):
            parts.append(_tag(token, token.tag))
    return "".join(parts)


def _inline(token: Token, links: Links, language: str) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "<br>"
    if token.type == "link_open":
        return _tag(token, "a", links.attributes(_target(token), language))
    # The editor writes <b> and <i>: so an untouched text looks the same after an editor saved it.
    name = {"strong": "b", "em": "i"}.get(token.tag, token.tag)
    return _tag(token, name) if token.nesting else escape(token.content)


def _target(token: Token) -> str:
    return str(token.attrGet("href"))


def _tag(token: Token, name: str, attributes: Mapping[str, Any] | None = None) -> str:
    if token.nesting < 0:
        return f"</{name}>"
    return f"<{name}{''.join(f' {key}="{escape(value)}"' for key, value in (attributes or {}).items())}>"
