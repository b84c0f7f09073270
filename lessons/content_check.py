"""Check a content file against the shape of its page, before anything of it is imported."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from education.help.strays import stray_addresses, stray_numbers
from lessons import prose
from lessons.content_files import At, ContentFile, Problem
from lessons.conversion import Place, to_stored
from lessons.faults import faults
from lessons.links import Links
from lessons.page_kinds import MODELS, shape_of_page
from lessons.parsing import question_of
from lessons.question_blocks import QuestionBlock
from lessons.shapes import Flag, Items, Number, Pair, Plain, Prose, Record, Shape, Stream, Word, shape_of

LANGUAGES = {"en": "English", "fr": "French"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PATH = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")
_REASONS: dict[type, str] = {
    Word: "which is none that we know",
    Number: "not a number from {shape.least} to {shape.most}",
    Flag: "neither true nor false",
}


def check(file: ContentFile, links: Links) -> list[Problem]:
    """Return everything that is wrong with a file; empty when its page can be made."""
    kind = file.data.get("page")
    if kind not in MODELS:
        return [file.problem(("page",), f"“page” is {kind!r}; we know {', '.join(MODELS)}")]
    checker = _Checker(file, links)
    checker.check(shape_of_page(kind), file.data, ())
    rules = [*_addresses(file.data), *_ids(file.data)]
    if not checker.problems:
        rules += _faults(file.data)
    return sorted({*checker.problems, *(file.problem(at, reason) for at, reason in rules)})


@dataclass
class _Checker:
    """Walks data and shape together and notes what does not fit."""

    file: ContentFile
    links: Links

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []

    def check(self, shape: Shape, data: Any, at: At) -> None:
        match shape:
            case Pair():
                self._pair(shape, data, at)
            case Record(bare=True):
                self.check(next(iter(shape.fields.values())), data, at)
            case Record():
                self._record(shape, data, at)
            case Items() | Stream():
                self._list(shape, data, at)
            case Plain() | Prose():
                self._text(shape, data, at)
            case _ if not _is_one_of(shape, data):
                self._note(at, f"{_name(at)} is {data!r}, {_REASONS[type(shape)].format(shape=shape)}")

    def _note(self, at: At, reason: str, below: int = 0) -> None:
        self.problems.append(self.file.problem(at, reason, below=below))

    def _pair(self, shape: Pair, data: Any, at: At) -> None:
        if not isinstance(data, dict):
            self._note(at, f"{_name(at)} needs “en” and “fr”")
            return
        for language, name in LANGUAGES.items():
            if _is_empty(data.get(language)):
                self._note(at, f"{_name(at)} has no {name}")
            else:
                self.check(shape.of, data[language], (*at, language))
        self._unknown(data, set(LANGUAGES), at)

    def _record(self, shape: Record, data: Any, at: At) -> None:
        if not isinstance(data, dict):
            self._note(at, f"{_name(at)} needs keys: {', '.join(shape.fields)}")
            return
        for key, of in shape.fields.items():
            if key in data:
                self.check(of, data[key], (*at, key))
            elif of.required:
                self._note(at, f"{_name(at)} has no “{key}”")
        if shape.named and not _ID.fullmatch(str(data.get("id", ""))):
            self._note(at, f"{_name(at)} needs an “id” of lower-case words with hyphens")
        self._unknown(data, set(shape.fields) | ({"id"} if shape.named else set()), at)

    def _unknown(self, data: Mapping[str, Any], known: set[str], at: At) -> None:
        for key in data.keys() - known:
            self._note((*at, key), f"“{key}” is a key we do not know {_place(at)}")

    def _list(self, shape: Items | Stream, data: Any, at: At) -> None:
        if not isinstance(data, list) or not data:
            self._note(at, f"{_name(at)} needs a list")
            return
        if isinstance(shape, Items) and not shape.least <= len(data) <= shape.most:
            self._note(at, f"{_name(at)} has {len(data)} entries, not {shape.least} to {shape.most}")
        for number, item in enumerate(data):
            if isinstance(shape, Items) or shape.only:
                of = shape.of if isinstance(shape, Items) else shape.kinds[shape.only]
                self.check(of, item, (*at, number))
            elif not isinstance(item, dict) or len(item) != 1 or next(iter(item)) not in shape.kinds:
                self._note((*at, number), f"is no block that we know; there are {', '.join(shape.kinds)}")
            else:
                kind, value = next(iter(item.items()))
                self.check(shape.kinds[kind], value, (*at, number, kind))

    def _text(self, shape: Plain | Prose, data: Any, at: At) -> None:
        if not isinstance(data, str):
            self._note(at, f"{_name(at)} is {data!r}; quote what is a text")
            return
        if shape.required and not data.strip():
            self._note(at, f"{_name(at)} is empty")
        if isinstance(shape, Plain) and shape.most and len(" ".join(data.split())) > shape.most:
            self._note(at, f"{_name(at)} is longer than {shape.most} characters")
        for stray in [*stray_numbers(data), *stray_addresses(data)]:
            below = data.count("\n", 0, max(0, data.find(stray)))
            self._note(at, f"holds “{stray}”; a number or an address belongs on a service card", below)
        if isinstance(shape, Prose):
            for line, reason in prose.problems(data, shape.features, self.links):
                self._note(at, reason, line)


def _addresses(data: Mapping[str, Any]) -> Iterator[tuple[At, str]]:
    path, slug = data.get("path"), data.get("slug_fr", "")
    is_home = data["page"] == "home"
    if not isinstance(path, str) or not (path == "" if is_home else _PATH.fullmatch(path)):
        wanted = "the home page's is empty" if is_home else "it is lower-case words, such as support/tonight"
        yield ("path",), f"“path” is {path!r}; {wanted}"
    if slug and not re.fullmatch(r"[a-z0-9-]+", str(slug)):
        yield ("slug_fr",), f"“slug_fr” is {slug!r}; it is lower-case words with hyphens, no accents"


def _ids(data: Mapping[str, Any]) -> Iterator[tuple[At, str]]:
    """Yield ids that stand twice."""
    yield from _repeated(_dicts(data.get("steps"), ("steps",)), "step")
    questions = _questions(data)
    yield from _repeated(questions, "question")
    for at, question in questions:
        yield from _repeated(_dicts(question.get("choices"), (*at, "choices")), "choice")


def _faults(data: Mapping[str, Any]) -> Iterator[tuple[At, str]]:
    """Yield what keeps a question from being asked; the data must fit its shape."""
    block = QuestionBlock()
    with translation.override("en"):
        for at, question in _questions(data):
            stored = to_stored(shape_of(block, "question"), question, Place("", Links({}, {})))
            parsed = question_of(question["id"], block.to_python(stored))
            for fault in faults(parsed):
                yield at, f"the question “{parsed.key}”: {fault}"


def _questions(data: Mapping[str, Any]) -> list[tuple[At, dict[str, Any]]]:
    return [
        ((*spot, "question"), block["question"])
        for at, step in _dicts(data.get("steps"), ("steps",))
        for spot, block in _dicts(step.get("content"), (*at, "content"))
        if isinstance(block.get("question"), dict)
    ]


def _dicts(data: Any, at: At) -> list[tuple[At, dict[str, Any]]]:
    rows = data if isinstance(data, list) else []
    return [((*at, number), row) for number, row in enumerate(rows) if isinstance(row, dict)]


def _repeated(rows: list[tuple[At, dict[str, Any]]], what: str) -> Iterator[tuple[At, str]]:
    counted = Counter(str(row.get("id")) for _at, row in rows)
    for at, row in rows:
        if counted[str(row.get("id"))] > 1:
            yield (*at, "id"), f"the {what} id “{row.get('id')}” stands more than once"


def _is_one_of(shape: Word | Number | Flag, data: Any) -> bool:
    match shape:
        case Word():
            return isinstance(data, str) and data in shape.known()
        case Number():
            return isinstance(data, int) and not isinstance(data, bool) and shape.least <= data <= shape.most
    return isinstance(data, bool)


def _is_empty(value: Any) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def _name(at: At) -> str:
    """Return what a reader would call the value: its last two names."""
    names = [str(part) for part in at if isinstance(part, str)]
    return f"“{'.'.join(names[-2:])}”" if names else "the file"


def _place(at: At) -> str:
    names = [str(part) for part in at if isinstance(part, str)]
    return f"in “{names[-1]}”" if names else "at the top of the file"
