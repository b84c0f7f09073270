"""Every province and territory, read once from provinces.toml, and what a lesson plan shows of each."""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from education.help.cards import verified_note
from education.help.schema import (
    LANGUAGES,
    RecordError,
    Rule,
    Table,
    check_fields,
    date_value,
    matches,
    table_value,
    text_value,
)
from education.help.schema import PROVINCES as CODES

SOURCE = Path(__file__).with_name("provinces.toml")
TIERS = ("A", "B", "C", "D")  # those of learners; parents, educators and health have no curriculum


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
class Province:
    """One province or territory, with an expectation for each tier of learners."""

    id: str
    names: Words
    within: Words
    web: str
    tiers: Mapping[str, Expectation]
    schools_note: Words | None = None
    classroom_note: Words | None = None


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


class ProvinceRecordError(RecordError):
    """One thing wrong in provinces.toml: which record, which field, and why."""

    def __init__(self, record: str, field: str, reason: str) -> None:
        super().__init__(record, field, reason)
        self.args = (f"provinces.toml: {record}: {field}: {reason}",)


def expectations(
    tier: str, language: str, *, provinces: Mapping[str, Province] | None = None
) -> tuple[Row, ...]:
    """What a lesson of this tier serves in each province, west to east, then north. Adults' tiers: none."""
    if tier not in TIERS:
        return ()
    chosen = PROVINCES if provinces is None else provinces
    return tuple(_row(one, one.tiers[tier], language) for one in chosen.values())


def read(toml: str) -> Mapping[str, Province]:
    """The provinces of a file's text by id, in its order; one ProvinceRecordError if it is broken."""
    try:
        return _provinces(tomllib.loads(toml))
    except tomllib.TOMLDecodeError as error:
        raise ProvinceRecordError("the file", "TOML", str(error)) from None
    except RecordError as error:
        raise ProvinceRecordError(error.record, error.field, error.reason) from None


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
        classroom_note=said(province.classroom_note),
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
    plain = {field: value for field, value in record.items() if field not in TIERS}
    return Province(**_with_words(plain), tiers=MappingProxyType(tiers))


def _with_words(table: dict[str, Any]) -> dict[str, Any]:
    return {field: Words(**value) if isinstance(value, dict) else value for field, value in table.items()}


def _check(record: Table, *, label: str) -> None:
    """Raise a RecordError at the first thing wrong in one record."""
    check_fields(record, _RECORD_REQUIRED, _RECORD_OPTIONAL, label=label)
    _check_tables(record, label=label)


def _check_tables(table: Table, *, label: str, prefix: str = "") -> None:
    """Check what stands in the tiers of a record, and that no text lacks a language."""
    for field, value in table.items():
        if isinstance(value, dict):
            required, optional = (_TIER_REQUIRED, _TIER_OPTIONAL) if field in TIERS else (_WORDS, {})
            check_fields(value, required, optional, label=label, prefix=f"{prefix}{field}.")
            _check_tables(value, label=label, prefix=f"{prefix}{field}.")


def _records(value: object) -> str:
    are_records = isinstance(value, list) and all(isinstance(record, dict) for record in value)
    return "" if are_records else "must be a list of [[province]] tables"


def _code(value: object) -> str:
    return "" if value in CODES else f"must be one of {', '.join(CODES)}"


_RECORD_REQUIRED: Mapping[str, Rule] = {
    "id": _code,
    "names": table_value,
    "within": table_value,
    "web": matches(r"https://[a-z0-9.-]+/[^\s?#]*", "an https address with no query"),
    **dict.fromkeys(TIERS, table_value),
}
_RECORD_OPTIONAL: Mapping[str, Rule] = {"schools_note": table_value, "classroom_note": table_value}
_TIER_REQUIRED: Mapping[str, Rule] = {
    **dict.fromkeys(("subject", "grades", "sentence", "source"), table_value),
    "date": date_value,
}
_TIER_OPTIONAL: Mapping[str, Rule] = {"verified_on": date_value}
_WORDS: Mapping[str, Rule] = dict.fromkeys(LANGUAGES, text_value)

PROVINCES: Mapping[str, Province] = read(SOURCE.read_text(encoding="utf-8"))
