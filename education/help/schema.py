"""Check what stands in services.toml before anybody relies on it."""

from collections.abc import Mapping
from zoneinfo import available_timezones

from education.help.numbers import PHONE, TEXT
from education.record_fields import (
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

TOPICS = ("danger", "suicide", "talk", "protect", "report", "remove", "support", "law", "worry")
PROVINCES = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")
WHO = ("child", "teen", "adult", "friend", "parent", "worker")
WHAT = ("threat", "image", "contact", "known", "saw", "regret", "thoughts", "suicide", "unsure")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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
    reachable = any(key in record for key in ("phone", "text")) or "web" in english or "form" in english
    if reachable == bool(record.get("local")):
        raise RecordError(label, "local", "is true exactly when there is no phone, text, web or form")
    needs = {"phone_label": "phone", "text_keyword": "text"}
    if ("form" in english) != ("form_label" in english):
        raise RecordError(label, "en.form_label", "belongs to a form, and each form has one")
    for field, needed in needs.items():
        if field in english and needed not in record:
            raise RecordError(label, needed, f"is missing, while there is a {field}")
    if "until_place" in record and "provinces" in record:
        raise RecordError(label, "until_place", "is only for a record of all of Canada")
    if "always" in record and "opening" in record:
        raise RecordError(label, "opening", "says nothing where the service always answers")


def _words(record: Table, language: str) -> Table:
    words = record[language]
    return words if isinstance(words, dict) else {}


def _topic(value: object) -> str:
    return "" if value in TOPICS else f"must be one of {', '.join(TOPICS)}"


def _some_of(known: tuple[str, ...], left_out: str) -> Rule:
    """Return a rule that a value lists some of the known ones; `left_out` says what no list means."""

    def rule(value: object) -> str:
        codes = value if isinstance(value, list) else []
        if not codes or any(code not in known for code in codes) or len(set(codes)) < len(codes):
            return f"must list some of {', '.join(known)}, each once; left out means {left_out}"
        return ""

    return rule


def _tables_of(rules: Mapping[str, Rule]) -> Rule:
    """Return a rule that a value lists tables which have exactly these fields."""

    def rule(value: object) -> str:
        tables = value if isinstance(value, list) else []
        if not tables or not all(isinstance(table, dict) for table in tables):
            return "must be a list of tables"
        for table in tables:
            if table.keys() != rules.keys():
                return f"must say {', '.join(rules)}, and nothing else"
            for field, of_field in rules.items():
                if reason := of_field(table[field]):
                    return f"{field} {reason}"
        return ""

    return rule


def _zone(value: object) -> str:
    return "" if value in available_timezones() else "must be a time zone like America/Toronto"


def _true(value: object) -> str:
    return "" if value is True else "must be true or left out"


_PHONE_RULE = matches(PHONE, "a number like 1-800-555-0199 or 911")
_ADDRESS_RULE = matches(r"https://[a-z0-9.-]+/[^\s?#]*", "an https address with no query")
_TEXT_RULE = matches(TEXT, "a number like 514-555-0199 or a short code")
_CLOCK = matches(r"([01]\d|2[0-3]):[0-5]\d", "a time like 08:30")
_OPENING: Mapping[str, Rule] = {
    "days": _some_of(DAYS, "nothing"),
    "opens": _CLOCK,
    "closes": _CLOCK,
    "zone": _zone,
}
_MORE_PHONES: Mapping[str, Rule] = {"number": _PHONE_RULE} | dict.fromkeys(LANGUAGES, text_value)
_RECORD_REQUIRED: Mapping[str, Rule] = {
    "id": matches(r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case words with hyphens"),
    "topic": _topic,
    "spoken": _some_of(("en", "fr", "iu", "cr", "oj"), "nothing"),
    "source": matches(r"https?://\S+", "an address"),
    "en": table_value,
    "fr": table_value,
}
_RECORD_OPTIONAL: Mapping[str, Rule] = {
    "phone": _PHONE_RULE,
    "more_phones": _tables_of(_MORE_PHONES),
    "text": _TEXT_RULE,
    "local": _true,
    "provinces": _some_of(PROVINCES, "all of Canada"),
    "until_place": _true,
    "who": _some_of(WHO, "everybody"),
    "what": _some_of(WHAT, "anything"),
    "always": _true,
    "opening": _tables_of(_OPENING),
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
    "web": _ADDRESS_RULE,
    "form": _ADDRESS_RULE,
    "form_label": text_value,
}
