"""Mark practice questions: plain values in, plain values out, no database and no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b


class Kind(StrEnum):
    """How a question is answered; the values stand in content files and in `data-question`."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "truefalse"
    TAP = "tap"
    SORT = "sort"
    ORDER = "order"
    MATCH = "match"
    BRANCH = "branch"
    ROUTE = "route"
    SAY = "say"


CHOSEN = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.TAP, Kind.ROUTE})
PLACED = frozenset({Kind.SORT, Kind.MATCH})
PLACE = "place-"  # begins the name of the form field that says where one choice goes


class Outcome(StrEnum):
    """What came of an answer. There is no score and no failing: one may always try again."""

    RIGHT = "right"
    TRY_AGAIN = "try-again"
    MISSING = "missing"


class UnknownChoice(ValueError):
    """An answer named something that the question does not have."""


@dataclass(frozen=True)
class Words:
    """One text in both languages."""

    en: str = ""
    fr: str = ""

    def in_language(self, language: str | None) -> str:
        return self.fr if language == "fr" else self.en

    @property
    def is_whole(self) -> bool:
        return bool(self.en and self.fr)


@dataclass(frozen=True)
class Choice:
    """One choice, with feedback that explains whether or not it is right."""

    key: str
    text: Words
    feedback: Words
    is_correct: bool = False
    group: str = ""  # the box, partner, scene or part of a sentence it belongs to
    leads_to: str = ""  # the scene it leads to; without one the story stays where it is
    picture: Words = Words()  # HTML
    alt: Words = Words()
    service: str = ""


@dataclass(frozen=True)
class Group:
    """What choices belong to: a box, a partner, a scene of a story, a part of a sentence."""

    key: str
    label: Words
    text: Words = Words()
    picture: Words = Words()  # HTML
    alt: Words = Words()
    service: str = ""


@dataclass(frozen=True)
class Question:
    """One question with its choices; keys are the same in both languages."""

    key: str
    kind: Kind
    prompt: Words
    choices: tuple[Choice, ...]
    groups: tuple[Group, ...] = ()
    hint: Words = Words()
    help: str = ""  # the service whose card stands inside the question
    is_sensitive: bool = False  # never posted
    is_retrieval: bool = False  # comes back after a week or a month
    revision: int = 1

    @property
    def correct_keys(self) -> frozenset[str]:
        return frozenset(choice.key for choice in self.choices if choice.is_correct)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(choice.key for choice in self.choices)

    @property
    def takes_several(self) -> bool:
        """Say whether more than one choice may be chosen at once."""
        return self.kind is Kind.MULTIPLE or (self.kind is Kind.TAP and len(self.correct_keys) > 1)

    @property
    def is_posted(self) -> bool:
        """Say whether an answer is ever sent to us."""
        return self.kind is not Kind.SAY and not self.is_sensitive


@dataclass(frozen=True)
class Answer:
    """What a learner chose: choices, or a place for each, or an order."""

    chosen: frozenset[str] = frozenset()
    placed: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A marked answer: what came of it, which choices show their feedback, and which still lack a place."""

    outcome: Outcome
    answer: Answer
    shown: Mapping[str, Outcome] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def read(question: Question, fields: Mapping[str, Sequence[str]]) -> Answer:
    """Return the answer that the fields of a form give: `choice`, `place-…` or `order`.

    Raise UnknownChoice for what the question lacks, or for one more than it takes.
    """
    placed = {name.removeprefix(PLACE): values[-1] for name, values in fields.items() if _is_place(name)}
    answer = Answer(
        frozenset(fields.get("choice", ())),
        {key: group for key, group in placed.items() if group},
        tuple(fields.get("order", ())),
    )
    too_many = len(answer.chosen) > 1 and not question.takes_several
    unknown = (answer.chosen | set(placed) | set(answer.order)) - set(question.keys)
    elsewhere = set(answer.placed.values()) - {group.key for group in question.groups}
    twice = answer.order and sorted(answer.order) != sorted(question.keys)
    if too_many or unknown or elsewhere or twice:
        raise UnknownChoice(question.key)
    return answer


def mark(question: Question, answer: Answer) -> Marked:
    """Mark an answer that `read` returned; a story is walked, not marked, and a sentence is never sent.

    Feedback shows on what was chosen; once a choice is right, on every choice.
    """
    if question.kind in PLACED:
        return _mark_places(question, answer)
    if question.kind is Kind.ORDER:
        return _mark_order(question, answer)
    if question.kind not in CHOSEN:
        raise UnknownChoice(question.key)
    return _mark_choices(question, answer)


def mixed[Item: (Choice, Group)](question: Question, items: Sequence[Item]) -> list[Item]:
    """Return the items in an order that says nothing, always the same one, and never the one given."""
    mixed = sorted(items, key=lambda item: blake2b(f"{question.key}/{item.key}".encode()).digest())
    return mixed[1:] + mixed[:1] if mixed == list(items) else mixed


def _mark_choices(question: Question, answer: Answer) -> Marked:
    chosen, correct = answer.chosen, question.correct_keys
    if not chosen:
        return Marked(Outcome.MISSING, answer)
    # Several services may fit one need; naming one of them is enough.
    is_right = chosen <= correct if question.kind is Kind.ROUTE else chosen == correct
    visible = question.keys if is_right else chosen
    shown = {key: Outcome.RIGHT if key in correct else Outcome.TRY_AGAIN for key in visible}
    return Marked(Outcome.RIGHT if is_right else Outcome.TRY_AGAIN, answer, shown)


def _mark_places(question: Question, answer: Answer) -> Marked:
    missing = tuple(key for key in question.keys if key not in answer.placed)
    if missing:
        return Marked(Outcome.MISSING, answer, missing=missing)
    fits = {choice.key: answer.placed[choice.key] == choice.group for choice in question.choices}
    return _marked_each(answer, fits)


def _mark_order(question: Question, answer: Answer) -> Marked:
    if not answer.order:
        return Marked(Outcome.MISSING, answer)
    pairs = zip(answer.order, question.keys, strict=True)
    return _marked_each(answer, {found: found == wanted for found, wanted in pairs})


def _marked_each(answer: Answer, fits: Mapping[str, bool]) -> Marked:
    shown = {key: Outcome.RIGHT if fit else Outcome.TRY_AGAIN for key, fit in fits.items()}
    return Marked(Outcome.RIGHT if all(fits.values()) else Outcome.TRY_AGAIN, answer, shown)


def _is_place(name: str) -> bool:
    return name.startswith(PLACE)
