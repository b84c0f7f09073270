"""Make the site from its content files: the home page, every page in both languages, a first editor."""

import os
import secrets
from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation
from wagtail.models import Site

from balise.content import ROUTES, content_texts
from education.bilingual.models import BilingualPage
from education.models import HomePage
from lessons import content_files
from lessons.pack import Outcome, Report, import_files

EMAIL = "editor@example.org"


class Command(BaseCommand):
    """Import the content files; run again, it changes only what the files changed and no editor did."""

    help = "Make the site's pages from lessons/content; pages that were changed on the site are kept."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--overwrite",
            nargs="+",
            default=[],
            metavar="PATH",
            help="import these although they were changed",
        )

    def handle(self, *, overwrite: list[str], **options: Any) -> None:
        texts = content_texts()
        paths = [path.strip("/") for path in overwrite]
        self._refuse_unknown(set(paths) - {content_files.stated_path(text) for text in texts.values()})
        with translation.override("en"):
            prepare_root(settings.PUBLIC_URL)
            report = import_files(texts, ROUTES, overwrite=paths)
        self._say(report)
        if settings.DEVELOPMENT:
            self._first_editor()
        if report.problems:
            raise CommandError(
                f"Problems: {len(report.problems)}; the files that have them imported nothing."
            )

    def _refuse_unknown(self, paths: set[str]) -> None:
        if paths:
            raise CommandError(f"No content file has the path {', '.join(sorted(paths))}.")

    def _say(self, report: Report) -> None:
        for path in [*report.paths(Outcome.CREATED), *report.paths(Outcome.UPDATED)]:
            self.stdout.write(f"{report.outcomes[path]}: {path or 'home'}")
        for path in report.paths(Outcome.KEPT):
            name = path or "home"
            self.stdout.write(f"kept: {name} was changed on the site (use --overwrite {path or chr(34) * 2})")
        for problem in report.problems:
            self.stderr.write(f"{problem}")
        counts = ", ".join(f"{len(report.paths(outcome))} {outcome}" for outcome in Outcome)
        self.stdout.write(f"{len(report.outcomes)} pages: {counts}.")

    def _first_editor(self) -> None:
        if get_user_model().objects.exists():
            return
        path = settings.VAR / "first-password.txt"
        password = secrets.token_urlsafe(15)
        _write_secret(path, f"{EMAIL}\n{password}\n")
        create_editor(EMAIL, password)
        self.stdout.write(f"Sign in at /admin/ as {EMAIL}; the password is in {path}.")


def prepare_root(public_url: str) -> None:
    """Put our home page, a draft until its file is imported, where a new site has a page of welcome."""
    address = urlsplit(public_url)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or not isinstance(site.root_page.specific, HomePage):
        site = _new_site(site)
    if (site.hostname, site.port) != (address.hostname, port):
        site.hostname, site.port = address.hostname or "localhost", port
        site.save()


def create_editor(email: str, password: str) -> None:
    """Create somebody who may do everything, with an address that counts as verified."""
    user = get_user_model().objects.create_superuser(email=email, password=password)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=True)


@transaction.atomic
def _new_site(old: Site | None) -> Site:
    if old is not None:
        welcome = old.root_page
        if welcome.specific_class is not BilingualPage or welcome.get_children().exists():
            raise CommandError(f"The site's root page, {welcome}, is no home page of ours, and it is in use.")
        welcome.delete()  # and its site with it
    home = HomePage(title="Balise", title_fr="Balise", slug="home", slug_fr="home", live=False)
    BilingualPage.get_first_root_node().add_child(instance=home)
    return Site(root_page=home, is_default_site=True, site_name="Balise")


def _write_secret(path: Any, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
