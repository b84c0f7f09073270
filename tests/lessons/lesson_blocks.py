"""Lessons for the tests: steps, a sound question of every kind, and what a page needs to go live."""

from dataclasses import dataclass

from lessons.parsing import question_of
from lessons.question_blocks import QuestionBlock
from lessons.quiz import Kind


def choice_block(key, *, right=False, **more):
    """Return one choice; its texts say which one it is, in both languages."""
    value = {
        "text_en": f"Choice {key}",
        "text_fr": f"Choix {key}",
        "correct": right,
        "feedback_en": f"Because {key}",
        "feedback_fr": f"Parce que {key}",
    }
    return {"id": key, "type": "item", "value": value | more}


def group_block(name, **more):
    """Return a box, a partner, a scene or a part of a sentence."""
    value = {"name": name, "label_en": f"Group {name}", "label_fr": f"Groupe {name}"}
    return {"id": f"group-{name}", "type": "item", "value": value | more}


def scene_block(name, **more):
    """Return a scene of a story."""
    return group_block(name, text_en=f"It is {name}.", text_fr=f"C'est {name}.", **more)


def question_block(kind="single", choices=None, groups=(), *, key="which", **more):
    """Return a question; without choices of its own, it has three and the first is right."""
    if choices is None:
        choices = [choice_block("a", right=True), choice_block("b"), choice_block("c")]
    value = {"kind": str(kind), "prompt_en": f"Prompt {key}?", "prompt_fr": f"Consigne {key}?"}
    value |= {"groups": list(groups), "choices": list(choices)}
    return {"id": key, "type": "question", "value": value | more}


def text_block(key="text", en="<p>Read.</p>", fr="<p>Lis.</p>"):
    return {"id": key, "type": "text", "value": {"text_en": en, "text_fr": fr}}


def step_block(key, *content):
    """Return a step: a text, then its content."""
    value = {"title_en": f"Step {key}", "title_fr": f"Étape {key}"}
    return {"id": key, "type": "step", "value": value | {"content": [text_block(f"{key}-text"), *content]}}


def lesson_texts():
    """Return every text that a lesson page must have before it goes live, beside its title."""
    texts = {"code": "B5", "objective_en": "look twice", "objective_fr": "regarder deux fois"}
    for name in ("content_note", "materials", "leading", "letter_home"):
        texts |= {f"{name}_en": f"<p>English {name}.</p>", f"{name}_fr": f"<p>French {name}.</p>"}
    return texts


def module_texts():
    """Return every text that a module page must have before it goes live, beside its title."""
    return {
        f"{name}_{language}": f"<p>{word} {name}.</p>"
        for name in ("ground_rules", "if_told")
        for language, word in (("en", "English"), ("fr", "French"))
    }


def as_question(block):
    """Return the plain question that a stored block becomes."""
    return question_of(block["id"], QuestionBlock().to_python(block["value"]))


@dataclass(frozen=True)
class Example:
    """A sound question, with the fields of a right and of a wrong answer, as a form sends them."""

    block: dict
    right: dict
    wrong: dict

    @property
    def question(self):
        return as_question(self.block)


def _pictured(key, **more):
    return choice_block(key, drawing="ear", alt_en=f"An ear {key}", alt_fr=f"Une oreille {key}", **more)


def _placed(**groups):
    return [choice_block(key, group=group) for key, group in groups.items()]


def _story():
    choices = [
        choice_block("tell", group="start", leads_to="home"),
        choice_block("wait", group="start"),
        choice_block("call", group="home", leads_to="end"),
        choice_block("write", group="home", leads_to="end"),
    ]
    scenes = [scene_block("start"), scene_block("home"), scene_block("end", service="kids-help-phone")]
    return question_block("branch", choices, scenes)


def _sentence():
    parts = [group_block("who"), group_block("what")]
    return question_block("say", _placed(a="who", b="who", c="what", d="what"), parts)


RIGHT, WRONG = {"choice": ["a"]}, {"choice": ["b"]}
ANSWERED = {
    Kind.SINGLE: Example(question_block(), RIGHT, WRONG),
    Kind.MULTIPLE: Example(
        question_block(
            "multiple", [choice_block("a", right=True), choice_block("b"), choice_block("c", right=True)]
        ),
        {"choice": ["a", "c"]},
        {"choice": ["a", "b"]},
    ),
    Kind.TRUE_FALSE: Example(
        question_block("truefalse", [choice_block("a", right=True), choice_block("b")]), RIGHT, WRONG
    ),
    Kind.TAP: Example(
        question_block("tap", [_pictured("a", right=True), _pictured("b"), _pictured("c")]), RIGHT, WRONG
    ),
    Kind.SORT: Example(
        question_block(
            "sort", _placed(a="kind", b="trick", c="kind"), [group_block("kind"), group_block("trick")]
        ),
        {"place-a": ["kind"], "place-b": ["trick"], "place-c": ["kind"]},
        {"place-a": ["kind"], "place-b": ["kind"], "place-c": ["kind"]},
    ),
    Kind.ORDER: Example(
        question_block("order", [choice_block("a"), choice_block("b"), choice_block("c")]),
        {"order": ["a", "b", "c"]},
        {"order": ["a", "c", "b"]},
    ),
    Kind.MATCH: Example(
        question_block(
            "match",
            _placed(a="one", b="two", c="three"),
            [group_block("one"), group_block("two"), group_block("three")],
        ),
        {"place-a": ["one"], "place-b": ["two"], "place-c": ["three"]},
        {"place-a": ["two"], "place-b": ["one"], "place-c": ["three"]},
    ),
    Kind.ROUTE: Example(
        question_block(
            "route",
            [choice_block("a", right=True, service="kids-help-phone"), choice_block("b", service="police")],
        ),
        RIGHT,
        WRONG,
    ),
}  # fmt: skip
# A story is walked and a sentence is said: neither has a right answer.
BLOCKS = {kind: example.block for kind, example in ANSWERED.items()}
BLOCKS |= {Kind.BRANCH: _story(), Kind.SAY: _sentence()}
