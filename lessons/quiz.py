"""Mark practice questions: plain values in, plain values out, no database and no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered; the values stand in content files and in `data-question`."""

    SINGLE = "single"
    MULTIPLE = "multiple"


class Outcome(StrEnum):
    """What came of an answer. There is no score and no failing: one may always try again."""

    RIGHT = "right"
    TRY_AGAIN = "try-again"
    MISSING = "missing"


class UnknownChoice(ValueError):
    """An answer named a choice that the question does not have."""


@dataclass(frozen=True)
class Words:
    """One text in both languages."""

    en: str
    fr: str

    def in_language(self, language: str | None) -> str:
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True)
class Choice:
    """One choice, with feedback that explains whether or not it is right."""

    key: str
    text: Words
    is_correct: bool
    feedback: Words


@dataclass(frozen=True)
class Question:
    """One question with its choices; keys are the same in both languages."""

    key: str
    kind: Kind
    prompt: Words
    hint: Words
    choices: tuple[Choice, ...]

    @property
    def correct_keys(self) -> frozenset[str]:
        return frozenset(choice.key for choice in self.choices if choice.is_correct)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(choice.key for choice in self.choices)


@dataclass(frozen=True)
class Marked:
    """A marked answer: what came of it, and which choices show their feedback."""

    outcome: Outcome
    chosen: frozenset[str]
    shown: Mapping[str, Outcome]


def mark(question: Question, answer: Iterable[str]) -> Marked:
    """Mark an answer, a set of choice keys; raise UnknownChoice for keys the question lacks.

    Feedback shows on what was chosen; once the answer is right, on every choice.
    """
    chosen = frozenset(answer)
    unknown = chosen - question.keys
    if unknown or (question.kind is Kind.SINGLE and len(chosen) > 1):
        raise UnknownChoice(question.key)
    if not chosen:
        return Marked(Outcome.MISSING, chosen, {})
    is_right = chosen == question.correct_keys
    visible = (
        question.choices if is_right else [choice for choice in question.choices if choice.key in chosen]
    )
    shown = {choice.key: Outcome.RIGHT if choice.is_correct else Outcome.TRY_AGAIN for choice in visible}
    return Marked(Outcome.RIGHT if is_right else Outcome.TRY_AGAIN, chosen, shown)
