"""An educator prints what a class needs: a plan, a handout, and a key that explains every answer."""

import re
from collections import Counter

import pytest

from tests.lessons.lesson_blocks import BLOCKS, choice_block, question_block, step_block

LESSON = {"en": "/en/ages/module/lesson/", "fr": "/fr/ages/module/lecon/"}
PAPERS = {
    "plan": {"en": "plan/", "fr": "plan/"},
    "handout": {"en": "handout/", "fr": "feuille/"},
    "answers": {"en": "answers/", "fr": "corrige/"},
}
FEEDBACK = {"en": "Because", "fr": "Parce que"}
OF_EACH_KIND = [step_block(f"step-{kind}", block | {"id": f"q-{kind}"}) for kind, block in BLOCKS.items()]
PRIVATE = question_block(
    choices=[choice_block("mine", right=True), choice_block("yours")], key="private", sensitive=True
)


@pytest.fixture
def paper(client):
    """Return the page of a paper in a language."""

    def get(name, language="en"):
        response = client.get(LESSON[language] + PAPERS[name][language])
        assert response.status_code == 200
        return response.content.decode()

    return get


def notices(html):
    """Return the texts that stand out on a page."""
    return re.findall(r'<div class="notice__text.*?</div>', html, re.DOTALL)


def test_the_plan_holds_what_the_lesson_and_its_module_say_to_educators(make_lesson, paper):
    make_lesson(step_block("one"))
    for language, word in (("en", "English"), ("fr", "French")):
        html = paper("plan", language)
        for name in ("materials", "leading", "letter_home", "ground_rules", "if_told"):
            assert f"{word} {name}." in html
    assert "look twice" in paper("plan", "en")
    assert "regarder deux fois" in paper("plan", "fr")


def test_the_plan_shows_where_the_lesson_fits_in_each_province(make_lesson, paper):
    make_lesson(step_block("one"))
    for language, province in (("en", "Nova Scotia"), ("fr", "Nouvelle-Écosse")):
        html = paper("plan", language)
        assert html.count('class="plan__source"') == 13
        assert province in html


@pytest.mark.parametrize("about_sexuality", [True, False])
def test_alberta_is_named_apart_only_for_a_lesson_mainly_about_sexuality(make_lesson, paper, about_sexuality):
    make_lesson(step_block("one"), about_sexuality=about_sexuality)
    for language in LESSON:
        assert any("Alberta" in notice for notice in notices(paper("plan", language))) == about_sexuality


def test_every_question_stands_on_the_handout_without_a_feedback(make_lesson, paper):
    make_lesson(*OF_EACH_KIND)
    for language in LESSON:
        html = paper("handout", language)
        assert [kind for kind in BLOCKS if f'id="w-q-{kind}"' not in html] == []
        assert FEEDBACK[language] not in html


def test_the_key_holds_every_feedback_of_every_question(make_lesson, paper):
    make_lesson(*OF_EACH_KIND)
    choices = [choice for block in BLOCKS.values() for choice in block["value"]["choices"]]
    for language in LESSON:
        found = Counter(re.findall(r'class="worksheet__feedback">([^<]*)<', paper("answers", language)))
        assert found == Counter(choice["value"][f"feedback_{language}"] for choice in choices)


@pytest.mark.parametrize("name", ["handout", "answers"])
def test_a_sensitive_question_is_never_on_paper(make_lesson, paper, name):
    make_lesson(step_block("one", question_block(), PRIVATE))
    for language in LESSON:
        html = paper(name, language)
        assert 'id="w-which"' in html
        for word in ("private?", "mine<", "yours<", 'w-private"'):
            assert word not in html


def test_a_paper_toggles_to_the_same_paper(make_lesson, paper):
    make_lesson(step_block("one"))
    for name, rest in PAPERS.items():
        for here, there in (("en", "fr"), ("fr", "en")):
            assert f'href="{LESSON[there]}{rest[there]}"' in paper(name, here)


def test_a_paper_that_is_not_there_is_missing(make_lesson, client):
    make_lesson(step_block("one"))
    of_the_other_language = [
        LESSON[here] + PAPERS[name][there]
        for name in ("handout", "answers")
        for here, there in (("en", "fr"), ("fr", "en"))
    ]
    for address in (*of_the_other_language, f"{LESSON['en']}plan/1/", f"{LESSON['en']}handout/x/"):
        assert client.get(address).status_code == 404, address


def test_the_lesson_and_its_module_lead_to_every_paper(make_lesson, client):
    make_lesson(step_block("one"))
    for language, lesson in LESSON.items():
        for address in (lesson, f"/{language}/ages/module/"):
            html = client.get(address).content.decode()
            assert [name for name in PAPERS if f'href="{lesson}{PAPERS[name][language]}"' not in html] == []
