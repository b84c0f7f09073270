"""Lead a learner through a lesson: its first page, its steps, and the answer to a practice question."""

import re
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
from lessons.quiz import Kind, Marked, Outcome, Question, UnknownChoice, Words, mark

if TYPE_CHECKING:
    from lessons.models import LessonPage

_STEP = re.compile(r"step/([1-9][0-9]?)/")


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


def intro_context(page: "LessonPage") -> dict[str, Any]:
    """Return what the first page of a lesson shows: the content note comes before anything else."""
    lesson = lesson_of(page)
    return _common(page, lesson) | {
        "start_url": step_url(page, 1),
        "skip_url": page.get_parent().url if page.path else "",
        "steps": _trail(page, lesson, 0),
        "preview_steps": _all_steps(page, lesson) if page.is_previewed else [],
    }


def step_url(page: "LessonPage", number: int) -> str:
    """Return the address of a step in the active language."""
    return f"{page.url}step/{number}/"


def serve_step(page: "LessonPage", request: HttpRequest, rest: str) -> HttpResponse:
    """Show a step; a posted answer is marked, shown and forgotten. Raise Http404 for no such step."""
    lesson = lesson_of(page)
    match = _STEP.fullmatch(rest)
    number = int(match[1]) if match else 0
    if not 1 <= number <= len(lesson.steps):
        raise Http404(f"{page.code} has no step {rest}")
    marked, error = _answer(lesson.steps[number - 1], request)
    context = {"page": page, "request": request} | serving.context_of(page)
    context |= _step_context(page, lesson, number, marked, error)
    status = 422 if error else 200
    return TemplateResponse(request, "lessons/lesson_step.html", context, status=status)


def _answer(step: parsing.Step, request: HttpRequest) -> tuple[dict[str, Marked], dict[str, str]]:
    """Mark a posted answer; return it by question key, and errors by question key ("" for the form)."""
    if request.method != "POST":
        return {}, {}
    key = request.POST.get("question", "")
    question = step.questions.get(key)
    if question is None:
        return {}, {"": _("This question is not on this step. Choose your answer again.")}
    try:
        marked = mark(question, request.POST.getlist("choice"))
    except UnknownChoice:
        return {}, {key: _("That is not one of the answers. Choose again.")}
    if marked.outcome is Outcome.MISSING:
        return {key: marked}, {key: _("Choose an answer first. You can try as often as you like.")}
    return {key: marked}, {}


def _step_context(
    page: "LessonPage", lesson: parsing.Lesson, number: int, marked: dict[str, Marked], errors: dict[str, str]
) -> dict[str, Any]:
    step = lesson.steps[number - 1]
    language = active()
    last = number == len(lesson.steps)
    return _common(page, lesson) | {
        "step": {"number": number, "total": len(lesson.steps), "title": step.title.in_language(language)},
        "trail": _trail(page, lesson, number),
        "items": [_item(page, item, number, marked, errors) for item in step.items],
        "errors": [
            {"anchor": f"q-{key}" if key else "content", "message": text} for key, text in errors.items()
        ],
        "previous_url": step_url(page, number - 1) if number > 1 else page.url,
        "next_url": page.get_parent().url if last else step_url(page, number + 1),
        "is_last": last,
    }


def _all_steps(page: "LessonPage", lesson: parsing.Lesson) -> list[dict[str, Any]]:
    """Return every step as a reader will see it: a preview shows the whole lesson on one page."""
    return [
        {
            "number": number,
            "title": step.title.in_language(active()),
            "items": [_item(page, item, number, {}, {}) for item in step.items],
        }
        for number, step in enumerate(lesson.steps, start=1)
    ]


def _common(page: "LessonPage", lesson: parsing.Lesson) -> dict[str, Any]:
    language = active()
    return {
        "tier": page.tier,
        "take_home": lesson.take_home.in_language(language),
        "lesson": {
            "code": lesson.code,
            "title": lesson.title.in_language(language),
            "summary": lesson.summary.in_language(language),
            "minutes": lesson.minutes,
            "drawing": lesson.drawing,
            "content_note": mark_safe(lesson.content_note.in_language(language)),  # noqa: S308
            "take_home": lesson.take_home.in_language(language),
        },
    }


def _trail(page: "LessonPage", lesson: parsing.Lesson, current: int) -> list[dict[str, Any]]:
    def state(number: int) -> str:
        return "current" if number == current else "done" if number < current else "ahead"

    language = active()
    return [
        {
            "number": number,
            "title": step.title.in_language(language),
            "url": step_url(page, number),
            "state": state(number),
        }
        for number, step in enumerate(lesson.steps, start=1)
    ]


def _item(
    page: "LessonPage", item: Words | Question, number: int, marked: dict[str, Marked], errors: dict[str, str]
) -> dict[str, Any]:
    language = active()
    if isinstance(item, Words):
        return {"kind": "html", "html": mark_safe(item.in_language(language))}  # noqa: S308
    return {
        "kind": "question",
        "question": question_view(
            item,
            language,
            action=f"{step_url(page, number)}#answer",
            marked=marked.get(item.key),
            error=errors.get(item.key, ""),
        ),
    }


def question_view(
    question: Question, language: str, *, action: str, marked: Marked | None, error: str
) -> dict[str, Any]:
    """Return a question as its component shows it, in one language."""
    chosen = marked.chosen if marked else frozenset()
    shown = marked.shown if marked else {}
    outcome = marked.outcome if marked else ""
    return {
        "id": question.key,
        "kind": question.kind.value,
        "legend": question.prompt.in_language(language),
        "hint": question.hint.in_language(language) or _hint(question.kind),
        "action": action,
        "choices": [
            {
                "id": choice.key,
                "field_id": f"{question.key}-{choice.key}",
                "text": choice.text.in_language(language),
                "chosen": choice.key in chosen,
                "state": shown.get(choice.key, ""),
                "feedback": choice.feedback.in_language(language) if choice.key in shown else "",
            }
            for choice in question.choices
        ],
        "outcome": outcome,
        "outcome_text": _outcome_text(question, marked),
        "error": error,
    }


def _hint(kind: Kind) -> str:
    return _("Choose all that fit.") if kind is Kind.MULTIPLE else _("Choose one.")


def _outcome_text(question: Question, marked: Marked | None) -> str:
    if marked is None or marked.outcome is Outcome.MISSING:
        return ""
    if marked.outcome is Outcome.RIGHT:
        return _("Yes, that fits.")
    if question.kind is Kind.MULTIPLE and marked.chosen < question.correct_keys:
        return _("Good so far. There is more to find.")
    return _("Not quite. Read why, then try again if you like.")


@lru_cache(maxsize=256)
def _parsed(pk: int, published_at: datetime, revision_id: int | None) -> parsing.Lesson:
    """Parse what is published, read anew: a draft under the same key must never reach the public."""
    from lessons.models import LessonPage

    return parsing.parse(LessonPage.objects.get(pk=pk))
