"""Say what a page lacks in one of its two languages, and what its French was made from."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Any

from django.utils.functional import Promise
from django.utils.html import strip_tags
from wagtail.blocks import ChoiceBlock, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText

from education.bilingual.languages import LANGUAGES

_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and signs by name that show nothing


class State(StrEnum):
    """What the translation board says of one pair of texts."""

    FILLED = "filled"
    EMPTY = "empty"
    STALE = "stale"


@dataclass(frozen=True)
class Pair:
    """Two model fields that hold one text in English and in French."""

    en: str
    fr: str
    label: str | Promise
    required: bool = False


@dataclass(frozen=True)
class Text:
    """One text of a page, in both languages: `field` is the form field to point at."""

    path: str
    field_en: str
    field_fr: str
    label: str
    en: Any
    fr: Any
    required: bool


@dataclass(frozen=True)
class Gap:
    """A text that is there in one language only, or in neither although it must be."""

    text: Text
    language: str

    @property
    def field(self) -> str:
        return self.text.field_fr if self.language == "fr" else self.text.field_en


def is_empty(value: Any) -> bool:
    """Say whether a text, rich text or stream holds nothing a reader could read."""
    if value is None:
        return True
    if isinstance(value, StreamValue):
        return all(is_empty(child.value) or _is_choice(child.block) for child in value)
    if isinstance(value, StructValue):
        blocks = value.block.child_blocks
        return all(is_empty(text) or _is_choice(blocks[name]) for name, text in value.items())
    if isinstance(value, RichText):
        value = value.source
    return not any(_is_seen(character) for character in unescape(strip_tags(str(value))))


def _lacks_cards(text: Text, language: str) -> bool:
    """Say whether a body without words has cards or pictures in the other language only."""
    here, there = (text.en, text.fr) if language == "en" else (text.fr, text.en)
    return isinstance(here, StreamValue) and len(here) == 0 and len(there) > 0


def _is_choice(block: Any) -> bool:
    """Say whether a block holds a name that we chose, such as a service's, and no words of a language."""
    return isinstance(block, (ChoiceBlock, ImageChooserBlock))


def _is_seen(character: str) -> bool:
    return character not in _BLANKS and unicodedata.category(character)[0] in "LNPS"


def texts(page: Any) -> Iterator[Text]:
    """Yield every text of the page: its paired fields, then the pairs inside its shared streams."""
    for pair in page.pairs():
        yield Text(
            pair.fr,
            pair.en,
            pair.fr,
            str(pair.label),
            getattr(page, pair.en),
            getattr(page, pair.fr),
            pair.required,
        )
    for name in page.shared_streams():
        yield from _texts_inside(getattr(page, name), path=name, field=name)


def gaps(page: Any) -> list[Gap]:
    """Return what keeps the page from going live: empty when both languages are whole."""
    found = []
    for text in texts(page):
        empty = {"en": is_empty(text.en), "fr": is_empty(text.fr)}
        if empty["en"] and empty["fr"]:
            empty = {language: text.required or _lacks_cards(text, language) for language in LANGUAGES}
        found += [Gap(text, language) for language in LANGUAGES if empty[language]]
    untitled = {gap.language for gap in found if gap.text.field_en == "title"}
    # A slug is made from its title: asking for both would be asking twice.
    return [gap for gap in found if gap.text.field_en != "slug" or gap.language not in untitled]


def fingerprint(value: Any) -> str:
    """Return a short hash of a source text, the same for the same words and markup."""
    if isinstance(value, StreamValue):
        value = _without_ids(value.get_prep_value())
    if isinstance(value, RichText):
        value = value.source
    words = re.sub(r"\s+", " ", str(value)).strip()
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def marks_after_edit(page: Any, before: Any | None) -> dict[str, str]:
    """Return, for each French text, the fingerprint of the English it was made from.

    A French text that changed was made from the English beside it; one that did not keeps its mark, so
    that English edited alone makes it stale. `before` is the page as it last was, None when it is new.
    """
    known: Mapping[str, str] = page.translated_from or {}
    old = {text.path: text for text in texts(before)} if before is not None else {}
    marks = {}
    for text in texts(page):
        if is_empty(text.fr):
            continue
        was = old.get(text.path)
        unchanged = was is not None and fingerprint(was.fr) == fingerprint(text.fr)
        kept = known.get(text.path) or (fingerprint(was.en) if unchanged and was is not None else None)
        marks[text.path] = kept if unchanged and kept else fingerprint(text.en)
    return marks


def state(page: Any, text: Text) -> State:
    """Say whether the French of one text is filled, empty or stale."""
    if is_empty(text.fr):
        return State.EMPTY
    mark = (page.translated_from or {}).get(text.path)
    return State.STALE if mark and mark != fingerprint(text.en) else State.FILLED


def _texts_inside(value: Any, *, path: str, field: str) -> Iterator[Text]:
    if isinstance(value, StreamValue):
        for child in value:
            yield from _texts_inside(child.value, path=f"{path}.{child.id}", field=field)
    elif isinstance(value, ListValue):
        for item in value.bound_blocks:
            yield from _texts_inside(item.value, path=f"{path}.{item.id}", field=field)
    elif isinstance(value, StructValue):
        yield from _texts_of_struct(value, path=path, field=field)


def _texts_of_struct(value: StructValue, *, path: str, field: str) -> Iterator[Text]:
    blocks = value.block.child_blocks
    for name, child in value.items():
        stem, _, language = name.rpartition("_")
        if language == "fr" and f"{stem}_en" in blocks:
            block = blocks[f"{stem}_en"]
            label, required = str(block.label or stem), bool(getattr(block.meta, "needed", block.required))
            yield Text(f"{path}.{stem}", field, field, label, value[f"{stem}_en"], child, required)
        elif not (language == "en" and f"{stem}_fr" in blocks):
            yield from _texts_inside(child, path=f"{path}.{name}", field=field)


def _without_ids(data: Any) -> Any:
    if isinstance(data, list):
        return [_without_ids(item) for item in data]
    if isinstance(data, dict):
        return {key: _without_ids(item) for key, item in data.items() if key != "id"}
    return data
