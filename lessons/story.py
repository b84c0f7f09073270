"""Walk through a branching story: each choice has its consequence and a way back, and any path ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lessons.quiz import Choice, Group, Question, UnknownChoice, Words

_NO_SCENE = Group("", Words())  # a draft may have none yet


@dataclass(frozen=True)
class Walk:
    """Where a learner is in a story: the choices that led here, the scene, and what was just chosen."""

    taken: tuple[Choice, ...]
    scene: Group
    choices: tuple[Choice, ...]
    last: Choice | None = None

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(choice.key for choice in self.taken)

    @property
    def is_over(self) -> bool:
        return not self.choices


def walk(question: Question, path: Sequence[str]) -> Walk:
    """Return where a path of choices leads from the first scene; raise UnknownChoice if none can take it."""
    scenes = {scene.key: scene for scene in question.groups}
    taken: list[Choice] = []
    scene = question.groups[0] if question.groups else _NO_SCENE
    for key in path:
        choice = _in_scene(question, scene, key)
        if choice.leads_to not in scenes:
            raise UnknownChoice(question.key)
        taken.append(choice)
        scene = scenes[choice.leads_to]
    return Walk(tuple(taken), scene, choices_of(question, scene))


def choose(question: Question, path: Sequence[str], key: str) -> Walk:
    """Return where one more choice leads; one that leads nowhere tells its consequence and stays."""
    here = walk(question, path)
    choice = _in_scene(question, here.scene, key)
    there = walk(question, [*here.path, key]) if choice.leads_to else here
    return replace(there, last=choice)


def choices_of(question: Question, scene: Group) -> tuple[Choice, ...]:
    """Return the choices of a scene; an ending has none."""
    return tuple(choice for choice in question.choices if choice.group == scene.key)


def reachable(question: Question) -> frozenset[str]:
    """Return the scenes that some path from the first one leads to."""
    found: set[str] = set()
    waiting = [scene.key for scene in question.groups[:1]]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [c.leads_to for c in question.choices if c.group == key and c.leads_to]
    return frozenset(found)


def _in_scene(question: Question, scene: Group, key: str) -> Choice:
    for choice in choices_of(question, scene):
        if choice.key == key:
            return choice
    raise UnknownChoice(question.key)
