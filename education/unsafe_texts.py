"""What no page may carry, whoever wrote it: a number, an address of our own choosing, a form or a script."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from education.bilingual.gate import Obstacle
from education.help.strays import host_of, is_known_host, stray_addresses, stray_numbers

if TYPE_CHECKING:
    from education.bilingual.models import BilingualPage

_NOT_READ = frozenset({"id", "type"})
# Rich text is markup, and every other text is escaped: a tag is live in the one and only words in the other.
_ACTIVE = re.compile(
    r"<\s*/?\s*(script|form|iframe|object|embed|input|button|style|link|meta|base|svg|img)\b", re.I
)


def unsafe_texts(page: "BilingualPage") -> Iterator[Obstacle]:
    """Yield what keeps a page from going live, at the field where it stands."""
    names = [name for pair in page.pairs() for name in (pair.en, pair.fr)]
    for name in [*names, *page.shared_streams()]:
        for text in _strings(getattr(page, name)):
            yield from (Obstacle(name, message) for message in problems(text))


def problems(text: str) -> Iterator[str]:
    """Say what is unsafe in one text, plain or rich."""
    seen = _Seen()
    seen.feed(text)
    seen.close()
    words = "".join(seen.words)
    for number in stray_numbers(words):
        yield _("“%(number)s” looks like a telephone number. Choose a service card instead.") % {
            "number": number
        }
    for address in [*stray_addresses(words), *filter(_leads_astray, seen.addresses)]:
        yield _("“%(address)s” leads outside. Link to a page of this site, or choose a service card.") % {
            "address": address
        }
    if found := _ACTIVE.search(text):
        yield _("“<%(tag)s>” has no place in a text.") % {"tag": found.group(1)}


def refuse_unsafe(text: str) -> None:
    """Raise ValidationError with everything that is unsafe in one text."""
    if found := list(problems(text)):
        raise ValidationError(found)


def _strings(value: Any) -> Iterator[str]:
    match value:
        case StreamValue():
            yield from _strings(value.get_prep_value())
        case RichText():
            yield value.source
        case dict():
            for key, inside in value.items():
                if key not in _NOT_READ:
                    yield from _strings(inside)
        case list() | tuple():
            for inside in value:
                yield from _strings(inside)
        case str():
            yield value


def _leads_astray(address: str) -> bool:
    """Say whether a link leads anywhere but to a path of this site, or by https to a host that we know."""
    if re.fullmatch(r"(/(?![/\\])|#)[^\s\\]*", address):
        return False
    return not (address.startswith("https://") and is_known_host(host_of(address)))


class _Seen(HTMLParser):
    """The words that a reader of a text sees, and where its links lead."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.addresses: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.words.append("\n")
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]


_BLOCKS = frozenset({"p", "li", "h2", "h3", "br"})
