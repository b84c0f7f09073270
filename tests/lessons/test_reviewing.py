"""What was learnt comes back after a week and after a month: few questions, without stakes."""

import re

import pytest

from lessons.quiz import Kind, Question, Words
from lessons.reviewing import MOST, WHEN, chosen
from tests.lessons.answers import links
from tests.lessons.lesson_blocks import BLOCKS, question_block, step_block

MODULE = {"en": "/en/ages/module/", "fr": "/fr/ages/module/"}
WEEK = {"en": "review/week/", "fr": "revision/semaine/"}
MONTH = {"en": "review/month/", "fr": "revision/mois/"}


def questions(*keys):
    return [Question(key, Kind.SINGLE, Words(key, key), ()) for key in keys]


def keys(lessons, when):
    return [question.key for _lesson, question in chosen(lessons, when)]


def retrieval(key, **more):
    return question_block(key=key, retrieval=True, **more)


@pytest.fixture
def lessons(make_lesson):
    """Two lessons that have something to come back, and one that has not."""
    make_lesson(step_block("one", retrieval("first"), question_block(key="never")))
    make_lesson(step_block("two", retrieval("second"), retrieval("third")), title="More", title_fr="Encore")
    make_lesson(step_block("three", question_block(key="not-ever")), title="Last", title_fr="Fin")


def asked(client, address):
    """Return the questions that a review asks, step by step, until it leads back to the module."""
    found = []
    while address not in MODULE.values():
        html = client.get(address).content.decode()
        found.append(re.findall(r'name="question" value="([^"]+)"', html))
        address = links(html)["next"]
    return found


# --- what comes back when


def test_week_and_month_share_out_the_questions_of_a_lesson():
    lessons = [questions("a", "b", "c", "d")]
    assert keys(lessons, "week") == ["a", "c"]
    assert keys(lessons, "month") == ["b", "d"]


def test_a_single_question_comes_back_both_times():
    lessons = [questions("a")]
    assert keys(lessons, "week") == keys(lessons, "month") == ["a"]


def test_each_lesson_has_its_turn_before_another_comes_again():
    lessons = [questions("a1", "-", "a2", "-"), [], questions("b1", "-", "b2")]
    assert keys(lessons, "week") == ["a1", "b1", "a2", "b2"]
    assert [lesson for lesson, _question in chosen(lessons, "week")] == [0, 2, 0, 2]


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("count", [1, 3, 8])
def test_there_are_five_questions_at_most(when, count):
    lessons = [questions(*(f"{number}-{one}" for one in "abcd")) for number in range(count)]
    assert len(chosen(lessons, when)) == min(MOST, 2 * count)
    assert MOST == 5


def test_nothing_comes_back_where_nothing_is_meant_to():
    assert chosen([[], []], "week") == []


# --- on the site


@pytest.mark.parametrize(("when", "expected"), [(WEEK, ["first", "second"]), (MONTH, ["first", "third"])])
def test_a_review_asks_its_questions_one_by_one_and_ends(lessons, client, when, expected):
    for language in MODULE:
        steps = asked(client, f"{MODULE[language]}{when[language]}1/")
        assert steps == [*([key] for key in expected), []]


def test_the_module_leads_to_both_reviews(lessons, client):
    for language, module in MODULE.items():
        html = client.get(module).content.decode()
        for when in (WEEK, MONTH):
            assert f'href="{module}{when[language]}1/"' in html


def test_a_review_without_a_number_leads_to_its_first_question(lessons, client):
    for language, module in MODULE.items():
        response = client.get(module + WEEK[language])
        assert (response.status_code, response["Location"]) == (301, f"{module}{WEEK[language]}1/")


def test_a_review_toggles_to_the_very_same_step(lessons, client):
    for here, there in (("en", "fr"), ("fr", "en")):
        html = client.get(f"{MODULE[here]}{MONTH[here]}2/").content.decode()
        assert f'href="{MODULE[there]}{MONTH[there]}2/"' in html


def test_an_address_in_the_words_of_the_other_language_is_missing(lessons, client):
    english, french = MODULE["en"], MODULE["fr"]
    for address in (
        f"{french}review/week/1/",
        f"{french}review/month/1/",
        f"{french}review/mois/1/",
        f"{english}revision/semaine/1/",
        f"{english}revision/mois/1/",
    ):
        assert client.get(address).status_code == 404, address


def test_a_step_of_a_review_that_is_not_there_is_missing(lessons, client):
    for rest in ("0/", "4/", "01/", "x/", "1/2/", "-1/", "100/"):
        assert client.get(f"{MODULE['en']}{WEEK['en']}{rest}").status_code == 404, rest


def test_a_module_that_has_nothing_to_come_back_has_no_review(make_lesson, client):
    make_lesson(step_block("one", question_block()))
    for rest in ("", "1/"):
        assert client.get(f"{MODULE['en']}{WEEK['en']}{rest}").status_code == 404
    assert "review/" not in client.get(MODULE["en"]).content.decode()


def test_an_answer_in_a_review_is_explained(lessons, client):
    for language, words in (("en", "Because a"), ("fr", "Parce que a")):
        address = f"{MODULE[language]}{WEEK[language]}1/"
        assert words in client.post(address, {"question": "first", "choice": "a"}).content.decode()


def test_a_review_knows_no_question_but_its_own(lessons, client):
    response = client.post(f"{MODULE['en']}{WEEK['en']}1/", {"question": "never", "choice": "a"})
    assert response.status_code == 422


def test_a_review_leads_back_to_the_lesson_of_each_question(lessons, client):
    for language, lesson in (("en", "/en/ages/module/more/"), ("fr", "/fr/ages/module/encore/")):
        html = client.get(f"{MODULE[language]}{WEEK[language]}2/").content.decode()
        assert f'href="{lesson}"' in html


def test_a_question_comes_back_only_while_its_lesson_is_live(make_lesson, client):
    make_lesson(step_block("one", retrieval("first")), title="Kept", title_fr="Gardé")
    make_lesson(step_block("two", retrieval("second"))).unpublish()
    assert asked(client, f"{MODULE['en']}{WEEK['en']}1/") == [["first"], []]


def test_what_is_sorted_ordered_or_matched_can_come_back(make_lesson, client):
    kinds = (Kind.SORT, Kind.ORDER, Kind.MATCH)
    for kind in kinds:
        block = BLOCKS[kind] | {"id": f"q-{kind}", "value": BLOCKS[kind]["value"] | {"retrieval": True}}
        make_lesson(step_block("one", block), title=f"To {kind}", title_fr=f"À {kind}")
    assert asked(client, f"{MODULE['en']}{WEEK['en']}1/") == [*([f"q-{kind}"] for kind in kinds), []]
