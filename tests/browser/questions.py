"""The questions of our own lessons, one of each kind: where they stand, and how a learner answers them."""

from dataclasses import dataclass
from functools import cache

from lessons import content_files
from lessons.content_files import FOLDER
from lessons.quiz import Kind

CHOSEN = ("single", "multiple", "truefalse", "tap", "route")
PLACED = ("sort", "match")
POSTED = [kind.value for kind in Kind if kind is not Kind.SAY]
WITH_A_WRONG_ANSWER = [kind for kind in POSTED if kind != "branch"]


@dataclass(frozen=True)
class Asked:
    """A question of a content file, and the path of its step in each language."""

    data: dict
    paths: dict

    @property
    def key(self):
        return self.data["id"]

    @property
    def choices(self):
        return self.data["choices"]

    @property
    def right(self):
        return [choice["id"] for choice in self.choices if choice.get("correct")]

    @property
    def form(self):
        """The selector of the question, with its form if it has one."""
        return f'.question:has([name="question"][value="{self.key}"])'

    def fields(self, *, wrong=False):
        """Return the form that a right answer sends, or a wrong one."""
        asked = [("question", self.key)]
        if self.data["kind"] in PLACED:
            groups = [choice["group"] for choice in self.choices]
            given = groups[1:] + groups[:1] if wrong else groups
            return asked + [
                (f"place-{choice['id']}", group) for choice, group in zip(self.choices, given, strict=True)
            ]
        if self.data["kind"] == "order":
            keys = [choice["id"] for choice in self.choices]
            return asked + [("order", key) for key in (reversed(keys) if wrong else keys)]
        if self.data["kind"] == "branch":
            return [*asked, ("choice", self.choices[0]["id"])]
        keys = [choice["id"] for choice in self.choices if (choice["id"] in self.right) is not wrong]
        return asked + [("choice", key) for key in (keys if self.takes_several else keys[:1])]

    @property
    def takes_several(self):
        kind = self.data["kind"]
        return kind == "multiple" or (kind == "tap" and len(self.right) > 1)


@cache
def asked(kind, *, sensitive=False):
    """Return the first question of a kind in our content."""
    for file in _files():
        for number, step in enumerate(file.data.get("steps", []), start=1):
            for block in step["content"]:
                data = block.get("question", {})
                if data.get("kind") == kind and bool(data.get("sensitive")) == sensitive:
                    return Asked(data, {lang: f"{_path(file, lang)}step/{number}/" for lang in ("en", "fr")})
    raise LookupError(f"No lesson has a question of kind {kind}.")


def fill(page, question, fields):
    """Give the answer that the fields name, as a learner does with a mouse or a finger."""
    form = page.locator(question.form)
    ticked = form.locator("input[type=checkbox]:checked")
    while ticked.count():
        ticked.first.uncheck()
    for name, value in fields[1:]:
        if name == "order":
            continue
        select = form.locator(f'select[name="{name}"]')
        if select.count():
            select.select_option(value)
        else:
            form.locator(f'input[name="{name}"][value="{value}"]').check()
    _arrange(page, question, [value for name, value in fields if name == "order"])


def send(page, question):
    """Press the button that sends the answer, and wait for what comes of it."""
    page.evaluate("document.querySelector('main').dataset.former = ''")
    page.locator(f"{question.form} > .button, {question.form} .question__buttons > .button").first.click()
    page.wait_for_selector("main:not([data-former]) #answer")


def _arrange(page, question, wanted):
    """Move each item up until it stands where it is wanted."""
    for place, key in enumerate(wanted):
        while _places(page, question).index(key) > place:
            before = _places(page, question)
            page.locator(f'{question.form} button[value="up-{key}"]').click()
            page.wait_for_function(
                "([form, before]) => [...document.querySelectorAll(`${form} input[name=order]`)]"
                ".map((one) => one.value).join() !== before",
                arg=[question.form, ",".join(before)],
            )


def _places(page, question):
    return page.locator(f"{question.form} input[name=order]").evaluate_all("all => all.map(e => e.value)")


@cache
def _files():
    texts = {name: (FOLDER / name).read_text(encoding="utf-8") for name in content_files.names()}
    return [content_files.read(text, name) for name, text in texts.items()]


def _path(file, language):
    if language == "en":
        return f"/en/{file.path}/"
    slugs = {one.path: one.data["slug_fr"] for one in _files() if one.path}
    parts = file.path.split("/")
    return "/fr/" + "".join(f"{slugs['/'.join(parts[: end + 1])]}/" for end in range(len(parts)))
