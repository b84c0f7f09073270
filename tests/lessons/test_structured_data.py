"""A lesson says in JSON-LD what it is, in the language of its page, and nothing breaks out of there."""

import json
import re

import pytest

from tests.lessons.lesson_blocks import step_block

LESSON = {"en": "/en/ages/module/lesson/", "fr": "/fr/ages/module/lecon/"}
# What schema.org and Google ask of a learning resource.
REQUIRED = {
    "@context",
    "@type",
    "name",
    "description",
    "url",
    "inLanguage",
    "learningResourceType",
    "provider",
}
ESCAPES = '</ scr><!-- ]]> & "quotes" \\'  # a tag as such never goes live


@pytest.fixture
def learning_resource(client):
    """Return what the page of the lesson says of it, in a language."""

    def read(language="en"):
        html = client.get(LESSON[language]).content.decode()
        (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        return json.loads(text)

    return read


def test_a_lesson_has_every_property_that_is_asked_for(make_lesson, learning_resource):
    make_lesson(step_block("one"), search_description="A summary.", search_description_fr="Un résumé.")
    data = learning_resource()
    assert (data["@context"], data["@type"]) == ("https://schema.org", "LearningResource")
    assert REQUIRED - data.keys() == set()
    assert all(data.values())


def test_a_lesson_is_told_in_the_language_of_its_page(make_lesson, learning_resource):
    make_lesson(step_block("one"), search_description="A summary.", search_description_fr="Un résumé.")
    english, french = learning_resource("en"), learning_resource("fr")
    assert (english["name"], french["name"]) == ("Lesson", "Leçon")
    assert (english["description"], french["description"]) == ("A summary.", "Un résumé.")
    assert (english["teaches"], french["teaches"]) == ("look twice", "regarder deux fois")
    for name in ("learningResourceType", "educationalLevel"):
        assert english[name] != french[name]


def test_a_lesson_names_its_address_and_its_translation(make_lesson, learning_resource, settings):
    make_lesson(step_block("one"))
    for language, other in (("en", "fr"), ("fr", "en")):
        data = learning_resource(language)
        for found, wanted in ((data, language), (data["workTranslation"], other)):
            assert (found["inLanguage"], found["url"]) == (
                f"{wanted}-CA",
                settings.PUBLIC_URL + LESSON[wanted],
            )


def test_age_and_length_are_written_as_the_standard_asks(make_lesson, learning_resource):
    make_lesson(step_block("one"), minutes=25)
    data = learning_resource()
    assert re.fullmatch(r"\d+-\d*", data["typicalAgeRange"])
    assert data["timeRequired"] == "PT25M"
    assert data["isAccessibleForFree"] is True


def test_no_text_of_a_lesson_ends_the_element(make_lesson, learning_resource):
    make_lesson(
        step_block("one"),
        slug="lesson",
        slug_fr="lecon",
        title=f"Lesson {ESCAPES}",
        title_fr=f"Leçon {ESCAPES}",
        objective_en=ESCAPES,
        objective_fr=ESCAPES,
    )
    for language in LESSON:
        data = learning_resource(language)
        assert data["name"].endswith(ESCAPES)
        assert data["teaches"] == ESCAPES
