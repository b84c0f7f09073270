"""An editor sees a draft as learners will, and every feedback at once, however unfinished it is."""

import pytest

from lessons.models import LessonPage
from lessons.quiz import Kind
from tests.lessons.lesson_blocks import ANSWERED, question_block, step_block


@pytest.fixture
def preview(editing):
    """Return the preview of a draft in one of its modes."""

    def show(page, mode):
        response = editing.get(f"/admin/pages/{page.pk}/view_draft/?mode={mode}")
        assert response.status_code == 200
        return response.content.decode()

    return show


def test_a_draft_is_previewed_whole_by_step_and_with_its_answers_in_both_languages(make_lesson):
    page = make_lesson(step_block("one"), step_block("two"), live=False)
    modes = [mode for mode, _label in page.preview_modes]
    assert modes == ["en", "fr", "en-1", "en-2", "fr-1", "fr-2", "en-answers", "fr-answers"]


def test_the_whole_draft_shows_every_step(make_lesson, preview):
    page = make_lesson(step_block("one", ANSWERED[Kind.SINGLE].block), step_block("two"), live=False)
    for mode, titles in (("en", ("Step one", "Step two")), ("fr", ("Étape one", "Étape two"))):
        html = preview(page, mode)
        assert [title for title in titles if title not in html] == []
        assert 'data-question="single"' in html


def test_a_step_of_a_draft_shows_that_step_alone(make_lesson, preview):
    page = make_lesson(step_block("one"), step_block("two", ANSWERED[Kind.SORT].block), live=False)
    assert 'data-question="sort"' in preview(page, "en-2")
    assert 'data-question="sort"' not in preview(page, "en-1")
    assert "Consigne which?" in preview(page, "fr-2")


def test_the_answers_of_a_draft_show_every_feedback(make_lesson, preview):
    page = make_lesson(step_block("one", ANSWERED[Kind.SINGLE].block), live=False)
    for mode, words in (("en-answers", "Because {}"), ("fr-answers", "Parce que {}")):
        html = preview(page, mode)
        assert [key for key in "abc" if words.format(key) not in html] == []


def test_a_step_that_was_taken_away_shows_the_whole_draft(make_lesson, preview):
    steps = [step_block(f"step-{kind}", ANSWERED[kind].block) for kind in (Kind.SINGLE, Kind.SORT)]
    page = make_lesson(*steps, live=False)
    for mode in ("en-9", "en-0", "en-²", "en-x"):
        html = preview(page, mode)
        assert 'data-question="single"' in html, mode
        assert 'data-question="sort"' in html, mode


def test_a_question_that_an_editor_has_only_begun_is_previewed(make_lesson, preview):
    steps = [step_block(f"step-{kind}", question_block(kind, key=f"q-{kind}")) for kind in Kind]
    page = make_lesson(*steps, live=False)
    for mode in ("en", "fr", "en-answers"):
        html = preview(page, mode)
        assert [kind for kind in Kind if f"q-{kind}?" not in html] == [], mode


def test_a_preview_publishes_nothing(make_lesson, preview, client):
    page = make_lesson(step_block("one"), live=False)
    preview(page, "en")
    assert not LessonPage.objects.get(pk=page.pk).live
    client.logout()
    assert client.get("/en/ages/module/lesson/").status_code == 404
