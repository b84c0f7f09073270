"""Join the style sheets into the one file that pages load."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from balise.styles import build


class Command(BaseCommand):
    help = "Join and minify the style sheets into var/built/balise.css."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        destination = settings.BUILT / "built" / "balise.css"
        destination.parent.mkdir(parents=True, exist_ok=True)
        build(destination)
