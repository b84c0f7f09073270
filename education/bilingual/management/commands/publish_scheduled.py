"""Publish and expire what is due, in place of Wagtail's command, which stops at the first failure."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from education.bilingual import scheduling


class Command(BaseCommand):
    help = "Publish and expire pages whose time has come; a page that fails does not hold up the others."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dryrun", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, dryrun: bool = False, **options: Any) -> None:
        now = timezone.now()
        if dryrun:
            for page in scheduling.expired_pages(now):
                self.stdout.write(f"would be taken down: {page.title}")
            for revision in scheduling.due_revisions(now):
                self.stdout.write(f"would be published: {revision.object_str}")
            return
        for failure in [*scheduling.take_down_expired(now), *scheduling.publish_due(now)]:
            self.stderr.write(str(failure))
