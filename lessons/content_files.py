"""Read content files: plain data that remembers its lines, or problems that name file, line and reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

FOLDER = Path(__file__).with_name("content")

At = tuple[str | int, ...]
_PLAIN = {"tag:yaml.org,2002:str": str, "tag:yaml.org,2002:int": int}
_BOOLEAN = "tag:yaml.org,2002:bool"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with a content file."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}"


@dataclass(frozen=True)
class ContentFile:
    """A file as it was read: its data, and where every value of it stands."""

    name: str
    data: dict[str, Any]
    lines: dict[At, int] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Return the path of its page; the home page's is empty."""
        return str(self.data.get("path", ""))

    def problem(self, at: At, reason: str, *, below: int = 0) -> Problem:
        """Return a problem at a value, or at what is around it where the value is missing."""
        known = at
        while known and known not in self.lines:
            known = known[:-1]
        return Problem(self.name, self.lines.get(known, 1) + below, reason)


class Broken(Exception):
    """A file that cannot be read at all; the problems say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def names(folder: Path = FOLDER) -> list[str]:
    """Return the names of all content files, below their folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))


def read(text: str, name: str) -> ContentFile:
    """Return the data of a file's text; raise Broken where it is no YAML, or YAML of a kind we do not use."""
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except YAMLError as error:
        raise Broken(_yaml_problem(error, name)) from None
    reader = _Reader(name)
    data = reader.value(node, ()) if node is not None else None
    if not isinstance(data, dict):
        reader.problems.append(Problem(name, 1, "is no content file: it has no keys"))
        data = {}
    if reader.problems:
        raise Broken(*reader.problems)
    return ContentFile(name, data, reader.lines)


def stated_path(text: str) -> str | None:
    """Return the path that a file states, even where the rest of it is broken."""
    found = re.search(r"^path:[ ]*(?:\"(.*)\"|'(.*)'|(\S*))[ ]*(?:#.*)?$", text, re.MULTILINE)
    return next((group for group in found.groups() if group), "") if found else None


def _yaml_problem(error: YAMLError, name: str) -> Problem:
    if not isinstance(error, MarkedYAMLError):
        return Problem(name, 1, f"is no YAML: {str(error).splitlines()[0]}")
    mark = error.problem_mark or error.context_mark
    return Problem(name, mark.line + 1 if mark else 1, f"is no YAML: {error.problem or error.context}")


class _Reader:
    """Turns nodes into plain data; notes their lines and what is not allowed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[At, int] = {}
        self.problems: list[Problem] = []

    def value(self, node: Node, at: At) -> Any:
        block_text = isinstance(node, ScalarNode) and node.style in ("|", ">")
        self.lines[at] = node.start_mark.line + (2 if block_text else 1)
        if node.anchor:  # what stands for another value multiplies, and no export could keep it
            self._refuse(node, "uses an anchor (& or *); write the value out")
            return None
        if isinstance(node, ScalarNode):
            return self._scalar(node, at)
        if isinstance(node, SequenceNode):
            return [self.value(child, (*at, number)) for number, child in enumerate(node.value)]
        return dict(self._pairs(node, at)) if isinstance(node, MappingNode) else None

    def _pairs(self, node: MappingNode, at: At) -> Iterator[tuple[str, Any]]:
        known = set()
        for key, child in node.value:
            if not isinstance(key, ScalarNode) or key.value in known:
                self._refuse(key, f"has the key “{getattr(key, 'value', '?')}” twice")
                continue
            known.add(key.value)
            yield key.value, self.value(child, (*at, key.value))

    def _scalar(self, node: ScalarNode, at: At) -> Any:
        if node.tag == _BOOLEAN:
            return node.value.lower() == "true"
        kind = _PLAIN.get(str(node.tag))
        if kind is None or not _is_number(node, kind):
            label = at[-1] if at else "the file"
            self._refuse(node, f"“{label}” is no text, number or true; quote what is a text")
            return ""
        return kind(node.value)

    def _refuse(self, node: Node, reason: str) -> None:
        self.problems.append(Problem(self.name, node.start_mark.line + 1, reason))


def _is_number(node: ScalarNode, kind: type) -> bool:
    return kind is str or node.value.lstrip("-").isdecimal()
