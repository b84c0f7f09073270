"""Every province and territory, read once from provinces.toml, and what a lesson plan shows of each."""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from education.help.cards import verified_note
from education.help.schema import PROVINCES as CODES
from education.record_fields import (
    LANGUAGES,
    RecordError,
    Rule,
    Table,
    check_fields,
    date_value,
    matches,
    reading,
    table_value,
    text_value,
)

SOURCE = Path(__file__).with_name("provinces.toml")
TIERS = ("A", "B", "C", "D")  # those of learners; parents, educators and health have no curriculum
FACTS = ("emergency", "reporting", "classroom")


@dataclass(frozen=True, slots=True)
class Words:
    """The same text in both languages."""

    en: str
    fr: str

    def said_in(self, language: str) -> str:
        """The text of one language."""
        return {"en": self.en, "fr": self.fr}[language]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a curriculum expects of the pupils of a tier, where a lesson of ours serves it."""

    subject: Words
    grades: Words
    sentence: Words
    source: Words
    date: datetime.date  # when it was written
    verified_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What holds in one province or territory, and where whoever verifies it begins."""

    sentence: Words
    source: Words
    web: str
    date: datetime.date  # when it was written
    verified_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Province:
    """One province or territory: where help is, what the law asks, what each tier of learners is to learn."""

    id: str
    names: Words
    within: Words
    web: str
    protection: str  # the id of the service that takes calls about a child who is not safe
    emergency: Fact  # how one calls for help at once
    reporting: Fact  # who must report what to whom
    tiers: Mapping[str, Expectation]
    classroom: Fact | None = None  # what the law asks of a teacher before a lesson; none: we know of nothing
    schools_note: Words | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What a lesson plan shows of one province; every string is already in the page's language."""

    id: str
    province: str
    grades: str
    subject: str
    sentence: str
    source: str
    schools_note: str
    classroom_note: str
    verified_note: str


def expectations(
    tier: str, language: str, *, provinces: Mapping[str, Province] | None = None
) -> tuple[Row, ...]:
    """What a lesson of this tier serves in each province, west to east, then north. Adults' tiers: none."""
    if tier not in TIERS:
        return ()
    chosen = PROVINCES if provinces is None else provinces
    return tuple(_row(one, one.tiers[tier], language) for one in chosen.values())


def read(toml: str) -> Mapping[str, Province]:
    """The provinces of a file's text by id, in its order; one RecordError if it is broken."""
    with reading(SOURCE.name):
        return _provinces(tomllib.loads(toml))


def _row(province: Province, expectation: Expectation, language: str) -> Row:
    def said(words: Words | None) -> str:
        return words.said_in(language) if words else ""

    return Row(
        id=province.id,
        province=said(province.names),
        grades=said(expectation.grades),
        subject=said(expectation.subject),
        sentence=said(expectation.sentence),
        source=said(expectation.source),
        schools_note=said(province.schools_note),
        classroom_note=said(province.classroom.sentence if province.classroom else None),
        verified_note=verified_note(expectation.verified_on, language),
    )


def _provinces(document: dict[str, Any]) -> Mapping[str, Province]:
    check_fields(document, {"province": _records}, {}, label="the file")
    provinces: dict[str, Province] = {}
    for number, record in enumerate(document["province"], start=1):
        label = record.get("id") if isinstance(record.get("id"), str) else f"record {number}"
        _check(record, label=str(label))
        if record["id"] in provinces:
            raise RecordError(record["id"], "id", "stands twice")
        provinces[record["id"]] = _province(record)
    for code in CODES:
        if code not in provinces:
            raise RecordError("the file", code, "is missing")
    return MappingProxyType(provinces)


def _province(record: dict[str, Any]) -> Province:
    tiers = {tier: Expectation(**_with_words(record[tier])) for tier in TIERS}
    facts: dict[str, Any] = {name: Fact(**_with_words(record[name])) for name in FACTS if name in record}
    plain = {field: value for field, value in record.items() if field not in (*TIERS, *FACTS)}
    return Province(**_with_words(plain), **facts, tiers=MappingProxyType(tiers))


def _with_words(table: dict[str, Any]) -> dict[str, Any]:
    return {field: Words(**value) if isinstance(value, dict) else value for field, value in table.items()}


def _check(record: Table, *, label: str) -> None:
    """Raise a RecordError at the first thing wrong in one record."""
    check_fields(record, _RECORD_REQUIRED, _RECORD_OPTIONAL, label=label)
    _check_tables(record, label=label)


def _check_tables(table: Table, *, label: str, prefix: str = "") -> None:
    """Check what stands in the tables of a record, and that no text lacks a language."""
    for field, value in table.items():
        if isinstance(value, dict):
            required = _REQUIRED.get(field, _WORDS)
            optional = {} if required is _WORDS else _DATED_OPTIONAL
            check_fields(value, required, optional, label=label, prefix=f"{prefix}{field}.")
            _check_tables(value, label=label, prefix=f"{prefix}{field}.")


def _records(value: object) -> str:
    are_records = isinstance(value, list) and all(isinstance(record, dict) for record in value)
    return "" if are_records else "must be a list of [[province]] tables"


def _code(value: object) -> str:
    return "" if value in CODES else f"must be one of {', '.join(CODES)}"


_ADDRESS = matches(r"https://[a-zA-Z0-9.-]+/[^\s?#]*", "an https address with no query")
_RECORD_REQUIRED: Mapping[str, Rule] = {
    "id": _code,
    "names": table_value,
    "within": table_value,
    "web": _ADDRESS,
    "protection": text_value,
    "emergency": table_value,
    "reporting": table_value,
    **dict.fromkeys(TIERS, table_value),
}
_RECORD_OPTIONAL: Mapping[str, Rule] = {"schools_note": table_value, "classroom": table_value}
_WORDS: Mapping[str, Rule] = dict.fromkeys(LANGUAGES, text_value)
_TIER: Mapping[str, Rule] = {
    **dict.fromkeys(("subject", "grades", "sentence", "source"), table_value),
    "date": date_value,
}
_FACT: Mapping[str, Rule] = {
    "sentence": table_value,
    "source": table_value,
    "web": _ADDRESS,
    "date": date_value,
}
_REQUIRED = dict.fromkeys(TIERS, _TIER) | dict.fromkeys(FACTS, _FACT)
_DATED_OPTIONAL: Mapping[str, Rule] = {"verified_on": date_value}

PROVINCES: Mapping[str, Province] = read(SOURCE.read_text(encoding="utf-8"))
