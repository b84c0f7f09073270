"""A hostile or tired editor cannot publish a number, an outside form or a script: not by any way in."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from education.models import GuidancePage, Picture, SupportPage
from education.unsafe_texts import problems
from tests.education.bilingual.test_editing import form
from tests.lessons.pack_site import page, run, site_files

NUMBERS = [
    "Call 1-800-555-0199",
    "Call 1 800 555 0199 now",
    "1.800.555.0199",
    "(800) 555-0199",
    "Call 555-0199",
    "Compose le 51 45 55 01 99",
    "1-800-GET-HELP",
    "one eight zero zero five five five zero one nine nine",
    "un huit zéro zéro cinq cinq cinq zéro un neuf neuf",
    "\uff11\uff18\uff10\uff10\uff15\uff15\uff15\uff10\uff11\uff19\uff19",
    "\u0661\u0668\u0660\u0660\u0665\u0665\u0665\u0660\u0661\u0669\u0669",
    "1\u200b800\u200b555\u200b0199",
    "Text HELP to 555010",
    "Appelle le 912",
]
ADDRESSES = [
    "https://forms.example.com/tell-us",
    "Write to help@example.org",
    "Go to evil-forms.example.net/tell",
    "www.tell-me.info",
    "kidshelpphone.ca.evil.com",
]
LINKS = [
    "https://forms.gle/abc",
    "http://kidshelpphone.ca/",
    "https://kidshelpphone.ca.evil.example/",
    "https://kidshelpphone.ca@evil.example/",
    "//evil.example/form",
    "/\\evil.example/form",
    "\\\\evil.example",
    "tel:18005550199",
    "sms:555010",
    "mailto:help@example.org",
    "javascript:alert(1)",
    "data:text/html,<form>",
]
TAGS = [
    "<script>alert(1)</script>",
    '<form action="/x">',
    '<iframe src="/x">',
    "<svg onload=alert(1)>",
    "< input >",
]
SOUND = [
    "Contact 9-8-8 now.",
    "In 2015 to 2022, 90 % of 1,200 people; grades 9-12, step 1-2-3.",
    '<p>Read <a linktype="page" id="5">this</a> or <a href="/en/help/">that</a>.</p>',
    '<a href="https://www.publicsafety.gc.ca/">the Strategy</a>, <a href="https://cybertip.ca/en/">Cybertip.ca</a>',
    "NeedHelpNow.ca and AidezMoiSVP.ca",
    "less < more, and more > less",
]


@pytest.mark.parametrize("text", [*NUMBERS, *ADDRESSES, *TAGS])
def test_what_may_not_stand_in_a_text_is_found(text):
    assert list(problems(text))
    assert list(problems(f"<p>Hello. {text}</p>"))


@pytest.mark.parametrize("address", LINKS)
def test_a_link_that_leads_astray_is_found(address):
    assert list(problems(f'<p><a href="{address}">help</a></p>'))


def test_a_number_in_pieces_is_found():
    assert list(problems("<p>Call <b>1-800</b>-<i>555</i>-0199</p>"))
    assert list(problems("<p>Call 1&#45;800&#45;555&#45;0199</p>"))


@pytest.mark.parametrize("text", SOUND)
def test_what_a_page_may_say_is_left_alone(text):
    assert list(problems(text)) == []


# The ways in

FIELDS = ["title", "title_fr", "search_description", "search_description_fr", "seo_title", "seo_title_fr"]


@pytest.mark.parametrize("bad", [NUMBERS[0], ADDRESSES[0], TAGS[0]])
@pytest.mark.parametrize("field", FIELDS)
def test_no_field_of_the_form_lets_it_through(editing, home, field, bad):
    add = reverse("wagtailadmin_pages:add", args=["education", "guidancepage", home.pk])
    response = editing.post(add, form(**{field: bad, "action-publish": "1"}))
    assert field in response.context["form"].errors
    assert not GuidancePage.objects.filter(live=True).exists()


BLOCKS = {
    "text": lambda bad: rich_text(f"<p>{bad}</p>"),
    "notice": lambda bad: {"tone": "note", "text": rich_text(f"<p>{bad}</p>")},
    "details": lambda bad: {"summary": bad, "text": rich_text("<p>Words</p>")},
    "picture": lambda bad: {"drawing": "hug", "image": "", "alt": bad},
}


@pytest.mark.parametrize("bad", [NUMBERS[0], ADDRESSES[1]])
@pytest.mark.parametrize("kind", BLOCKS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_block_lets_it_through(editing, home, language, kind, bad):
    add = reverse("wagtailadmin_pages:add", args=["education", "supportpage", home.pk])
    body = {f"body_{language}": streamfield([(kind, BLOCKS[kind](bad))])}
    data = form(**{"action-publish": "1"})
    data = {name: value for name, value in data.items() if not name.startswith(f"body_{language}")}
    response = editing.post(add, data | nested_form_data(body))
    assert f"body_{language}" in response.context["form"].errors
    assert not SupportPage.objects.filter(live=True).exists()


@pytest.mark.parametrize("address", LINKS)
def test_no_link_of_the_editor_lets_it_through(editing, home, address):
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}
    words = {"key": "a", "text": "help", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    words["entityRanges"] = [{"offset": 0, "length": 4, "key": 0}]
    content = json.dumps({"blocks": [words], "entityMap": {"0": link}})
    body = {"body_en": streamfield([("text", content)]), "body_fr": streamfield([("text", content)])}
    data = {
        name: value for name, value in form(**{"action-publish": "1"}).items() if not name.startswith("body_")
    }
    add = reverse("wagtailadmin_pages:add", args=["education", "guidancepage", home.pk])
    editing.post(add, data | nested_form_data(body))
    live = GuidancePage.objects.filter(live=True)
    assert not any(address in str(one.body_en) for one in live)


def test_a_draft_may_hold_it_and_every_way_to_publish_refuses(make_page):
    draft = make_page("Page", "Feuille", live=False, body_en=[("text", "<p>Call 1-800-555-0199</p>")])
    draft.body_fr = [("text", "<p>Mots</p>")]
    revision = draft.save_revision()
    with pytest.raises(ValidationError):
        revision.publish()
    draft.live = True
    with pytest.raises(ValidationError):
        draft.save()


@pytest.mark.parametrize("bad", [NUMBERS[0], NUMBERS[3], ADDRESSES[0], ADDRESSES[1]])
def test_a_content_file_is_refused_with_what_it_holds(db, bad):
    report = run(site_files() | {"pages/bad.yaml": page("bad", en=bad)})
    assert any("belongs on a service card" in str(problem) for problem in report.problems)
    assert not GuidancePage.objects.filter(slug="bad").exists()


def test_a_content_file_cannot_link_to_a_form_of_somebodys_own(db):
    report = run(site_files() | {"pages/bad.yaml": page("bad", en="[tell us](https://forms.gle/abc)")})
    assert report.problems
    assert not GuidancePage.objects.filter(slug="bad").exists()


def test_the_alternative_text_of_an_upload_is_checked_too(db):
    with pytest.raises(ValidationError) as refused:
        Picture(title="Poster", alt_en=NUMBERS[0], alt_fr="Affiche").full_clean(
            exclude=["file", "width", "height"]
        )
    assert "alt_en" in refused.value.message_dict
