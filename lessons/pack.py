"""Import content files as pages, both languages in one act, and never undo an editor's work."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from education.bilingual.models import BilingualPage
from lessons import content_check, content_files, families, placing, site_pages
from lessons.content_files import Broken, ContentFile, Problem
from lessons.links import Links, Routes
from lessons.models import PackEntry
from lessons.page_content import fill, fingerprint
from lessons.page_kinds import MODELS


class Outcome(StrEnum):
    """What became of one file."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass
class Report:
    """What an import did, page by page, and what is wrong with the files it left out."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def paths(self, outcome: Outcome) -> list[str]:
        return [path for path, one in self.outcomes.items() if one is outcome]


class _Refused(Exception):
    """The site did not take a file that was sound by itself."""

    def __init__(self, file: ContentFile, reason: str) -> None:
        super().__init__(reason)
        self.file, self.reason = file, reason


def import_files(texts: Mapping[str, str], routes: Routes, *, overwrite: Iterable[str] = ()) -> Report:
    """Import files, given by name and text; a broken one imports nothing of itself, the others still do.

    A page that was changed on the site since its import is kept, unless `overwrite` names its path.
    """
    report = Report()
    files = _sound(texts, routes, report)
    while True:
        try:
            report.outcomes = _Import(files, routes, frozenset(overwrite)).run()
        except _Refused as refusal:
            # All was rolled back: once more, without this file.
            report.problems.append(refusal.file.problem(("path",), refusal.reason))
            files = _with_families([file for file in files if file is not refusal.file], report)
        else:
            report.problems.sort()
            return report


def _sound(texts: Mapping[str, str], routes: Routes, report: Report) -> list[ContentFile]:
    """Return the files that can be imported, parents first; the report gets the problems of the others."""
    read: list[ContentFile] = []
    stated: set[str] = set()
    for name, text in texts.items():
        stated.add(content_files.stated_path(text) or "")
        try:
            read.append(content_files.read(text, name))
        except Broken as error:
            report.problems += error.problems
    # A link may lead to a page whose own file is broken: it waits, as words, until that file is mended.
    links = Links(site_pages.links(routes).ids, routes, waiting=frozenset(stated))
    good = []
    for file in read:
        problems = content_check.check(file, links)
        report.problems += problems
        good += [file] if not problems else []
    return _with_families(good, report)


def _with_families(files: list[ContentFile], report: Report) -> list[ContentFile]:
    """Leave out what has no place in the tree, and then what stands below that."""
    known = {*site_pages.paths(), *PackEntry.objects.values_list("path", flat=True)}
    while found := list(families.problems(files, known)):
        report.problems += found
        bad = {problem.file for problem in found}
        files = [file for file in files if file.name not in bad]
    return sorted(files, key=lambda file: (families.depth(file.path), file.data["order"], file.path))


class _Import:
    """One import, all of it or nothing: first room for every page, so that they can refer to each other."""

    def __init__(self, files: list[ContentFile], routes: Routes, overwrite: frozenset[str]) -> None:
        self.files, self.routes, self.overwrite = files, routes, overwrite
        self.entries = {entry.path: entry for entry in PackEntry.objects.all()}
        self.created: set[str] = set()

    @transaction.atomic
    def run(self) -> dict[str, Outcome]:
        for file in self.files:
            self._make_room(file)
        links = site_pages.links(self.routes)
        outcomes = {file.path: self._import(file, links) for file in self.files}
        for file in self.files:
            moved = outcomes[file.path] is not Outcome.KEPT and placing.place(
                self.entries[file.path], file.data["order"], is_new=file.path in self.created
            )
            if moved and outcomes[file.path] is Outcome.UNCHANGED:
                outcomes[file.path] = Outcome.UPDATED
        return outcomes

    def _page_id(self, path: str) -> int | None:
        entry = self.entries.get(path)
        return entry.page_id if entry else site_pages.paths().get(path)

    def _make_room(self, file: ContentFile) -> None:
        """Create the page as a draft without a revision, unless it is there or was removed by an editor."""
        entry = self.entries.get(file.path)
        removed = entry is not None and entry.page_id is None and file.path not in self.overwrite
        parent_id = self._page_id(families.parent_path(file.path))
        if removed or self._page_id(file.path) is not None or parent_id is None:
            return
        page = MODELS[file.data["page"]](live=False)
        fill(page, file.data, site_pages.links(self.routes))
        with _refusing(file):
            BilingualPage.objects.get(pk=parent_id).add_child(instance=page)
        self.created.add(file.path)
        if entry is not None:
            entry.page_id = page.pk

    def _import(self, file: ContentFile, links: Links) -> Outcome:
        page_id = self._page_id(file.path)
        if page_id is None:
            return Outcome.KEPT
        page = site_pages.latest(page_id)
        if page.page_kind != file.data["page"]:
            raise _Refused(file, f"the page on the site is of kind “{page.page_kind}”")
        is_new = page.latest_revision_id is None
        wanted, found = self._wanted(file, links), fingerprint(page, links)
        entry = self.entries.get(file.path) or self._entry_for(page, file)
        if not is_new and wanted == found and self._stands_as_imported(page, file):
            self._note(entry, wanted)
            return Outcome.UNCHANGED
        untouched = found == entry.fingerprint and self._stands_as_imported(page, file)
        if not (is_new or untouched or file.path in self.overwrite):
            return Outcome.KEPT
        self._publish(page, file, links)
        self._note(entry, wanted)
        return Outcome.CREATED if is_new else Outcome.UPDATED

    def _entry_for(self, page: Any, file: ContentFile) -> PackEntry:
        """Return a new entry, or the one that the page had under the former path of its file."""
        former = next((one for one in self.entries.values() if one.page_id == page.pk), None)
        if former is None:
            return self.entries.setdefault(file.path, PackEntry(path=file.path, page_id=page.pk))
        if former.path in {one.path for one in self.files}:
            raise _Refused(file, f"the page at this path comes from the file with the path “{former.path}”")
        former.path = file.path
        self.entries[file.path] = former
        return former

    def _wanted(self, file: ContentFile, links: Links) -> str:
        page = MODELS[file.data["page"]](slug="home")
        fill(page, file.data, links)
        return fingerprint(page, links)

    def _stands_as_imported(self, page: Any, file: ContentFile) -> bool:
        """Say whether the page is live and below the page that its file puts it below."""
        if not file.path:
            return bool(page.live)
        return bool(page.live) and page.get_parent().pk == self._page_id(families.parent_path(file.path))

    def _publish(self, page: Any, file: ContentFile, links: Links) -> None:
        fill(page, file.data, links)
        with _refusing(file):
            page.save_revision().publish()
        if file.path and page.slug_fr != file.data["slug_fr"]:
            raise _Refused(file, f"another page beside it has the French slug “{file.data['slug_fr']}”")
        parent_id = self._page_id(families.parent_path(file.path))
        if file.path and page.get_parent().pk != parent_id:
            placing.move_below(page.pk, parent_id)

    def _note(self, entry: PackEntry, wanted: str) -> None:
        entry.fingerprint = wanted
        known = PackEntry.objects.filter(path=entry.path, page_id=entry.page_id, fingerprint=wanted)
        if not known.exists():
            entry.save()


@contextmanager
def _refusing(file: ContentFile) -> Iterator[None]:
    """Turn what the page model refuses into a problem of the file."""
    try:
        yield
    except ValidationError as error:
        raise _Refused(file, " ".join(error.messages)) from error
