"""Say what keeps a question from being asked: a learner could not answer it, or would come to a dead end."""

from collections import Counter
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from lessons import story
from lessons.quiz import CHOSEN, Choice, Group, Kind, Question

Rule = Callable[[Question], Iterator[str]]


def faults(question: Question) -> list[str]:
    """Return each fault as a sentence in the active language; an empty list for a sound question."""
    rules: list[Rule] = [*_RULES.get(question.kind, ()), _feedback, _alternative_texts, _modes]
    return list(dict.fromkeys(message for rule in rules for message in rule(question)))


def _one_right(question: Question) -> Iterator[str]:
    if len(question.correct_keys) != 1:
        yield _("It needs exactly one right choice.")


def _some_right(question: Question) -> Iterator[str]:
    if not question.correct_keys:
        yield _("It needs at least one right choice.")


def _two_choices(question: Question) -> Iterator[str]:
    if len(question.choices) != 2:
        yield _("True or false has exactly two choices.")


def _pictures(question: Question) -> Iterator[str]:
    if not all(choice.picture.is_whole for choice in question.choices):
        yield _("Each choice needs a picture.")


def _alternative_texts(question: Question) -> Iterator[str]:
    pictured: list[Choice | Group] = [*question.choices, *question.groups]
    for one in pictured:
        if one.picture.is_whole and not one.alt.is_whole:
            yield _("Each picture needs an alternative text in both languages.")


def _services(question: Question) -> Iterator[str]:
    if not all(choice.service for choice in question.choices):
        yield _("Each choice needs a service.")


def _labels(question: Question) -> Iterator[str]:
    if not all(group.key and group.label.is_whole for group in question.groups):
        yield _("Each group needs a name, and a label in both languages.")
    if len({group.key for group in question.groups}) < len(question.groups):
        yield _("Two groups have the same name.")


def _known_groups(question: Question) -> Iterator[str]:
    known = {group.key for group in question.groups}
    for choice in question.choices:
        if choice.group not in known:
            yield _("The choice “%(choice)s” belongs to no group.") % {"choice": choice.text.en or choice.key}


def _boxes(question: Question) -> Iterator[str]:
    if not 2 <= len(question.groups) <= 4:
        yield _("It needs two to four groups.")
    yield from _empty_groups(question)


def _empty_groups(question: Question) -> Iterator[str]:
    used = {choice.group for choice in question.choices}
    for group in question.groups:
        if group.key not in used:
            yield _("No choice belongs to the group “%(group)s”.") % {"group": group.key}


def _partners(question: Question) -> Iterator[str]:
    if len(question.groups) < 3 or set(Counter(c.group for c in question.choices).values()) != {1}:
        yield _("Matching needs at least three pairs, with one choice for each partner.")
    yield from _empty_groups(question)


def _sequence(question: Question) -> Iterator[str]:
    if len(question.choices) < 3:
        yield _("An order needs at least three choices.")


def _parts(question: Question) -> Iterator[str]:
    sizes = Counter(choice.group for choice in question.choices)
    if not 2 <= len(question.groups) <= 4 or not all(2 <= sizes[group.key] <= 4 for group in question.groups):
        yield _("A sentence has two to four parts, each with two to four choices.")


def _scenes(question: Question) -> Iterator[str]:
    places = {group.key: number for number, group in enumerate(question.groups)}
    if len(question.groups) < 2:
        yield _("A story needs at least two scenes; the first is its beginning.")
    if not all(scene.text.is_whole for scene in question.groups):
        yield _("Each scene needs its text in both languages.")
    for choice in question.choices:
        if choice.leads_to and places.get(choice.leads_to, -1) <= places.get(choice.group, 99):
            yield _("The choice “%(choice)s” must lead to a scene further down, or to none.") % {
                "choice": choice.text.en or choice.key
            }
    yield from _dead_ends(question)


def _dead_ends(question: Question) -> Iterator[str]:
    found = story.reachable(question)
    for scene in question.groups:
        choices = story.choices_of(question, scene)
        if scene.key not in found:
            yield _("No choice leads to the scene “%(scene)s”.") % {"scene": scene.key}
        if choices and not any(choice.leads_to for choice in choices):
            yield _("No choice leads on from the scene “%(scene)s”.") % {"scene": scene.key}
        if not choices and not scene.service:
            yield _("The story ends with the scene “%(scene)s”; it must offer help: choose a service.") % {
                "scene": scene.key
            }


def _feedback(question: Question) -> Iterator[str]:
    if not all(choice.feedback.is_whole for choice in question.choices):
        yield _("Each choice needs feedback in both languages.")


def _modes(question: Question) -> Iterator[str]:
    if question.is_sensitive and question.kind not in CHOSEN:
        yield _("Only a question with choices to choose can be sensitive.")
    if question.is_retrieval and not (question.is_posted and question.kind is not Kind.BRANCH):
        yield _("A sensitive question, a story or a sentence cannot come back in a review.")


_RULES: dict[Kind, tuple[Rule, ...]] = {
    Kind.SINGLE: (_one_right,),
    Kind.MULTIPLE: (_some_right,),
    Kind.TRUE_FALSE: (_two_choices, _one_right),
    Kind.TAP: (_some_right, _pictures),
    Kind.ROUTE: (_some_right, _services),
    Kind.SORT: (_labels, _boxes, _known_groups),
    Kind.MATCH: (_labels, _partners, _known_groups),
    Kind.ORDER: (_sequence,),
    Kind.BRANCH: (_labels, _scenes, _known_groups),
    Kind.SAY: (_labels, _parts, _known_groups),
}
