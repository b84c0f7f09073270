"""Check what stands in services.toml before anybody relies on it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from education.help.numbers import PHONE, TEXT

LANGUAGES = ("en", "fr")
TOPICS = ("danger", "suicide", "talk", "protect", "report", "remove", "support", "law", "worry")
PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")

type Table = Mapping[str, object]
type Rule = Callable[[object], str]  # says what is wrong, or nothing


class RecordError(ValueError):
    """One thing wrong in services.toml: which record, which field, and why."""

    def __init__(self, record: str, field: str, reason: str) -> None:
        super().__init__(f"services.toml: {record}: {field}: {reason}")
        self.record, self.field, self.reason = record, field, reason


def check(record: Table, *, label: str) -> None:
    """Raise a RecordError at the first thing wrong in one record."""
    check_fields(record, _RECORD_REQUIRED, _RECORD_OPTIONAL, label=label)
    for language in LANGUAGES:
        words = record[language]
        if not isinstance(words, dict):
            raise RecordError(label, language, "must be a table of texts")
        check_fields(words, _WORDS_REQUIRED, _WORDS_OPTIONAL, label=label, prefix=f"{language}.")
    _check_both_languages(record, label=label)
    _check_reachable(record, label=label)


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


def _check_both_languages(record: Table, *, label: str) -> None:
    """Refuse a text that one language has and the other lacks, but for a notice about the other's lack."""
    english, french = _words(record, "en"), _words(record, "fr")
    for field in _WORDS_OPTIONAL.keys() - {"one_language_notice"}:
        if (field in english) != (field in french):
            lacking = "fr" if field in english else "en"
            raise RecordError(label, f"{lacking}.{field}", "is missing, while the other language has it")


def _check_reachable(record: Table, *, label: str) -> None:
    """Refuse a card that leads nowhere, unless it says that each place has its own number."""
    english = _words(record, "en")
    reachable = any(key in record for key in ("phone", "text")) or "web" in english
    if reachable == bool(record.get("local")):
        raise RecordError(label, "local", "is true exactly when there is no phone, text or web")
    for field, needed in (("phone_label", "phone"), ("text_keyword", "text")):
        if field in english and needed not in record:
            raise RecordError(label, needed, f"is missing, while there is a {field}")


def _words(record: Table, language: str) -> Table:
    words = record[language]
    return words if isinstance(words, dict) else {}


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


def _topic(value: object) -> str:
    return "" if value in TOPICS else f"must be one of {', '.join(TOPICS)}"


def _provinces(value: object) -> str:
    codes = value if isinstance(value, list) else []
    if not codes or any(code not in PROVINCES for code in codes) or len(set(codes)) < len(codes):
        return f"must list some of {', '.join(PROVINCES)}, each once; left out means all of Canada"
    return ""


def date_value(value: object) -> str:
    """Say what is wrong with a date; nothing for a sound one."""
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return "" if is_day else "must be a date like 2026-05-03"


def _true(value: object) -> str:
    return "" if value is True else "must be true or left out"


def table_value(value: object) -> str:
    """Say what is wrong with a table of texts; nothing for a sound one."""
    return "" if isinstance(value, dict) else "must be a table of texts"


_PHONE_RULE = matches(PHONE, "a number like 1-800-555-0199 or 911")
_TEXT_RULE = matches(TEXT, "a number like 514-555-0199 or a short code")
_RECORD_REQUIRED: Mapping[str, Rule] = {
    "id": matches(r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case words with hyphens"),
    "topic": _topic,
    "source": matches(r"https?://\S+", "an address"),
    "en": table_value,
    "fr": table_value,
}
_RECORD_OPTIONAL: Mapping[str, Rule] = {
    "phone": _PHONE_RULE,
    "text": _TEXT_RULE,
    "local": _true,
    "provinces": _provinces,
    "verified_on": date_value,
}
_WORDS_REQUIRED: Mapping[str, Rule] = dict.fromkeys(
    ("name", "summary", "audience", "what_happens", "what_they_do", "name_or_status_asked", "languages"),
    text_value,
)
_WORDS_OPTIONAL: Mapping[str, Rule] = {
    "hours": text_value,
    "one_language_notice": text_value,
    "phone_label": text_value,
    "text_keyword": matches(r"[A-Z]+", "one word in capitals"),
    "web": matches(r"https://[a-z0-9.-]+/[^\s?#]*", "an https address with no query"),
}
