"""What a reader sees of each helpline."""

import re
from dataclasses import asdict, replace
from datetime import date
from urllib.parse import urlsplit

import pytest

from education.help.cards import card, cards_for_errors, cards_of
from education.help.records import SERVICES, service
from education.record_fields import LANGUAGES

# What the service-card component reads, and no more.
ATTRIBUTES = {
    *("id", "name", "summary", "phone", "text", "web", "hours", "audience", "what_happens", "what_they_do"),
    *("languages", "one_language_notice", "verified_note", "form", "opening", "is_urgent", "more_phones"),
}

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_card = pytest.mark.parametrize(
    "one",
    [one for language in LANGUAGES for one in cards_of(SERVICES, language)],
    ids=lambda one: f"{one.id}-{one.name}",
)


@each_language
def test_every_service_has_a_card_with_danger_first(language):
    assert [one.id for one in cards_of(SERVICES, language)] == list(SERVICES)
    assert cards_of(SERVICES, language)[0].id == "emergency"


@each_language
def test_a_broken_page_still_shows_the_four_that_matter_most(language):
    assert [one.id for one in cards_for_errors(language)] == [
        "emergency",
        "988",
        "kids-help-phone",
        "cybertip",
    ]


@each_card
def test_a_card_has_exactly_what_its_component_reads(one):
    assert set(asdict(one)) == ATTRIBUTES


@each_card
def test_links_dial_text_or_open_what_they_say(one):
    assert not one.phone or re.fullmatch(r"tel:(\d{3}|\+1\d{10})", one.phone.href)
    assert not one.text or re.fullmatch(r"sms:(\d{3,6}|\+1\d{10})(\?body=[A-Z]+)?", one.text.href)
    assert not one.web or re.fullmatch(r"https://[^\s?#]+", one.web.href)
    assert not one.form or re.fullmatch(r"https://[^\s?#]+", one.form.href)
    assert all(re.fullmatch(r"tel:\+1\d{10}", more.href) for more in one.more_phones)
    for link in (one.phone, one.text, one.web, one.form, *one.more_phones):
        assert link is None or link.label


@each_card
def test_a_card_leads_somewhere_or_says_that_each_place_has_its_own_number(one):
    assert one.phone or one.text or one.web or one.form or service(one.id).local


@pytest.mark.parametrize(
    ("language", "label", "href"),
    [
        ("en", "Text CONNECT to 686868", "sms:686868?body=CONNECT"),
        ("fr", "Texto\u00a0: PARLER au 686868", "sms:686868?body=PARLER"),
    ],
)
def test_kids_help_phone_is_texted_with_the_word_of_the_language(language, label, href):
    link = card(service("kids-help-phone"), language).text
    assert (link.label, link.href) == (label, href)


@each_language
def test_988_can_be_called_and_texted_in_both_languages(language):
    one = card(service("988"), language)
    assert (one.phone.label, one.phone.href, one.text.href) == ("9-8-8", "tel:988", "sms:988")


@pytest.mark.parametrize(("language", "site"), [("en", "cybertip.ca"), ("fr", "cyberaide.ca")])
def test_cybertip_opens_in_the_language_of_the_page(language, site):
    one = card(service("cybertip"), language)
    assert urlsplit(one.form.href).hostname == site
    assert one.phone.href == "tel:+18666589022"


@each_language
def test_whether_a_name_is_asked_is_said_on_every_card(language):
    for one in cards_of(SERVICES, language):
        assert one.what_they_do.endswith(service(one.id).words[language].name_or_status_asked)


@each_card
def test_a_card_nobody_verified_says_so(one):
    assert one.verified_note in {"Not yet verified by this site.", "Pas encore vérifié par ce site."}


@pytest.mark.parametrize(
    ("language", "note"), [("en", "Verified on 2026-05-03."), ("fr", "Vérifié le 2026-05-03.")]
)
def test_a_verified_card_shows_the_day(language, note):
    verified = replace(service("211"), verified_on=date(2026, 5, 3))
    assert card(verified, language).verified_note == note
