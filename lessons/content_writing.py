"""Write content files: block text, keys in their order, and every unchanged text in the spelling it had."""

import io
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from lessons.prose import paragraphs
from lessons.shapes import Items, Pair, Plain, Prose, Record, Shape, Stream

Spell = Callable[[str], str]

_LONG_LINE = 110


def write(shape: Record, data: dict[str, Any]) -> str:
    """Return the text of a new content file."""
    return _dump(_fresh(shape, data))


def rewrite(text: str, shape: Record, before: dict[str, Any], data: dict[str, Any], spell: Spell) -> str:
    """Return a file's text with new data; `before` is its old data in the one spelling that `data` has.

    `spell` gives a Markdown text that spelling: so a paragraph that says the same keeps its lines.
    """
    return _dump(_Merge(spell).merge(shape, _yaml().load(text), before, data))


def _yaml() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 100_000
    yaml.preserve_quotes = True
    return yaml


def _dump(node: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(node, stream)
    return stream.getvalue()


def _fresh(shape: Shape, data: Any) -> Any:
    match shape:
        case Pair():
            return CommentedMap((key, _fresh(shape.of, value)) for key, value in data.items())
        case Record(bare=True):
            return _fresh(next(iter(shape.fields.values())), data)
        case Record():
            return CommentedMap((key, _fresh(_field(shape, key), data[key])) for key in _keys(shape, data))
        case Items() | Stream():
            return CommentedSeq(_fresh_item(shape, item) for item in data)
        case Prose():
            return LiteralScalarString(f"{data}\n")
        case Plain():
            return _plain(data)
    return DoubleQuotedScalarString(data) if isinstance(data, str) and data.isdecimal() else data


def _fresh_item(shape: Items | Stream, item: Any) -> Any:
    if isinstance(shape, Stream) and not shape.only:
        return CommentedMap((kind, _fresh(shape.kinds[kind], value)) for kind, value in item.items())
    return _fresh(_item_shape(shape, item), item)


def _plain(text: str) -> Any:
    return LiteralScalarString(f"{text}\n") if len(text) > _LONG_LINE else text


def _field(shape: Record, key: str) -> Shape:
    return shape.fields.get(key, Plain())


def _keys(shape: Record, data: dict[str, Any]) -> list[str]:
    return [key for key in ("id", *shape.fields) if key in data]


def _item_shape(shape: Items | Stream, item: Any) -> Shape:
    if isinstance(shape, Items):
        return shape.of
    return shape.kinds[shape.only or next(iter(item))]


class _Merge:
    """Walks a file as it was written and the new data together, and changes only what differs."""

    def __init__(self, spell: Spell) -> None:
        self.spell = spell

    def merge(self, shape: Shape, old: Any, before: Any, data: Any) -> Any:
        if before == data:
            return old
        match shape:
            case Record(bare=True):
                return self.merge(next(iter(shape.fields.values())), old, before, data)
            case Record() | Pair() if isinstance(old, CommentedMap):
                return self._merge_map(shape, old, before, data)
            case Items() | Stream() if isinstance(old, CommentedSeq):
                return self._merge_list(shape, old, before, data)
            case Prose() if isinstance(old, str):
                return LiteralScalarString(f"{self._merge_text(old, data)}\n")
        return _fresh(shape, data)

    def _merge_map(self, shape: Record | Pair, old: CommentedMap, before: Any, data: Any) -> CommentedMap:
        for key in [key for key in old if key not in data]:
            del old[key]
        keys = list(data) if isinstance(shape, Pair) else _keys(shape, data)
        for place, key in enumerate(keys):
            of = shape.of if isinstance(shape, Pair) else _field(shape, key)
            if key not in old:
                old.insert(place, key, _fresh(of, data[key]))
            else:
                old[key] = self.merge(of, old[key], before.get(key), data[key])
        return old

    def _merge_list(self, shape: Items | Stream, old: CommentedSeq, before: Any, data: Any) -> CommentedSeq:
        kept: list[Any] = []
        matcher = SequenceMatcher(
            None, [repr(one) for one in before], [repr(one) for one in data], autojunk=False
        )
        for verdict, start, end, first, last in matcher.get_opcodes():
            if verdict == "equal":
                kept += old[start:end]
            for number in range(first, last) if verdict != "equal" else ():
                match_at = start + number - first
                partner = match_at if match_at < end else None
                kept.append(self._merge_item(shape, old, before, partner, data[number]))
        return CommentedSeq(kept)

    def _merge_item(
        self, shape: Items | Stream, old: Any, before: Any, partner: int | None, item: Any
    ) -> Any:
        if partner is None or not _are_alike(shape, before[partner], item):
            return _fresh_item(shape, item)
        if isinstance(shape, Stream) and not shape.only:
            kind = next(iter(item))
            old[partner][kind] = self.merge(
                shape.kinds[kind], old[partner][kind], before[partner][kind], item[kind]
            )
            return old[partner]
        return self.merge(_item_shape(shape, item), old[partner], before[partner], item)

    def _merge_text(self, old: str, new: str) -> str:
        """Return the new text, with the old lines of every paragraph that says the same."""
        spelled = {self.spell(part): part for part in paragraphs(old)}
        merged = "\n\n".join(spelled.get(part, part) for part in paragraphs(new))
        return merged if self.spell(merged) == new else new


def _are_alike(shape: Items | Stream, before: Any, item: Any) -> bool:
    if isinstance(shape, Stream) and not shape.only:
        return next(iter(before)) == next(iter(item))
    return True
