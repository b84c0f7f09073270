"""A question on paper: the same question with room to mark, and its answer key."""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from lessons import story
from lessons.quiz import CHOSEN, PLACED, Choice, Group, Kind, Question, mixed


def worksheet(question: Question, language: str, *, with_answers: bool) -> dict[str, Any]:
    """Return a question as the worksheet component shows it; the key explains every choice."""
    groups = mixed(question, question.groups) if question.kind is Kind.MATCH else question.groups
    letters = {group.key: letter for group, letter in zip(groups, ascii_uppercase, strict=False)}
    lettered = letters if question.kind in PLACED else {}
    return {
        "id": question.key,
        "prompt": question.prompt.in_language(language),
        "task": _task(question),
        "legend": [_lettered(group, letters[group.key], language) for group in groups if lettered],
        "rows": [
            _row(question, choice, letters, language, with_answers)
            for choice in _listed(question, with_answers)
        ],
        "sections": [_section(question, group, language, with_answers) for group in _sections(question)],
        "with_answers": with_answers,
    }


def fits_on_paper(question: Question) -> bool:
    """Say whether a question may be asked on paper: never one whose answer would say something of a child."""
    return not question.is_sensitive


def _listed(question: Question, with_answers: bool) -> Sequence[Choice]:
    if question.kind in (Kind.BRANCH, Kind.SAY):
        return ()
    is_mixed = question.kind in PLACED or (question.kind is Kind.ORDER and not with_answers)
    return mixed(question, question.choices) if is_mixed else question.choices


def _sections(question: Question) -> Sequence[Group]:
    return question.groups if question.kind in (Kind.BRANCH, Kind.SAY) else ()


def _row(
    question: Question, choice: Choice, letters: dict[str, str], language: str, with_answers: bool
) -> dict[str, Any]:
    answers = {
        **dict.fromkeys(CHOSEN, "✓" if choice.is_correct else ""),
        **dict.fromkeys(PLACED, letters.get(choice.group, "")),
        Kind.ORDER: str(question.keys.index(choice.key) + 1),
    }
    return {
        "text": choice.text.in_language(language),
        "picture": mark_safe(choice.picture.in_language(language)),  # noqa: S308  our own component
        "mark": answers[question.kind] if with_answers else "",
        "is_round": question.kind in CHOSEN and not question.takes_several,
        "feedback": choice.feedback.in_language(language) if with_answers else "",
    }


def _section(question: Question, group: Group, language: str, with_answers: bool) -> dict[str, Any]:
    """Return a scene, or a part of a sentence, with its choices and, in the key, where each one leads."""
    labels = {one.key: one.label.in_language(language) for one in question.groups}
    return {
        "label": labels[group.key],
        "text": group.text.in_language(language),
        "choices": [
            {
                "text": choice.text.in_language(language),
                "leads_to": labels.get(choice.leads_to, ""),
                "feedback": choice.feedback.in_language(language) if with_answers else "",
            }
            for choice in story.choices_of(question, group)
        ],
    }


def _lettered(group: Group, letter: str, language: str) -> dict[str, str]:
    return {"letter": letter, "label": group.label.in_language(language)}


def _task(question: Question) -> str:
    tasks = {
        Kind.SORT: _("Write the letter that fits beside each one."),
        Kind.MATCH: _("Write the letter that fits beside each one."),
        Kind.ORDER: _("Number them in the right order."),
        Kind.BRANCH: _("Read the story together. At each choice, talk about what could happen."),
        Kind.SAY: _("Choose one piece from each part and say the sentence aloud."),
    }
    if question.takes_several:
        return _("Mark all that fit.")
    return tasks.get(question.kind, _("Mark one."))
