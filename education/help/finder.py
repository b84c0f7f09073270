"""Find who can help in a situation, and what to say first. The style sheet of the page does the same."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from education.help.records import SERVICES, Service
from education.help.schema import PROVINCES, WHAT, WHO
from education.record_fields import (
    LANGUAGES,
    RecordError,
    Rule,
    check_fields,
    matches,
    reading,
    table_value,
    text_value,
)

SOURCE = Path(__file__).with_name("finder.toml")
WHEN = ("danger", "today", "later")
VALUES: Mapping[str, tuple[str, ...]] = {"what": WHAT, "who": WHO, "when": WHEN, "where": PROVINCES}

_SHOWN_ALWAYS = ("danger", "suicide")  # topics that stand above the questions
_IN_DANGER = (*_SHOWN_ALWAYS, "protect")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What somebody chose; an empty text is a question they left open."""

    what: str = ""
    who: str = ""
    when: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose, with what is said at once to whoever chooses it."""

    id: str
    label: str
    advice: tuple[str, ...] = ()
    read: str = ""  # the key of a page to read on; whoever shows it knows the address


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the finder in one language."""

    id: str
    legend: str
    choices: tuple[Choice, ...]


def find(situation: Situation, services: Iterable[Service] | None = None) -> tuple[Service, ...]:
    """The services that fit: danger and suicide first, then those near, then the others."""
    chosen = SERVICES.values() if services is None else services
    fitting = [one for one in chosen if fits(one, situation)]
    return tuple(sorted(fitting, key=lambda one: (not is_first(one), not one.provinces)))


def fits(service: Service, situation: Situation) -> bool:
    """Say whether a service is for this situation. One of a place is shown only once the place is known."""
    if service.provinces and not situation.where:
        return False
    if service.until_place and situation.where:
        return False
    marked = marks(service)
    chosen = {name: getattr(situation, name) for name in VALUES}
    return all(not chosen[name] or chosen[name] in values for name, values in marked.items())


def marks(service: Service) -> dict[str, tuple[str, ...]]:
    """The answers that a service fits, by question; a question that makes no difference is left out."""
    by_when = tuple(when for when in WHEN if _answers(service, when))
    marked = {"what": service.what, "who": service.who, "when": by_when, "where": service.provinces}
    if is_first(service):
        marked = {"where": service.provinces}
    return {name: values for name, values in marked.items() if values and values != VALUES[name]}


def is_first(service: Service) -> bool:
    """Say whether a service stands above the questions, whatever is chosen below."""
    return service.topic in _SHOWN_ALWAYS


def questions(language: str, places: Mapping[str, str]) -> tuple[Question, ...]:
    """The questions of the finder; `places` names the provinces and territories, in the order to show."""
    where = tuple(Choice(code, name) for code, name in places.items())
    return tuple(
        Question(one["id"], one["legend"][language], _choices(one, language) or where) for one in QUESTIONS
    )


def read(toml: str) -> tuple[Mapping[str, Any], ...]:
    """The questions of a file's text, in both languages; one RecordError if it is broken."""
    with reading(SOURCE.name):
        found = tomllib.loads(toml).get("question", [])
        if [one.get("id") for one in found] != list(VALUES):
            raise RecordError("the file", "question", f"must ask {', '.join(VALUES)}")
        for one in found:
            _check(one)
    return tuple(MappingProxyType(one) for one in found)


def _answers(service: Service, when: str) -> bool:
    if service.topic in _IN_DANGER or when == "later":
        return True
    return service.always and (when == "today" or service.topic == "talk")


def _choices(question: Mapping[str, Any], language: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=one["id"],
            label=one["label"][language],
            advice=tuple(one["advice"][language].split("\n")) if "advice" in one else (),
            read=one.get("read", ""),
        )
        for one in question.get("choice", ())
    )


def _check(question: Mapping[str, Any]) -> None:
    label, choices = question["id"], question.get("choice", [])
    check_fields(question, {"id": text_value, "legend": table_value}, {"choice": _tables}, label=label)
    _check_words(question["legend"], label=label, prefix="legend.")
    for choice in choices:
        name = f"{choice.get('id')}."
        check_fields(choice, _CHOICE_REQUIRED, _CHOICE_OPTIONAL, label=label, prefix=name)
        for field in ("label", "advice"):
            if field in choice:
                _check_words(choice[field], label=label, prefix=f"{name}{field}.")
    known = () if label == "where" else VALUES[label]  # places are named elsewhere
    if tuple(choice["id"] for choice in choices) != known:
        raise RecordError(label, "choice", f"must be {', '.join(known) or 'left out'}")


def _check_words(words: Mapping[str, object], *, label: str, prefix: str) -> None:
    check_fields(words, dict.fromkeys(LANGUAGES, text_value), {}, label=label, prefix=prefix)


def _tables(value: object) -> str:
    are_tables = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    return "" if are_tables else "must be a list of [[question.choice]] tables"


_CHOICE_REQUIRED: Mapping[str, Rule] = {"id": text_value, "label": table_value}
_CHOICE_OPTIONAL: Mapping[str, Rule] = {
    "advice": table_value,
    "read": matches(r"[a-z]+(-[a-z]+)*", "lower-case words with hyphens"),
}

QUESTIONS = read(SOURCE.read_text(encoding="utf-8"))
