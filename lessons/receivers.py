"""Take back what an editor said of a change, once that change is published."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published

from lessons import revisions
from lessons.models import LessonPage


@receiver(page_published, sender=LessonPage)
def forget_promises(instance: LessonPage, revision: Revision | None = None, **kwargs: Any) -> None:
    """Untick "I only mended a typing error" in what went live: it says nothing of the next change."""
    revisions.forget_promises(instance)
    LessonPage.objects.filter(pk=instance.pk).update(steps=instance.steps)
    if revision is not None:
        page = revision.as_object()
        revisions.forget_promises(page)
        Revision.objects.filter(pk=revision.pk).update(content=page.serializable_data())
