"""What a reader sees of a helpline: a card whose every string is already in the page's language."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from education.help.numbers import sms_href, tel_href
from education.help.records import SERVICES, Service

ON_ERRORS: Final = ("emergency", "988", "kids-help-phone", "cybertip")

# Not gettext: a page must draw its cards even when nothing else of ours works.
_UNVERIFIED: Final = {"en": "Not yet verified by this site.", "fr": "Pas encore vérifié par ce site."}
_VERIFIED: Final = {"en": "Verified on {date}.", "fr": "Vérifié le {date}."}
_TEXT: Final = {"en": "Text {number}", "fr": "Texto\u00a0: {number}"}
_TEXT_KEYWORD: Final = {"en": "Text {keyword} to {number}", "fr": "Texto\u00a0: {keyword} au {number}"}


@dataclass(frozen=True, slots=True)
class Link:
    """Words to press, and where they lead."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """A helpline as one page shows it; whatever a service lacks is empty."""

    id: str
    name: str
    summary: str
    phone: Link | None
    more_phones: tuple[Link, ...]
    text: Link | None
    web: Link | None
    form: Link | None
    hours: str
    opening: str  # as JSON, where we know the hours exactly
    audience: str
    what_happens: str
    what_they_do: str
    languages: str
    one_language_notice: str
    verified_note: str
    is_urgent: bool  # the ways to call come before the words


def card(service: Service, language: str) -> Card:
    """The card of a service in a language."""
    words = service.words[language]
    return Card(
        id=service.id,
        name=words.name,
        summary=words.summary,
        phone=_phone(service, language),
        more_phones=_more_phones(service, language),
        text=_text(service, language),
        web=Link(_host(words.web), words.web) if words.web else None,
        form=Link(words.form_label or _host(words.form), words.form) if words.form else None,
        hours=words.hours,
        opening=json.dumps([asdict(one) for one in service.opening]) if service.opening else "",
        audience=words.audience,
        what_happens=words.what_happens,
        what_they_do=f"{words.what_they_do} {words.name_or_status_asked}",
        languages=words.languages,
        one_language_notice=words.one_language_notice,
        verified_note=verified_note(service.verified_on, language),
        is_urgent=service.topic in ("danger", "suicide"),
    )


def cards_of(ids: Iterable[str], language: str) -> tuple[Card, ...]:
    """The cards of some services, in their order."""
    return tuple(card(SERVICES[service_id], language) for service_id in ids)


def cards_for_errors(language: str) -> tuple[Card, ...]:
    """The few cards that a page shows when something of ours is broken."""
    return cards_of(ON_ERRORS, language)


def _phone(service: Service, language: str) -> Link | None:
    if not service.phone:
        return None
    return Link(service.words[language].phone_label or service.phone, tel_href(service.phone))


def _more_phones(service: Service, language: str) -> tuple[Link, ...]:
    colon = {"en": ": ", "fr": "\u00a0: "}[language]
    return tuple(
        Link(f"{one.words[language]}{colon}{one.number}", tel_href(one.number)) for one in service.more_phones
    )


def _text(service: Service, language: str) -> Link | None:
    if not service.text:
        return None
    keyword = service.words[language].text_keyword
    wording = _TEXT_KEYWORD if keyword else _TEXT
    label = wording[language].format(number=service.text, keyword=keyword)
    return Link(label, sms_href(service.text, keyword))


def _host(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")


def verified_note(day: date | None, language: str) -> str:
    """Say when a fact was verified, or that it is not yet."""
    return _VERIFIED[language].format(date=day.isoformat()) if day else _UNVERIFIED[language]
