"""Every helpline, read once from services.toml into values that nothing can change."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from education.help.schema import TOPICS, check
from education.record_fields import LANGUAGES, RecordError, reading

SOURCE = Path(__file__).with_name("services.toml")


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says about a service."""

    name: str
    summary: str
    audience: str
    what_happens: str
    what_they_do: str
    name_or_status_asked: str
    languages: str
    hours: str = ""
    one_language_notice: str = ""
    phone_label: str = ""
    text_keyword: str = ""
    web: str = ""
    form: str = ""  # where a report is written
    form_label: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """When somebody answers, by the clock of a place; past midnight where it closes before it opens."""

    days: tuple[str, ...]  # of MO to SU
    opens: str  # HH:MM
    closes: str
    zone: str  # of the time zone database


@dataclass(frozen=True, slots=True)
class MorePhone:
    """A further number, and what each language says of when or where it is for."""

    number: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Service:
    """One helpline: its numbers once, its words in each language."""

    id: str
    topic: str
    spoken: tuple[str, ...]  # codes of the languages that whoever answers speaks
    source: str
    words: Mapping[str, Words]
    phone: str = ""
    more_phones: tuple[MorePhone, ...] = ()
    text: str = ""
    local: bool = False
    provinces: tuple[str, ...] = ()  # none means everywhere in Canada
    until_place: bool = False  # stands in for a record of the place, until the place is known
    who: tuple[str, ...] = ()  # whom it is for; none means everybody
    what: tuple[str, ...] = ()  # what it is for; none means anything
    always: bool = False  # answers day and night, every day
    opening: tuple[Opening, ...] = ()  # none means that we do not know
    verified_on: date | None = None


class UnknownServiceError(LookupError):
    """Nobody knows a helpline by this id."""


def service(service_id: str) -> Service:
    """The helpline of this id."""
    try:
        return SERVICES[service_id]
    except KeyError:
        raise UnknownServiceError(
            f"{service_id!r} is not a service; there are {', '.join(SERVICES)}"
        ) from None


def read(toml: str) -> Mapping[str, Service]:
    """The services of a file's text by id, in the order of their topics; one RecordError if it is broken."""
    with reading(SOURCE.name):
        return _services(tomllib.loads(toml))


def _services(document: dict[str, Any]) -> Mapping[str, Service]:
    services: dict[str, Service] = {}
    for number, record in enumerate(_records(document), start=1):
        label = record.get("id") if isinstance(record.get("id"), str) else f"record {number}"
        check(record, label=str(label))
        if record["id"] in services:
            raise RecordError(record["id"], "id", "stands twice")
        services[record["id"]] = _service(record)
    by_topic = sorted(services.values(), key=lambda one: TOPICS.index(one.topic))
    return MappingProxyType({one.id: one for one in by_topic})


def _records(document: dict[str, Any]) -> list[dict[str, Any]]:
    for key in document.keys() - {"service"}:
        raise RecordError("the file", key, "is not a field we know")
    records = document.get("service")
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise RecordError("the file", "service", "must be a list of [[service]] tables")
    return records


def _service(record: dict[str, Any]) -> Service:
    words = MappingProxyType({language: Words(**record[language]) for language in LANGUAGES})
    plain = {field.name: record[field.name] for field in fields(Service) if field.name in record}
    lists = {name: tuple(value) for name, value in plain.items() if isinstance(value, list)}
    lists["more_phones"] = tuple(_more_phone(table) for table in plain.get("more_phones", ()))
    lists["opening"] = tuple(_opening(table) for table in plain.get("opening", ()))
    return Service(**plain | lists, words=words)


def _more_phone(table: dict[str, Any]) -> MorePhone:
    words = MappingProxyType({language: table[language] for language in LANGUAGES})
    return MorePhone(table["number"], words)


def _opening(table: dict[str, Any]) -> Opening:
    return Opening(**table | {"days": tuple(table["days"])})


SERVICES: Mapping[str, Service] = read(SOURCE.read_text(encoding="utf-8"))
