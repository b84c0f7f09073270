"""What holds in each place: emergency, child protection, the law on reporting, and consent in class."""

from collections.abc import Mapping
from dataclasses import dataclass

from education.help.cards import Card, card, verified_note
from education.help.records import service
from education.provinces.records import PROVINCES, Fact, Province

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "protection": ("emergency", "reporting"),
    "classroom": ("classroom",),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact as a page shows it; every string is already in the page's language."""

    name: str
    sentence: str
    source: str
    verified_note: str


@dataclass(frozen=True, slots=True)
class Place:
    """One province or territory as a page shows it."""

    id: str
    name: str
    protection: Card | None
    facts: tuple[Shown, ...]


def places(
    subject: str, language: str, *, provinces: Mapping[str, Province] | None = None
) -> tuple[Place, ...]:
    """What holds in each place, west to east, then north: of `protection` or of `classroom`."""
    chosen = PROVINCES if provinces is None else provinces
    return tuple(_place(one, subject, language) for one in chosen.values())


def _place(province: Province, subject: str, language: str) -> Place:
    known = {name: getattr(province, name) for name in SUBJECTS[subject]}
    return Place(
        id=province.id,
        name=province.names.said_in(language),
        protection=card(service(province.protection), language) if subject == "protection" else None,
        facts=tuple(_shown(name, fact, language) for name, fact in known.items() if fact),
    )


def _shown(name: str, fact: Fact, language: str) -> Shown:
    return Shown(
        name=name,
        sentence=fact.sentence.said_in(language),
        source=fact.source.said_in(language),
        verified_note=verified_note(fact.verified_on, language),
    )
