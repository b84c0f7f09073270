"""Keep the clock of the site: `manage.py clock`."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from balise.clock import Clock


class Command(BaseCommand):
    help = "Publish, expire and purge what is due, again and again; stops on SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, default=20, help="seconds between two ticks")
        parser.add_argument("--once", action="store_true", help="tick once and end")

    def handle(self, *args: Any, every: float = 20, once: bool = False, **options: Any) -> None:
        clock = Clock()
        if once:
            clock.tick()
            return
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *caught: clock.stop())
        clock.run(every)
