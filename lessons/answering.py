"""Answer a posted form: what was chosen is marked, walked or moved, said, and forgotten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from education.bilingual.languages import active
from lessons import quiz, story
from lessons.quiz import Answer, Kind, Marked, Outcome, Question, UnknownChoice

Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Error:
    """What is missing or unclear, in words, and the field that the error summary leads to."""

    message: str
    anchor: str = ""


@dataclass(frozen=True)
class Reply:
    """What a question shows after a form was posted to it, or before any was."""

    marked: Marked | None = None
    answer: Answer = field(default_factory=Answer)
    walk: story.Walk | None = None
    errors: tuple[Error, ...] = ()
    is_unclear: bool = False

    @property
    def is_accepted(self) -> bool:
        """Say whether nothing is missing, unclear, or to be looked at again."""
        return not self.errors and (self.marked is None or self.marked.outcome is Outcome.RIGHT)

    @property
    def is_moved(self) -> bool:
        """Say whether an item was moved to another place, without asking yet whether the order is right."""
        return bool(self.answer.order) and self.marked is None


def reply(question: Question, fields: Fields) -> Reply:
    """Return what a posted form comes to; whatever it may hold, something can be shown."""
    try:
        if not question.is_posted:
            raise UnknownChoice(question.key)
        if question.kind is Kind.BRANCH:
            return _walk(question, fields)
        if question.kind is Kind.ORDER and fields.get("move"):
            return Reply(answer=_moved(question, fields))
        return _mark(question, quiz.read(question, fields))
    except UnknownChoice:
        return Reply(errors=(Error(_("That is not one of the answers. Choose again.")),), is_unclear=True)


def field_id(question: Question, key: str) -> str:
    """Return the id of the first field of a choice."""
    return f"{question.key}-{key}"


def _mark(question: Question, answer: Answer) -> Reply:
    marked = quiz.mark(question, answer)
    errors: tuple[Error, ...] = ()
    if marked.outcome is Outcome.MISSING:
        errors = tuple(_placeless(question, key) for key in marked.missing) or (_unanswered(),)
    return Reply(marked, answer, errors=errors)


def _walk(question: Question, fields: Fields) -> Reply:
    path, chosen = list(fields.get("path", ())), list(fields.get("choice", ()))
    if "again" in fields:
        return Reply(walk=story.walk(question, []))
    if "back" in fields:
        return Reply(walk=story.walk(question, path[:-1]))
    if not chosen:
        here = story.walk(question, path)
        return Reply(walk=here, errors=(_unanswered(),))
    if len(chosen) > 1:
        raise UnknownChoice(question.key)
    return Reply(walk=story.choose(question, path, chosen[0]))


def _moved(question: Question, fields: Fields) -> Answer:
    """Return the order after one item went a place up or down, as `up-a` or `down-a` says."""
    answer = quiz.read(question, fields)
    way, _dash, key = fields["move"][0].partition("-")
    if way not in ("up", "down") or key not in answer.order:
        raise UnknownChoice(question.key)
    order = list(answer.order)
    place = order.index(key)
    other = max(0, place - 1) if way == "up" else min(len(order) - 1, place + 1)
    order[place], order[other] = order[other], order[place]
    return replace(answer, order=tuple(order))


def _unanswered() -> Error:
    return Error(_("Choose an answer first. You can try as often as you like."))


def _placeless(question: Question, key: str) -> Error:
    choice = next(choice for choice in question.choices if choice.key == key)
    message = _("Choose a place for “%(choice)s”.") % {"choice": choice.text.in_language(active())}
    return Error(message, field_id(question, key))
