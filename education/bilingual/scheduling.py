"""Publish and expire pages when their time has come; one that fails never holds up the others."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Revision

from education.bilingual.models import BilingualPage

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Failure:
    """A page that could not be published or taken down, and why."""

    what: str
    reason: str

    def __str__(self) -> str:
        return f"{self.what}: {self.reason}"


def due_revisions(now: datetime) -> Any:
    """Return the drafts whose approved date has come, the earliest first."""
    return Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")


def expired_pages(now: datetime) -> Any:
    """Return the live pages whose time is over, the earliest first."""
    return BilingualPage.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")


def publish_due(now: datetime) -> list[Failure]:
    """Publish every draft whose time has come; return those that could not go live."""
    steps = [
        (f"publishing {revision.object_str!r}", _publishing(revision)) for revision in due_revisions(now)
    ]
    return _one_by_one(steps)


def take_down_expired(now: datetime) -> list[Failure]:
    """Unpublish every page whose time is over; return those that could not be taken down."""
    steps = [(f"taking down {page.title!r}", _taking_down(page)) for page in expired_pages(now)]
    return _one_by_one(steps)


def _publishing(revision: Revision) -> Callable[[], None]:
    return lambda: revision.publish(log_action="wagtail.publish.scheduled")


def _taking_down(page: BilingualPage) -> Callable[[], None]:
    return lambda: page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _one_by_one(steps: list[tuple[str, Callable[[], None]]]) -> list[Failure]:
    failures = []
    for what, act in steps:
        try:
            with transaction.atomic():
                act()
        except ValidationError as error:
            failures.append(Failure(what, " ".join(error.messages)))
        except Exception as error:  # whatever it is, the pages after it must not wait
            logger.debug("%s failed", what, exc_info=True)
            failures.append(Failure(what, repr(error)))
    return failures
