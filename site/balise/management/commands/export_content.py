"""Write the published pages back to their content files, so that a git diff shows what editors changed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from balise.content import ROUTES, content_texts
from lessons import content_files
from lessons.export import Exported, export_page, live_pages


class Command(BaseCommand):
    """Export pages; a file that says the same as its page is left as it is."""

    help = "Write published pages to lessons/content, or to another folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", metavar="PATH", help="pages to export; all when there is none"
        )
        parser.add_argument("--to", default=str(content_files.FOLDER), metavar="DIR", help="where to write")

    def handle(self, *, paths: list[str], to: str, **options: Any) -> None:
        known = live_pages()
        wanted = [path.strip("/") for path in paths] or list(known)
        unknown = [path for path in wanted if path not in known]
        if unknown:
            raise CommandError(f"No published page has the path {', '.join(unknown)}.")
        texts = content_texts()
        with translation.override("en"):
            exported = [export_page(known[path], ROUTES, texts) for path in wanted]
        written = sum(self._write(one, Path(to)) for one in exported)
        self.stdout.write(f"Pages: {len(exported)}, files written: {written}.")
        if any(one.problems for one in exported):
            raise CommandError("Some pages hold what no content file can; their files were left as they are.")

    def _write(self, exported: Exported, folder: Path) -> bool:
        for problem in exported.problems:
            self.stderr.write(f"not exported: {exported.path or 'home'}: {problem}")
        target = folder / exported.name
        is_same = target.exists() and target.read_text(encoding="utf-8") == exported.text
        if exported.problems or is_same:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(exported.text, encoding="utf-8")
        self.stdout.write(f"written: {exported.path or 'home'} to {target}")
        return True
