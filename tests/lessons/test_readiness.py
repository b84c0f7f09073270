"""Before a lesson is published, the editor is told everything that is missing, each thing by its name."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from education.bilingual import gate
from tests.lessons.lesson_blocks import choice_block, question_block, scene_block, step_block

SERVICE = {"id": "help", "type": "service", "value": "kids-help-phone"}
LONG = (
    "<p>Notwithstanding considerable institutional difficulties, interdisciplinary collaboration "
    "characteristically necessitates comprehensive organizational responsibilities.</p>"
)
LONG_FR = (
    "<p>Nonobstant d'importantes difficultés institutionnelles, la collaboration interdisciplinaire "
    "nécessite caractéristiquement des responsabilités organisationnelles considérables.</p>"
)


@pytest.fixture
def make_lesson(make_lesson):
    """Make a lesson whose plan is easy to read."""
    easy = {
        f"{name}_{language}": words
        for name in ("materials", "leading", "letter_home")
        for language, words in (
            ("en", "<p>Take a pen and a book.</p>"),
            ("fr", "<p>Un stylo et un livre.</p>"),
        )
    }
    return lambda *steps, **fields: make_lesson(*steps, **easy | fields)


def text(key, en, fr):
    return {"id": key, "type": "text", "value": {"text_en": en, "text_fr": fr}}


def told(page, *, by_hand=True):
    return gate.explain(gate.obstacles(page, by_hand=by_hand))


def test_a_sound_lesson_has_nothing_in_its_way(make_lesson):
    assert told(make_lesson(step_block("one", question_block(), SERVICE), live=False)) == ""


def test_a_missing_help_card_is_named(make_lesson):
    assert "service card" in told(make_lesson(step_block("one", question_block()), live=False))


def test_a_help_card_inside_a_question_counts(make_lesson):
    page = make_lesson(step_block("one", question_block(help="kids-help-phone")), live=False)
    assert told(page) == ""


def test_a_missing_feedback_is_named(make_lesson):
    silent = question_block(choices=[choice_block("a", right=True, feedback_fr=""), choice_block("b")])
    assert "feedback" in told(make_lesson(step_block("one", silent, SERVICE), live=False))


def test_a_picture_without_an_alternative_text_is_named(make_lesson):
    choices = [choice_block("a", right=True, drawing="ear"), choice_block("b", drawing="hug")]
    page = make_lesson(step_block("one", question_block("tap", choices), SERVICE), live=False)
    assert "alternative text" in told(page)


@pytest.mark.parametrize(
    ("texts", "words"),
    [((LONG, "<p>Lis.</p>"), "English is too hard"), (("<p>Read.</p>", LONG_FR), "French is too hard")],
)
def test_a_text_that_is_too_hard_to_read_is_named(make_lesson, texts, words):
    page = make_lesson(step_block("one", text("hard", *texts), SERVICE), live=False)
    assert words in told(page)


def test_it_is_said_in_french_too(make_lesson):
    page = make_lesson(step_block("one", text("hard", LONG, LONG_FR)), live=False)
    with translation.override("fr"):
        lines = told(page)
    assert "fiche de service" in lines
    assert "trop difficile" in lines


def test_a_story_without_an_end_cannot_go_live_however_it_is_published(make_lesson):
    story = question_block(
        "branch",
        [choice_block("a", group="start"), choice_block("b", group="start")],
        [scene_block("start"), scene_block("lost")],
    )
    page = make_lesson(step_block("one", story, SERVICE), live=False)
    assert "leads on" in told(page, by_hand=False)
    with pytest.raises(ValidationError):
        page.save_revision().publish()


def test_the_editor_sees_the_reading_level_beside_its_gate(make_lesson, editing):
    page = make_lesson(step_block("one", question_block(), SERVICE))
    html = editing.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Flesch-Kincaid" in html
    assert "Kandel-Moles" in html


def test_a_draft_with_a_broken_question_is_saved(make_lesson):
    page = make_lesson(step_block("one", question_block(choices=[choice_block("a")])), live=False)
    page.save_revision()
    assert "exactly one right choice" in told(page)
