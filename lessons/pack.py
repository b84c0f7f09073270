"""Import content files as pages, both languages in one act, without ever undoing an editor's work."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from education.bilingual.models import BilingualPage
from lessons import content_check, content_files, families, site_pages
from lessons.content_files import Broken, ContentFile, Problem
from lessons.links import Links, Routes
from lessons.models import PackEntry
from lessons.page_content import fill, fingerprint
from lessons.page_kinds import MODELS
from lessons.placing import place


class Outcome(StrEnum):
    """What became of one file."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass
class Report:
    """What an import did, file by file, and what it could not do."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        return sum(one is outcome for one in self.outcomes.values())

    def paths(self, outcome: Outcome) -> list[str]:
        return [path for path, one in self.outcomes.items() if one is outcome]


class Refused(Exception):
    """A file that was sound by itself, and that the site would not take."""

    def __init__(self, file: ContentFile, reason: str) -> None:
        super().__init__(reason)
        self.file, self.reason = file, reason


def import_files(texts: Mapping[str, str], routes: Routes, *, overwrite: Iterable[str] = ()) -> Report:
    """Import files, given by name and text; a broken file imports nothing of itself, the others still do."""
    report = Report()
    files = _sound(texts, routes, report)
    wanted = frozenset(overwrite)
    while True:
        try:
            report.outcomes = _import(files, routes, wanted)
        except Refused as refusal:
            # Everything was rolled back: once more, without this file and those below it.
            report.problems.append(refusal.file.problem(("path",), refusal.reason))
            files = _family(set(files) - {refusal.file.path}, files, report)
        else:
            return report


def _sound(texts: Mapping[str, str], routes: Routes, report: Report) -> dict[str, ContentFile]:
    """Return the files that can be imported, by path; the report gets the problems of the others."""
    read: list[ContentFile] = []
    stated: set[str] = set()
    for name, text in texts.items():
        stated.add(content_files.stated_path(text) or "")
        try:
            read.append(content_files.read(text, name))
        except Broken as error:
            report.problems += error.problems
    links = Links(site_pages.links(routes).ids, routes, waiting=frozenset(stated))
    found = {file.name: content_check.check(file, links) for file in read}
    report.problems += [problem for problems in found.values() for problem in problems]
    good = [file for file in read if not found[file.name]]
    return _family_of(good, report)
