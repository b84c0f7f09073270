"""Turn the data of a content file into what the page's fields hold, and back, shape by shape."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from education.bilingual.languages import LANGUAGES
from lessons.links import Links
from lessons.markdown import to_markdown
from lessons.prose import to_html
from lessons.shapes import Flag, Items, Number, Pair, Plain, Prose, Record, Shape, Stream, Word

_NAMESPACE = uuid.UUID("6f1f5b0a-2f0e-5a55-9b1c-0d9a4c3f7e11")


@dataclass(frozen=True)
class Place:
    """Where a value stands on the site: what its ids and the addresses of its links follow from."""

    at: str
    links: Links
    language: str = "en"

    def inside(self, name: str | int) -> "Place":
        return replace(self, at=f"{self.at}/{name}")

    def block_id(self) -> str:
        """Return an id that stays the same as long as the block stays where it is."""
        return str(uuid.uuid5(_NAMESPACE, self.at))


def one_line(text: str) -> str:
    """Return a plain text as it is stored: one line, whatever lines the file broke it into."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def to_stored(shape: Shape, data: Any, place: Place) -> Any:
    """Return what a block or field of this shape stores for the data of a file, which must be right."""
    match shape:
        case Record(bare=True, fields=fields):
            return _record_to_stored(fields, {next(iter(fields)): data}, place)
        case Record():
            return _record_to_stored(shape.fields, data, place)
        case Items():
            return [_item_to_stored(shape, item, place) for item in data]
        case Stream():
            return [_block_to_stored(shape, item, place.inside(number)) for number, item in enumerate(data)]
        case Prose():
            return to_html(data or "", place.links, place.language)
        case Plain():
            return one_line(data or "")
    return data


def _record_to_stored(fields: Mapping[str, Shape], data: Mapping[str, Any], place: Place) -> dict[str, Any]:
    stored = {}
    for key, of in fields.items():
        if isinstance(of, Pair):
            pair = data.get(key) or {}
            for language in LANGUAGES:
                inside = replace(place.inside(f"{key}_{language}"), language=language)
                stored[f"{key}_{language}"] = to_stored(of.of, pair.get(language) or _nothing(of.of), inside)
        else:
            stored[key] = to_stored(of, data.get(key, _nothing(of)), place.inside(key))
    return stored


def _item_to_stored(shape: Items, item: Mapping[str, Any], place: Place) -> dict[str, Any]:
    inside = place.inside(item["id"] if shape.of.named else item["name"])
    key = item["id"] if shape.of.named else inside.block_id()
    return {"type": "item", "id": key, "value": to_stored(shape.of, item, inside)}


def _block_to_stored(shape: Stream, item: Mapping[str, Any], place: Place) -> dict[str, Any]:
    kind, value = (shape.only, item) if shape.only else next(iter(item.items()))
    of = shape.kinds[kind]
    if isinstance(of, Record) and of.named:
        inside = replace(place, at=f"{place.at.rpartition('/')[0]}/{value['id']}")
        return {"type": kind, "id": value["id"], "value": to_stored(of, value, inside)}
    inside = place.inside(kind)
    return {"type": kind, "id": inside.block_id(), "value": to_stored(of, value, inside)}


def to_data(shape: Shape, stored: Any, links: Links) -> Any:
    """Return the data of a file for what a block or field of this shape stores."""
    match shape:
        case Record(bare=True):
            return next(iter(_record_to_data(shape, stored, links).values()), "")
        case Record():
            return _record_to_data(shape, stored, links)
        case Items():
            return [_item_to_data(shape, item, links) for item in stored]
        case Stream():
            return [_block_to_data(shape, block, links) for block in stored]
        case Prose():
            return to_markdown(stored or "", links.target)
        case Plain():
            return one_line(stored or "")
    return stored


def _record_to_data(shape: Record, stored: Mapping[str, Any], links: Links) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, of in shape.fields.items():
        if isinstance(of, Pair):
            empty = _nothing(of.of)
            texts = {one: stored.get(f"{key}_{one}") or empty for one in LANGUAGES}
            value: Any = {language: to_data(of.of, text, links) for language, text in texts.items()}
            left_out = not any(value.values())
        else:
            value = to_data(of, stored.get(key, _nothing(of)), links)
            left_out = not value
        if of.required or not left_out:
            data[key] = value
    if stored.get("image"):  # an upload: no file can hold it, and no check lets it pass
        data["image"] = stored["image"]
    return data


def _item_to_data(shape: Items, item: Mapping[str, Any], links: Links) -> dict[str, Any]:
    data: dict[str, Any] = to_data(shape.of, item["value"], links)
    return {"id": item["id"], **data} if shape.of.named else data


def _block_to_data(shape: Stream, block: Mapping[str, Any], links: Links) -> Any:
    of = shape.kinds[block["type"]]
    data = to_data(of, block["value"], links)
    if isinstance(of, Record) and of.named:
        data = {"id": block["id"], **data}
    return data if shape.only else {block["type"]: data}


def _nothing(shape: Shape) -> Any:
    match shape:
        case Items() | Stream():
            return []
        case Record():
            return {}
        case Flag():
            return False
        case Number():
            return 0
        case Word() | Plain() | Prose():
            return ""
    return None
