"""Fail when a text of the site has no French, a fuzzy one, or one that no source asks for any more."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test import override_settings

CATALOG = Path("fr") / "LC_MESSAGES" / "django.po"
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


class Command(BaseCommand):
    help = "Check that every text is translated into French and every translation still wanted."

    def handle(self, *args: Any, **options: Any) -> None:
        catalog = read(settings.ROOT / "locale" / CATALOG)
        problems = [*lacking(catalog), *differing_placeholders(catalog)]
        if shutil.which("xgettext"):
            problems += differences(catalog, collected())
        else:
            # A warning, so that `make check` needs no system tools; `make test` stops without gettext.
            self.stderr.write("xgettext is not installed: texts new in the source were not looked for.")
        if problems:
            raise CommandError("\n".join(problems))
        self.stdout.write(f"French: {len(catalog)} texts, none missing, fuzzy or stale.")


def read(path: Path) -> Catalog:
    """Read a catalog."""
    with path.open("rb") as source:
        return read_po(source, locale="fr")


def lacking(catalog: Catalog) -> Iterator[str]:
    """Yield a line for each text that is fuzzy or has no French."""
    for message in _texts(catalog):
        if message.fuzzy:
            yield f"fuzzy: {message.id}"
        if not all(_strings(message.string)):
            yield f"no French: {message.id}"


def differing_placeholders(catalog: Catalog) -> Iterator[str]:
    """Yield a line for each translation that lost or invented a placeholder."""
    for message in _texts(catalog):
        wanted = set(_PLACEHOLDER.findall(" ".join(_strings(message.id))))
        if wanted != set(_PLACEHOLDER.findall(" ".join(_strings(message.string)))):
            yield f"placeholders differ: {message.id}"


def differences(catalog: Catalog, source: Catalog) -> Iterator[str]:
    """Yield a line for each text that only the source or only the catalog has."""
    ours = {str(message.id) for message in _texts(catalog)}
    theirs = {str(message.id) for message in _texts(source)}
    yield from (f"not collected, run make messages: {text}" for text in sorted(theirs - ours))
    yield from (f"no longer in the source, run make messages: {text}" for text in sorted(ours - theirs))


def collected() -> Catalog:
    """Collect the texts of the source into a catalog, leaving the repository as it is."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / CATALOG
        target.parent.mkdir(parents=True)
        shutil.copy(settings.ROOT / "locale" / CATALOG, target)
        ignored = [".venv/*", "var/*", "tests/*", "node_modules/*"]
        with override_settings(LOCALE_PATHS=[folder]):
            call_command(
                "makemessages",
                locale=["fr"],
                no_location=True,
                no_obsolete=True,
                ignore_patterns=ignored,
                verbosity=0,
            )
        return read(target)


def _texts(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _strings(text: Any) -> list[str]:
    return list(text) if isinstance(text, (list, tuple)) else [text or ""]
