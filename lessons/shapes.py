"""The shape of a content file, read off the blocks and fields of the page it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wagtail.blocks import (
    BooleanBlock,
    ChoiceBlock,
    FieldBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.images.blocks import ImageChooserBlock

# Blocks whose id stands in the file: answers are counted under it, in both languages.
NAMED = frozenset({"step", "question", "choices"})
# What a site counts and notes for itself; no file holds it.
OURS = frozenset({"revision", "same_meaning"})


@dataclass(frozen=True)
class Plain:
    """A text of one line."""

    most: int | None = None
    required: bool = True


@dataclass(frozen=True)
class Prose:
    """Markdown, with no more than the features that the editor has at this place."""

    features: frozenset[str]
    required: bool = True


@dataclass(frozen=True)
class Word:
    """One of the words that we know, such as a drawing or a service."""

    known: Callable[[], frozenset[str]]
    required: bool = True


@dataclass(frozen=True)
class Number:
    """A whole number within bounds."""

    least: int
    most: int
    required: bool = True


@dataclass(frozen=True)
class Flag:
    """True, or left out."""

    required: bool = False


@dataclass(frozen=True)
class Pair:
    """The same shape in English and in French."""

    of: "Shape"
    required: bool = True


@dataclass(frozen=True)
class Record:
    """Named values; `named` when it has an id of its own, `bare` when its only text stands for it."""

    fields: Mapping[str, "Shape"]
    named: bool = False
    bare: bool = False
    required: bool = True


@dataclass(frozen=True)
class Items:
    """Alike records in order, each with an `id` of its own or else a `name`."""

    of: Record
    least: int
    most: int
    required: bool = True


@dataclass(frozen=True)
class Stream:
    """Blocks in order; where there is one kind only, the file does not name it."""

    kinds: Mapping[str, "Shape"] = field(default_factory=dict)
    required: bool = True

    @property
    def only(self) -> str:
        return next(iter(self.kinds)) if len(self.kinds) == 1 else ""


Shape = Plain | Prose | Word | Number | Flag | Pair | Record | Items | Stream


def shape_of(block: Any, name: str = "") -> Shape:
    """Return the shape of a block; `name` is the one it has in the block around it."""
    if isinstance(block, StreamBlock):
        return Stream({key: shape_of(child, key) for key, child in block.child_blocks.items()})
    if isinstance(block, ListBlock):
        item = shape_of(block.child_block, name)
        if not isinstance(item, Record):
            raise TypeError(f"A list of {item} has no place in a content file.")
        least = block.meta.min_num or 0
        return Items(item, least, block.meta.max_num or 99, required=least > 0)
    if isinstance(block, StructBlock):
        return _record(block, name)
    return _leaf(block)


def _record(block: StructBlock, name: str) -> Record:
    fields: dict[str, Shape] = {}
    for key, child in block.child_blocks.items():
        if key in OURS:
            continue
        stem, _, language = key.rpartition("_")
        if language == "en" and f"{stem}_fr" in block.child_blocks:
            of = _leaf(child)
            fields[stem] = Pair(of, required=of.required)
        elif not (language == "fr" and f"{stem}_en" in block.child_blocks) and not _is_upload(child):
            fields[key] = shape_of(child, key)
            if key in getattr(block, "needed_in_files", ()):
                fields[key] = replace(fields[key], required=True)
    return Record(fields, named=name in NAMED, bare=list(fields) == [name])


def _leaf(block: Any) -> Shape:
    needed = bool(block.required or getattr(block.meta, "needed", False))
    if isinstance(block, BooleanBlock):
        return Flag()
    if isinstance(block, ChoiceBlock):
        return Word(lambda: frozenset(str(key) for key, _label in block.field.choices if key), needed)
    if isinstance(block, RichTextBlock):
        return Prose(frozenset(block.features), needed)
    if isinstance(block, FieldBlock):
        return Plain(getattr(block.field, "max_length", None), needed)
    raise TypeError(f"{type(block).__name__} has no place in a content file.")


def _is_upload(block: Any) -> bool:
    return isinstance(block, ImageChooserBlock)
