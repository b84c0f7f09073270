"""A broken services.toml stops with one sentence: which record, which field, and why."""

from datetime import date

import pytest

from education.help.records import read
from education.record_fields import RecordError

RECORD = """
[[service]]
id = "line"
topic = "talk"
phone = "1-800-555-0199"
spoken = ["en"]
source = "https://example.org/"
{extra}
[service.en]
name = "Line"
summary = "Talk."
audience = "All."
what_happens = "We talk."
what_they_do = "We listen."
name_or_status_asked = "No."
languages = "English."
{english}
[service.fr]
name = "Ligne"
summary = "Parler."
audience = "Tous."
what_happens = "On parle."
what_they_do = "On écoute."
name_or_status_asked = "Non."
languages = "Français."
{french}
"""


def record(*, extra="", english="", french=""):
    return RECORD.format(extra=extra, english=english, french=french)


def error_of(toml):
    with pytest.raises(RecordError) as caught:
        read(toml)
    return caught.value


def test_a_sound_record_is_read():
    one = read(record(extra='provinces = ["QC"]\nverified_on = 2026-05-03'))["line"]
    assert (one.words["fr"].name, one.provinces, one.verified_on) == ("Ligne", ("QC",), date(2026, 5, 3))


def test_services_are_ordered_by_topic_wherever_they_stand():
    danger = record().replace('"line"', '"danger"').replace('"talk"', '"danger"')
    assert list(read(record() + danger)) == ["danger", "line"]


@pytest.mark.parametrize(
    ("extra", "field", "reason"),
    [
        ('fax = "514-555-0199"', "fax", "is not a field we know"),
        ('provinces = ["QQ"]', "provinces", "must list some of"),
        ('provinces = ["QC", "QC"]', "provinces", "each once"),
        ('verified_on = "yesterday"', "verified_on", "must be a date"),
        ('text = "five"', "text", "must be a number"),
        ("local = true", "local", "exactly when there is no phone"),
    ],
)
def test_a_wrong_field_is_named_with_its_record_and_the_reason(extra, field, reason):
    error = error_of(record(extra=extra))
    assert (error.record, error.field) == ("line", field)
    assert reason in error.reason
    assert str(error) == f"services.toml: line: {field}: {error.reason}"


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ('phone = "1-800-555-0199"', 'phone = "call us"', "phone", "must be a number"),
        ('topic = "talk"', 'topic = "fun"', "topic", "must be one of danger, suicide"),
        ('source = "https://example.org/"', "", "source", "is missing"),
        ('source = "https://example.org/"', 'source = "a friend"', "source", "must be an address"),
        ('name = "Ligne"', "", "fr.name", "is missing"),
        ('summary = "Talk."', 'summary = ""', "en.summary", "must be a text, not empty"),
        ('summary = "Talk."', 'summary = "Talk. "', "en.summary", "space"),
        ('phone = "1-800-555-0199"', "", "local", "exactly when there is no phone"),
    ],
)
def test_a_wrong_or_missing_value_is_named(old, new, field, reason):
    error = error_of(record().replace(old, new))
    assert (error.record, error.field) == ("line", field)
    assert reason in error.reason


def test_a_language_cannot_be_left_out():
    english_only = record().split("[service.fr]")[0]
    assert (error_of(english_only).field, error_of(english_only).reason) == ("fr", "is missing")


@pytest.mark.parametrize(
    "field", ['hours = "Always."', 'web = "https://example.org/"', 'phone_label = "Call"']
)
def test_a_text_in_one_language_only_is_refused(field):
    name = field.split(" ")[0]
    assert error_of(record(english=field)).field == f"fr.{name}"
    assert error_of(record(french=field)).field == f"en.{name}"


def test_a_notice_may_stand_in_the_one_language_it_concerns():
    one = read(record(french='one_language_notice = "En anglais seulement."'))["line"]
    assert one.words["en"].one_language_notice == ""


@pytest.mark.parametrize("address", ["http://example.org/", "https://example.org/?id=7", "example.org"])
def test_an_address_must_be_safe_and_carry_no_identifier(address):
    web = f'web = "{address}"'
    assert error_of(record(english=web, french=web)).field == "en.web"


def test_a_label_or_keyword_without_its_number_is_refused():
    keyword = 'text_keyword = "HELLO"'
    assert error_of(record(english=keyword, french=keyword)).field == "text"


def test_the_same_id_twice_is_refused():
    assert error_of(record() + record()).reason == "stands twice"


def test_a_record_without_an_id_is_named_by_its_place():
    error = error_of(record() + record().replace('id = "line"', ""))
    assert (error.record, error.field, error.reason) == ("record 2", "id", "is missing")


@pytest.mark.parametrize(
    ("toml", "field"),
    [("[[service", "TOML"), ("", "service"), ("service = 3", "service"), ("title = 'x'", "title")],
)
def test_a_file_that_is_no_list_of_services_is_refused(toml, field):
    assert (error_of(toml).record, error_of(toml).field) == ("the file", field)
