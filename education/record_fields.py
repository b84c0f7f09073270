"""Check the fields of a record file, and name what is wrong with the file, the record and the field."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

LANGUAGES = ("en", "fr")

type Table = Mapping[str, object]
type Rule = Callable[[object], str]  # says what is wrong, or nothing


class RecordError(ValueError):
    """One thing wrong in a record file: which record, which field, and why."""

    def __init__(self, record: str, field: str, reason: str, *, source: str = "") -> None:
        super().__init__(record, field, reason)
        self.record, self.field, self.reason, self.source = record, field, reason, source

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.source, self.record, self.field, self.reason)))


@contextmanager
def reading(source: str) -> Iterator[None]:
    """Name the file in every RecordError, and turn broken TOML into one."""
    try:
        yield
    except tomllib.TOMLDecodeError as error:
        raise RecordError("the file", "TOML", str(error), source=source) from None
    except RecordError as error:
        error.source = source
        raise


def check_fields(
    table: Table, required: Mapping[str, Rule], optional: Mapping[str, Rule], *, label: str, prefix: str = ""
) -> None:
    """Raise a RecordError at the first field that is missing, unknown or breaks its rule."""
    rules = {**required, **optional}
    for field, value in table.items():
        if field not in rules:
            raise RecordError(label, prefix + field, "is not a field we know")
        if reason := rules[field](value):
            raise RecordError(label, prefix + field, reason)
    for field in required:
        if field not in table:
            raise RecordError(label, prefix + field, "is missing")


def text_value(value: object) -> str:
    """Say what is wrong with a text; nothing for a sound one."""
    if not isinstance(value, str) or not value.strip():
        return "must be a text, not empty"
    return "" if value == value.strip() else "must not begin or end with a space"


def matches(pattern: re.Pattern[str] | str, wanted: str) -> Rule:
    """Return a rule that a value matches a pattern; `wanted` says what it must be."""

    def rule(value: object) -> str:
        fits = isinstance(value, str) and re.fullmatch(pattern, value)
        return "" if fits else f"must be {wanted}"

    return rule


def date_value(value: object) -> str:
    """Say what is wrong with a date; nothing for a sound one."""
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return "" if is_day else "must be a date like 2026-05-03"


def table_value(value: object) -> str:
    """Say what is wrong with a table of texts; nothing for a sound one."""
    return "" if isinstance(value, dict) else "must be a table of texts"
