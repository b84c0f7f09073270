"""Guard scheduled publishing, and keep search entries with what is live."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from education.bilingual import gate, search
from education.bilingual.models import BilingualPage


@receiver(pre_save, sender=Revision)
def refuse_to_schedule_half_a_page(instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """Raise ValidationError before a date is stored for a draft that is whole in one language only.

    Wagtail stores the date first and publishes later: the failure would then block every page after it.
    """
    if raw or not instance.approved_go_live_at:
        return
    model = instance.content_type.model_class()
    if model is not None and issubclass(model, BilingualPage):
        gate.require_readiness(instance.as_object())


@receiver(page_published)
def fill_search(instance: BilingualPage, **kwargs: Any) -> None:
    search.index(instance)


@receiver(page_unpublished)
def empty_search(instance: BilingualPage, **kwargs: Any) -> None:
    search.forget(instance)
