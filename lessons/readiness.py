"""Check a lesson before it is published, and name what is missing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from education.bilingual.gate import Obstacle
from education.bilingual.languages import active
from lessons import parsing, readability
from lessons.faults import faults
from lessons.links import Links
from lessons.page_content import content_of
from lessons.parsing import Lesson
from lessons.readability import Held

if TYPE_CHECKING:
    from lessons.models import LessonPage

_STEPS = "steps"


def broken_questions(page: "LessonPage") -> Iterator[Obstacle]:
    """Yield what no live lesson may have: a question that nobody could answer, a story without an end."""
    for question, _value in parsing.questions_of(page):
        name = question.prompt.in_language(active()) or question.prompt.en or question.key
        for fault in faults(question):
            yield Obstacle(
                _STEPS, _("The question “%(question)s”: %(fault)s") % {"question": name, "fault": fault}
            )


def unfinished(page: "LessonPage") -> Iterator[Obstacle]:
    """Yield what an editor still has to do: a help card, an easier text."""
    lesson = parsing.parse(page)
    if not _has_help(lesson):
        yield Obstacle(_STEPS, _("No step has a service card yet. Add one where a learner may need help."))
    for held in reading_levels(page):
        if not held.is_within:
            yield Obstacle(_STEPS, _too_hard(held))


def reading_levels(page: "LessonPage") -> list[Held]:
    """Return how hard each part of a draft is to read in each language, with its gate."""
    data = content_of(page, Links({}, {})) | {"page": page.page_kind}
    return readability.levels(data)


def part_name(held: Held) -> str:
    """Return what a part of a page is called in the active language."""
    names = {
        "page": _("For learners"),
        "educators": _("For the educator"),
        "families": _("For families"),
    }
    return names[held.part]


def _has_help(lesson: Lesson) -> bool:
    in_questions = any(question.help for question in lesson.questions)
    return in_questions or any(step.has_service for step in lesson.steps)


def _too_hard(held: Held) -> str:
    words = {
        "part": part_name(held),
        "score": f"{held.level.score:.1f}",
        "length": f"{held.level.words_per_sentence:.1f}",
    }
    if held.language == "fr":
        message = _(
            "%(part)s: this French is too hard (Kandel-Moles %(score)s, %(length)s words a sentence)."
        )
    else:
        message = _(
            "%(part)s: this English is too hard (Flesch-Kincaid %(score)s, %(length)s words a sentence)."
        )
    return message % words
