"""Lead a learner through a lesson: its first page, its steps, and the answer to a practice question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from education.bilingual import serving
from education.bilingual.languages import active
from education.models import AudiencePage
from lessons import parsing
from lessons.answering import Error, Fields, Reply, reply
from lessons.quiz import Question, Words
from lessons.showing import question_view

if TYPE_CHECKING:
    from lessons.models import LessonPage

_STEP = re.compile(r"([1-9][0-9]?)/")
ANSWER = "answer"  # the id of what an answer leads to: its question, or the summary of errors


@dataclass(frozen=True)
class Course:
    """Steps in a row, and the addresses before, between and after them."""

    steps: Sequence[parsing.Step]
    base_url: str
    before_url: str
    after_url: str
    title: str = ""

    def url(self, number: int) -> str:
        """Return the address of a step in the active language."""
        return f"{self.base_url}{number}/"

    def step(self, rest: str) -> int:
        """Return the number of the step that a path such as `2/` names; raise Http404 for no such step."""
        match = _STEP.fullmatch(rest)
        number = int(match[1]) if match else 0
        if not 1 <= number <= len(self.steps):
            raise Http404(f"{self.base_url} has no step {rest}")
        return number


def tier_of(page: Any) -> str:
    """Return the letter of the audience that a module or lesson stands under."""
    if not page.path:
        return ""
    audience = AudiencePage.objects.filter(path=page.path[: page.steplen * 3]).values_list("tier", flat=True)
    return audience.first() or ""


def lesson_of(page: "LessonPage") -> parsing.Lesson:
    """Return the parsed lesson of a live page, parsed once per published version."""
    if page.live and page.last_published_at and not page.is_previewed:
        return _parsed(page.pk, page.last_published_at, page.live_revision_id)
    return parsing.parse(page)


def course_of(page: "LessonPage", lesson: parsing.Lesson) -> Course:
    """Return the steps of a lesson with their addresses in the active language."""
    module_url = page.get_parent().url if page.path else ""
    return Course(lesson.steps, f"{page.url}step/", page.url or "", module_url or "")


def intro_context(page: "LessonPage") -> dict[str, Any]:
    """Return what the first page of a lesson shows: the content note comes before anything else."""
    lesson = lesson_of(page)
    course = course_of(page, lesson)
    return lesson_context(page, lesson) | {
        "start_url": course.url(1),
        "skip_url": course.after_url,
        "steps": _trail(course, 0),
    }


def lesson_context(page: "LessonPage", lesson: parsing.Lesson) -> dict[str, Any]:
    """Return what every page of a lesson may say of it."""
    language = active()
    return {
        "tier": page.tier,
        "take_home": lesson.take_home.in_language(language),
        "lesson": {
            "code": lesson.code,
            "title": lesson.title.in_language(language),
            "summary": lesson.summary.in_language(language),
            "objective": lesson.objective.in_language(language),
            "minutes": lesson.minutes,
            "drawing": lesson.drawing,
            "content_note": mark_safe(lesson.content_note.in_language(language)),  # noqa: S308
            "take_home": lesson.take_home.in_language(language),
        },
    }


def serve_step(page: "LessonPage", request: HttpRequest, rest: str) -> HttpResponse:
    """Show the step of a lesson that `rest` names; raise Http404 for no such step."""
    lesson = lesson_of(page)
    course = course_of(page, lesson)
    number = course.step(rest)
    return play(page, request, course, number, lesson_context(page, lesson))


def play(
    page: Any, request: HttpRequest, course: Course, number: int, more: dict[str, Any]
) -> TemplateResponse:
    """Show one step of a course; a posted answer is marked, shown and forgotten.

    One that is missing, unclear or not right yet is answered with 422.
    """
    step = course.steps[number - 1]
    key, came = _reply(step, request)
    context = {"page": page, "request": request} | serving.context_of(page) | more
    context |= step_context(course, number, key, came)
    return TemplateResponse(
        request, "lessons/lesson_step.html", context, status=200 if came.is_accepted else 422
    )


def step_context(course: Course, number: int, key: str = "", came: Reply | None = None) -> dict[str, Any]:
    """Return what a step shows; `came` is what was just answered to the question `key`."""
    step, came = course.steps[number - 1], came or Reply()
    language, last = active(), number == len(course.steps)
    action = f"{course.url(number)}#{ANSWER}"
    return {
        "step": {"number": number, "total": len(course.steps), "title": step.title.in_language(language)},
        "trail": _trail(course, number),
        "items": [
            _item(item, action, came if isinstance(item, Question) and item.key == key else Reply())
            for item in step.items
        ],
        "errors": [_line(error, step, key) for error in came.errors],
        "is_unclear": came.is_unclear,
        "previous_url": course.url(number - 1) if number > 1 else course.before_url,
        "next_url": course.after_url if last else course.url(number + 1),
        "is_last": last,
    }


def _reply(step: parsing.Step, request: HttpRequest) -> tuple[str, Reply]:
    """Return the key of the question that a form was posted to, and what came of it."""
    if request.method != "POST":
        return "", Reply()
    fields: Fields = dict(request.POST.lists())
    key = request.POST.get("question", "")
    question = step.questions.get(key)
    if question is None:
        message = _("This question is not on this step. Choose your answer again.")
        return "", Reply(errors=(Error(message),), is_unclear=True)
    return key, reply(question, fields)


def _line(error: Error, step: parsing.Step, key: str) -> dict[str, str]:
    """Return a line of the error summary: it leads to the field that lacks, else to the question."""
    question = step.questions.get(key)
    anchor = error.anchor or (f"q-{key}" if question else "content")
    return {"anchor": anchor, "message": error.message}


def _trail(course: Course, current: int) -> list[dict[str, Any]]:
    def state(number: int) -> str:
        return "current" if number == current else "done" if number < current else "ahead"

    language = active()
    return [
        {
            "number": number,
            "title": step.title.in_language(language),
            "url": course.url(number),
            "state": state(number),
        }
        for number, step in enumerate(course.steps, start=1)
    ]


def _item(item: Words | Question, action: str, came: Reply) -> dict[str, Any]:
    language = active()
    if isinstance(item, Words):
        return {"kind": "html", "html": mark_safe(item.in_language(language))}  # noqa: S308
    return {"kind": "question", "question": question_view(item, language, action=action, reply=came)}


@lru_cache(maxsize=256)
def _parsed(pk: int, published_at: datetime, revision_id: int | None) -> parsing.Lesson:
    """Parse what is published, read anew: a draft under the same key must never reach the public."""
    from lessons.models import LessonPage

    return parsing.parse(LessonPage.objects.get(pk=pk))
