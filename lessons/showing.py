"""Show a question in one language: what its component needs, and nothing of a feedback that waits."""

from collections.abc import Sequence
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from education.blocks import service_html
from lessons import story
from lessons.answering import Reply, field_id
from lessons.quiz import CHOSEN, PLACE, PLACED, Choice, Group, Kind, Outcome, Question, Words, mixed

_TOLD = "told"  # explained once the answer is right, though it was rightly left alone

_COMPONENTS = {
    **dict.fromkeys(CHOSEN, "choice-list"),
    **dict.fromkeys(PLACED, "place-list"),
    Kind.ORDER: "order-list",
    Kind.BRANCH: "story",
    Kind.SAY: "sentence",
}


def question_view(question: Question, language: str, *, action: str, reply: Reply) -> dict[str, Any]:
    """Return a question as its component shows it."""
    component = _COMPONENTS[question.kind]
    shown = {
        "id": question.key,
        "kind": question.kind.value,
        "legend": question.prompt.in_language(language),
        "hint": question.hint.in_language(language) or _hint(question),
        "action": action if question.is_posted else "",
        "component": component,
        "template": f"{component}/{component}.html",
        "outcome": _outcome(reply),
        "outcome_text": _outcome_text(question, reply),
        "again": _again(question, language, reply),
        "error": reply.errors[0].message if reply.errors and not reply.errors[0].anchor else "",
        "is_answered": bool(reply.marked or reply.walk or reply.is_moved) and not reply.errors,
        "help": service_html(question.help, language) if question.help else "",
    }
    return shown | _parts(question, language, reply)


def _parts(question: Question, language: str, reply: Reply) -> dict[str, Any]:
    if question.kind in CHOSEN:
        return _choices(question, language, reply)
    if question.kind in PLACED:
        return _rows(question, language, reply)
    if question.kind is Kind.ORDER:
        return {"items": _ordered(question, language, reply)}
    if question.kind is Kind.BRANCH:
        return {"story": _story(question, language, reply)}
    return {"parts": [_part(question, part, number, language) for number, part in enumerate(question.groups)]}


def _choices(question: Question, language: str, reply: Reply) -> dict[str, Any]:
    return {
        "type": "checkbox" if question.takes_several else "radio",
        "field_name": "choice" if question.is_posted else f"{question.key}-choice",
        "choices": [_choice(question, choice, language, reply) for choice in question.choices],
    }


def _choice(question: Question, choice: Choice, language: str, reply: Reply) -> dict[str, Any]:
    """Return one choice; what is sensitive is never marked by us, so all its feedback is there, unseen."""
    state = _state(choice, reply)
    if question.is_sensitive:
        state = Outcome.RIGHT if choice.is_correct else Outcome.TRY_AGAIN
    elif state is Outcome.TRY_AGAIN and choice.key not in reply.answer.chosen:
        state = _TOLD
    is_fitting = question.kind is Kind.ROUTE and state is Outcome.RIGHT
    return {
        "id": choice.key,
        "field_id": field_id(question, choice.key),
        "text": choice.text.in_language(language),
        "picture": _html(choice.picture, language),
        "chosen": choice.key in reply.answer.chosen,
        "state": state,
        "feedback": choice.feedback.in_language(language) if state else "",
        "is_plain": question.is_sensitive and len(question.correct_keys) == len(question.choices),
        "card": service_html(choice.service, language) if is_fitting else "",
    }


def _rows(question: Question, language: str, reply: Reply) -> dict[str, Any]:
    are_pictured = all(group.picture.is_whole for group in question.groups)
    as_buttons = question.kind is Kind.SORT or are_pictured
    groups = question.groups if question.kind is Kind.SORT else mixed(question, question.groups)
    rows = [_row(question, choice, groups, language, reply) for choice in mixed(question, question.choices)]
    return {"control": "radio" if as_buttons else "select", "are_pictured": are_pictured, "rows": rows}


def _row(
    question: Question, choice: Choice, groups: Sequence[Group], language: str, reply: Reply
) -> dict[str, Any]:
    state, identifier = _state(choice, reply), field_id(question, choice.key)
    missing = {error.anchor: error.message for error in reply.errors}
    return {
        "id": choice.key,
        "field_id": identifier,
        "name": f"{PLACE}{choice.key}",
        "text": choice.text.in_language(language),
        "picture": _html(choice.picture, language),
        "options": [
            {
                "id": group.key,
                # A group's name may have blanks, which no id may have.
                "field_id": f"{identifier}_{number}" if number else identifier,
                "label": group.label.in_language(language),
                "picture": _html(group.picture, language),
                "chosen": reply.answer.placed.get(choice.key) == group.key,
            }
            for number, group in enumerate(groups)
        ],
        "error": missing.get(identifier, ""),
        "state": state,
        "feedback": choice.feedback.in_language(language) if state else "",
    }


def _ordered(question: Question, language: str, reply: Reply) -> list[dict[str, Any]]:
    by_key = {choice.key: choice for choice in question.choices}
    order = reply.answer.order or [choice.key for choice in mixed(question, question.choices)]
    return [
        {
            "id": key,
            "field_id": field_id(question, key),
            "text": by_key[key].text.in_language(language),
            "picture": _html(by_key[key].picture, language),
            "state": _state(by_key[key], reply),
            "feedback": by_key[key].feedback.in_language(language) if _state(by_key[key], reply) else "",
        }
        for key in order
    ]


def _story(question: Question, language: str, reply: Reply) -> dict[str, Any]:
    walk = reply.walk or story.walk(question, [])
    return {
        "taken": [_told(choice, language) for choice in walk.taken if choice is not walk.last],
        "last": _told(walk.last, language) if walk.last else None,
        "path": walk.path,
        "title": walk.scene.label.in_language(language),
        "text": walk.scene.text.in_language(language),
        "picture": _html(walk.scene.picture, language),
        "is_over": walk.is_over,
        "card": service_html(walk.scene.service, language) if walk.scene.service else "",
        "choices": [
            {
                "id": choice.key,
                "field_id": field_id(question, choice.key),
                "text": choice.text.in_language(language),
            }
            for choice in walk.choices
        ],
    }


def _told(choice: Choice, language: str) -> dict[str, str]:
    return {"text": choice.text.in_language(language), "feedback": choice.feedback.in_language(language)}


def _part(question: Question, part: Group, number: int, language: str) -> dict[str, Any]:
    """Return a part of a sentence; `at` says which piece shows once its choice is made, as `2-1`."""
    return {
        "id": str(number),
        "at": f"{number}-",
        "label": part.label.in_language(language),
        "field_name": f"{question.key}-{number}",
        "choices": [
            {
                "at": f"{number}-{place}",
                "field_id": field_id(question, choice.key),
                "text": choice.text.in_language(language),
                "feedback": choice.feedback.in_language(language),
            }
            for place, choice in enumerate(story.choices_of(question, part))
        ],
    }


def _state(choice: Choice, reply: Reply) -> Outcome | str:
    return reply.marked.shown.get(choice.key, "") if reply.marked else ""


def _html(words: Words, language: str) -> Any:
    return mark_safe(words.in_language(language))  # noqa: S308  rendered by our own component


def _outcome(reply: Reply) -> str:
    return reply.marked.outcome.value if reply.marked else ""


def _again(question: Question, language: str, reply: Reply) -> list[dict[str, str]]:
    """Return a link to each item of a list whose place is to be looked at again."""
    if question.kind not in PLACED and question.kind is not Kind.ORDER:
        return []
    return [
        {"anchor": field_id(question, choice.key), "text": choice.text.in_language(language)}
        for choice in question.choices
        if _state(choice, reply) is Outcome.TRY_AGAIN
    ]


def _hint(question: Question) -> str:
    hints = {
        Kind.TRUE_FALSE: _("Is it true or false?"),
        Kind.TAP: _("Choose one picture."),
        Kind.SORT: _("Choose a place for each one."),
        Kind.ORDER: _("Move each one up or down, until the order is right."),
        Kind.MATCH: _("Choose what goes with each one."),
        Kind.BRANCH: _("Choose what happens next. You can always go back."),
        Kind.ROUTE: _("Choose who can help here."),
        Kind.SAY: _("Choose one piece from each part. It stays on this screen: nothing is sent."),
    }
    if question.takes_several:
        return _("Choose all that fit.")
    return hints.get(question.kind, _("Choose one."))


def _outcome_text(question: Question, reply: Reply) -> str:
    marked = reply.marked
    if marked is None or marked.outcome is Outcome.MISSING:
        return ""
    if marked.outcome is Outcome.RIGHT:
        return _("Yes, that fits.")
    if question.takes_several and marked.answer.chosen < question.correct_keys:
        return _("Good so far. There is more to find.")
    if (question.kind in PLACED or question.kind is Kind.ORDER) and Outcome.RIGHT in marked.shown.values():
        return _("Some fit already. Read why, then try the others again if you like.")
    return _("Not quite. Read why, then try again if you like.")
