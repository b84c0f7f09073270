"""A learner does a lesson: step by step, with feedback, without leaving anything behind."""

import re

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from lessons import playing
from lessons.models import LessonPage
from tests.lessons.answers import links
from tests.lessons.lesson_blocks import question_block, step_block


@pytest.fixture
def lesson(make_lesson):
    return make_lesson(
        step_block("one", question_block()),
        step_block("two"),
        step_block("three"),
        content_note_en="<p>About pictures.</p>",
        content_note_fr="<p>Sur les images.</p>",
    )


STEP = {"en": "/en/ages/module/lesson/step/1/", "fr": "/fr/ages/module/lecon/step/1/"}


def answer(client, language, *choices, question="which"):
    return client.post(STEP[language], {"question": question, "choice": list(choices)})


def test_the_first_page_shows_the_content_note_and_a_way_to_skip(lesson, client):
    html = client.get("/en/ages/module/lesson/").content.decode()
    assert "About pictures." in html
    assert 'href="/en/ages/module/"' in html
    assert 'data-lesson="B5"' in html


@pytest.mark.parametrize(("language", "words"), [("en", "Because a"), ("fr", "Parce que a")])
def test_the_right_answer_is_explained(lesson, client, language, words):
    response = answer(client, language, "a")
    assert response.status_code == 200
    assert words in response.content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "Because b"), ("fr", "Parce que b")])
def test_a_wrong_answer_is_explained_and_stays_chosen(lesson, client, language, words):
    response = answer(client, language, "b")
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert 'value="b" checked' in html.replace('checked=""', "checked").replace("  ", " ")


@pytest.mark.parametrize(("language", "words"), [("en", "Choose an answer first"), ("fr", "Il faut d'abord")])
def test_no_answer_is_asked_for_again(lesson, client, language, words):
    response = answer(client, language)
    assert response.status_code == 422
    assert words in response.content.decode().replace("&#x27;", "'")
    assert 'href="#q-which"' in response.content.decode()


@pytest.mark.parametrize("choice", ["z", "", "<script>", "a" * 10_000, "\x00"])
def test_a_choice_that_is_not_there_is_refused(lesson, client, choice):
    assert answer(client, "en", choice).status_code == 422


def test_a_question_that_is_not_there_is_refused(lesson, client):
    assert answer(client, "en", "a", question="other").status_code == 422


def test_too_many_values_are_refused_without_a_traceback(lesson, client):
    assert answer(client, "en", *["a"] * 20_000).status_code == 400


def test_an_answer_leaves_no_cookie_and_is_not_cached(lesson, client):
    response = answer(client, "en", "a")
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"


def test_answer_ids_are_the_same_in_both_languages(lesson, client):
    ids = {
        language: re.findall(
            r'name="choice"[^>]*value="([^"]+)"', client.get(STEP[language]).content.decode()
        )
        for language in STEP
    }
    assert ids["en"] == ids["fr"] == ["a", "b", "c"]


def test_each_step_leads_on_and_back(lesson, client):
    html = client.get("/en/ages/module/lesson/step/2/").content.decode()
    assert links(html) == {"prev": "/en/ages/module/lesson/step/1/", "next": "/en/ages/module/lesson/step/3/"}


@pytest.mark.parametrize("rest", ["step/0/", "step/4/", "step/x/", "step/1/2/", "step/", "other/"])
def test_a_step_that_is_not_there_is_missing(lesson, client, rest):
    assert client.get(f"/en/ages/module/lesson/{rest}").status_code == 404


def test_the_step_toggles_to_the_same_step(lesson, client):
    assert f'href="{STEP["fr"]}"' in client.get(STEP["en"]).content.decode()


def test_a_lesson_with_a_text_in_one_language_cannot_go_live(lesson):
    block = step_block("four", question_block())
    block["value"]["content"][1]["value"]["choices"][0]["value"]["feedback_fr"] = ""
    lesson.steps = [block]
    with pytest.raises(ValidationError) as refused:
        lesson.save_revision().publish()
    assert list(refused.value.message_dict) == ["steps"]


def test_an_uncached_step_needs_ten_queries_at_most(lesson, client, django_assert_max_num_queries):
    playing._parsed.cache_clear()
    cache.clear()
    with django_assert_max_num_queries(10):
        client.get(STEP["fr"])


def test_a_changed_lesson_is_shown_as_soon_as_it_is_published(lesson, client):
    client.get(STEP["en"])
    lesson.steps = [step_block("new")]
    lesson.save_revision().publish()
    assert "Step new" in client.get(STEP["en"]).content.decode()


def test_a_preview_shows_the_draft_as_it_is_now_and_readers_never_see_it(lesson, editing, client):
    for word in ("first", "second"):
        page = LessonPage.objects.get(pk=lesson.pk)
        page.steps = [step_block(word, question_block())]
        page.save_revision()
        html = editing.get(f"/admin/pages/{page.pk}/view_draft/?mode=en").content.decode()
        assert f"Step {word}" in html
        assert "Prompt which?" in html
    html = client.get("/en/ages/module/lesson/").content.decode()
    assert "Step one" in html
    assert "Step second" not in html


def test_the_first_page_of_a_lesson_needs_ten_queries_at_most(lesson, client, django_assert_max_num_queries):
    playing._parsed.cache_clear()
    with django_assert_max_num_queries(10):
        client.get("/fr/ages/module/lecon/")
