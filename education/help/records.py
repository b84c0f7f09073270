"""Every helpline, read once from services.toml into values that nothing can change."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from education.help.schema import LANGUAGES, TOPICS, RecordError, check

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


@dataclass(frozen=True, slots=True)
class Service:
    """One helpline: its numbers once, its words in each language."""

    id: str
    topic: str
    source: str
    words: Mapping[str, Words]
    phone: str = ""
    text: str = ""
    local: bool = False
    provinces: tuple[str, ...] = ()  # none means everywhere in Canada
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
    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise RecordError("the file", "TOML", str(error)) from None
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
    plain["provinces"] = tuple(plain.get("provinces", ()))
    return Service(**plain, words=words)


SERVICES: Mapping[str, Service] = read(SOURCE.read_text(encoding="utf-8"))
