"""Say how hard each part of a page is to read, and hold it to the gate of whom that part is for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt

from education.bilingual.languages import LANGUAGES
from lessons.page_kinds import MODELS, shape_of_page
from lessons.reading_level import GATES, Gate, Level, measure
from lessons.shapes import Items, Pair, Plain, Prose, Record, Shape, Stream

# Whom a page without a letter of its own is for.
_GATES_OF_KINDS = {"support": "help", "home": "P", "guidance": "P", "strategy": "P"}
# What stands on a page but is not for its learners: the part it belongs to, and that part's gate.
_ELSEWHERE = {
    "materials": ("educators", "E"),
    "leading": ("educators", "E"),
    "ground_rules": ("educators", "E"),
    "if_told": ("educators", "E"),
    "take_home": ("families", "P"),
    "letter_home": ("families", "P"),
}
_NOT_MEASURED = frozenset({"title", "tab_title", "alt"})
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Held:
    """One part of a page in one language, with its gate: the part `page`, `educators` or `families`."""

    part: str
    language: str
    level: Level
    gate: Gate
    texts: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_within(self) -> bool:
        return self.level.is_within(self.gate)


def levels(data: Mapping[str, Any]) -> list[Held]:
    """Return every part with words in it, held to its gate; `data` is that of a content file, or like it.

    `content_of(page, links)` has no "page" and no "tier" of a module: the caller adds them. Anything else may
    be missing, as in a draft. The part `page` is left out where `gate_of` finds no gate.
    """
    gates = {"page": gate_of(data)} | {part: GATES[gate] for part, gate in _ELSEWHERE.values()}
    held = (
        Held(part, language, measure(texts, language), gate, tuple(texts))
        for (part, language), texts in _parts(data).items()
        if (gate := gates[part]) is not None
    )
    return [one for one in held if one.level.words]


def gate_of(data: Mapping[str, Any]) -> Gate | None:
    """Return the gate of a page's own readers; None where its tier, code and kind name none."""
    letter = data.get("tier") or str(data.get("code", ""))[:1]
    return GATES.get(str(letter or _GATES_OF_KINDS.get(str(data.get("page")))))


def _parts(data: Mapping[str, Any]) -> dict[tuple[str, str], list[str]]:
    """Return the texts of each part in each language."""
    parts: dict[tuple[str, str], list[str]] = {}
    kind = str(data.get("page"))
    fields = shape_of_page(kind).fields if kind in MODELS else {}
    for key, shape in fields.items():
        part, _gate = _ELSEWHERE.get(key, ("page", ""))
        for language, text in _texts(Record({key: shape}), data):
            parts.setdefault((part, language), []).append(text)
    return parts


def _texts(shape: Shape, data: Any, language: str = "") -> Iterator[tuple[str, str]]:
    """Yield what is read as text, as HTML, with its language; what does not fit its shape is passed over."""
    match shape, data:
        case Pair(), dict():
            for one in LANGUAGES:
                yield from _texts(shape.of, data.get(one), one)
        case Prose(), str() if language:
            yield language, _MARKDOWN.render(data)
        case Plain(), str() if language:
            yield language, escape(data)
        case _:
            for of, value in _inside(shape, data):
                yield from _texts(of, value, language)


def _inside(shape: Shape, data: Any) -> Iterator[tuple[Shape, Any]]:
    match shape, data:
        case Record(bare=True), _:
            yield next(iter(shape.fields.values())), data
        case Record(), dict():
            yield from ((of, data.get(key)) for key, of in shape.fields.items() if key not in _NOT_MEASURED)
        case Items(), list():
            yield from ((shape.of, item) for item in data)
        case Stream(), list() if shape.only:
            yield from ((shape.kinds[shape.only], item) for item in data)
        case Stream(), list():
            blocks = (block for item in data if isinstance(item, dict) for block in item.items())
            yield from ((shape.kinds[kind], value) for kind, value in blocks if kind in shape.kinds)
