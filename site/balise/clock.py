"""What happens by itself as time passes: publishing, expiry and the purge of what is out of date."""

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Event

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.filebased import FileBasedCache
from django.db import close_old_connections
from django.utils import timezone

from education.bilingual import scheduling

logger = logging.getLogger("balise.clock")


class Clock:
    """Do everything that is due, again and again, until it is told to stop."""

    def __init__(self) -> None:
        self.stopped = Event()
        self._reported: set[scheduling.Failure] = set()
        self.jobs: list[Callable[[], None]] = [self.publish_and_expire, purge_sessions, purge_counters]

    def run(self, every: float) -> None:
        """Tick until `stop` is called."""
        while not self.stopped.is_set():
            self.tick()
            self.stopped.wait(every)

    def stop(self) -> None:
        self.stopped.set()

    def tick(self) -> None:
        """Do every job once; a job that fails is logged and does not stop the others."""
        for job in self.jobs:
            close_old_connections()
            try:
                job()
            except Exception:
                logger.exception("The clock could not do this now: %s", job.__name__)
        close_old_connections()

    def publish_and_expire(self) -> None:
        """Publish and take down what is due; say once, not at every tick, what could not be."""
        now = timezone.now()
        failures = {*scheduling.take_down_expired(now), *scheduling.publish_due(now)}
        for failure in failures - self._reported:
            logger.error("Not done at its time, %s", failure)
        self._reported = failures


def purge_sessions() -> None:
    """Delete the sessions that nobody can use any more."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def purge_counters() -> None:
    """Delete the counters of sign-in tries that are over; other caches than files do it themselves."""
    cache = caches["default"]
    if not isinstance(cache, FileBasedCache):
        return
    for name in cache._list_cache_files():  # type: ignore[attr-defined]  # no public way
        try:
            with Path(name).open("rb") as file:
                cache._is_expired(file)  # type: ignore[attr-defined]
        except FileNotFoundError:
            continue
