"""Fill a page from the data of its content file, and read the same data off a page."""

import hashlib
import json
from typing import Any

from wagtail.blocks import StreamValue

from lessons.conversion import LANGUAGES, Place, to_data, to_stored
from lessons.links import Links
from lessons.page_kinds import COLUMNS, shape_of_page
from lessons.shapes import Pair, Record, Shape, Stream


def fill(page: Any, data: dict[str, Any], links: Links) -> None:
    """Set everything on a page that its file says of it; the file must have been checked."""
    shape = content_shape(page.page_kind)
    stored = to_stored(shape, data, Place(data["path"], links))
    for column, of in _columns(shape).items():
        value = stored[column]
        setattr(page, COLUMNS.get(column, column), json.dumps(value) if isinstance(of, Stream) else value)
    if data["path"]:
        page.slug = data["path"].rpartition("/")[2]


def content_of(page: Any, links: Links) -> dict[str, Any]:
    """Return what stands on a page as data of a file, without its place in the tree."""
    shape = content_shape(page.page_kind)
    stored = {column: _raw(getattr(page, COLUMNS.get(column, column))) for column in _columns(shape)}
    return dict(to_data(shape, stored, links))


def fingerprint(page: Any, links: Links) -> str:
    """Return a hash of a page's content; equal for equal content, however its rich text is marked up."""
    by_id = Links({str(pk): pk for pk in links.ids.values()}, links.routes)
    content = [page.slug, content_of(page, by_id)]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def content_shape(kind: str) -> Record:
    """Return the part of a file's shape that stands on the page itself."""
    elsewhere = {"page", "path", "order"} | ({"tier"} if kind == "module" else set())
    return Record({key: of for key, of in shape_of_page(kind).fields.items() if key not in elsewhere})


def _columns(shape: Record) -> dict[str, Shape]:
    columns: dict[str, Shape] = {}
    for key, of in shape.fields.items():
        if isinstance(of, Pair):
            columns |= {f"{key}_{language}": of.of for language in LANGUAGES}
        else:
            columns[key] = of
    return columns


def _raw(value: Any) -> Any:
    return value.get_prep_value() if isinstance(value, StreamValue) else value
