"""A page goes live in both languages or not at all."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from education.bilingual import gate, parity
from education.bilingual.models import BilingualPage
from education.models import GuidancePage

SOON = timedelta(hours=1)


def test_a_page_with_english_only_cannot_be_published(make_page):
    page = make_page("Only English", live=False)
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert "title_fr" in refused.value.message_dict
    assert not BilingualPage.objects.get(pk=page.pk).live


def test_a_page_with_an_english_body_only_cannot_be_published(make_page):
    page = make_page("Page", "Page", live=False)
    page.body_en = [("text", "<p>Words</p>")]
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert list(refused.value.message_dict) == ["body_fr"]


def test_a_page_with_a_french_body_only_cannot_be_published(make_page):
    page = make_page("Page", "Page", live=False)
    page.body_fr = [("text", "<p>Mots</p>")]
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert list(refused.value.message_dict) == ["body_en"]


def test_markup_without_words_does_not_count_as_french(make_page):
    page = make_page("Page", "Page", live=False)
    page.search_description, page.search_description_fr = "A summary", "  \u00a0 "
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert list(refused.value.message_dict) == ["search_description_fr"]


def test_both_languages_go_live_in_one_act(make_page, client):
    page = make_page("Both", "Les deux", live=False)
    page.save_revision().publish()
    assert client.get("/en/both/").status_code == 200
    assert client.get("/fr/les-deux/").status_code == 200


def test_a_live_page_cannot_be_saved_without_its_french(make_page):
    page = make_page("Both", "Les deux")
    page.title_fr = ""
    with pytest.raises(ValidationError):
        page.save()


def test_a_draft_may_lack_its_french(make_page):
    page = make_page("Both", "Les deux")
    page.title_fr = ""
    page.save_revision()
    assert BilingualPage.objects.get(pk=page.pk).title_fr == "Les deux"


def test_half_a_page_cannot_be_scheduled(make_page):
    page = make_page("Only English", live=False)
    page.go_live_at = timezone.now() + SOON
    with pytest.raises(ValidationError):
        page.save_revision().publish()
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_revision_of_half_a_page_cannot_be_given_a_date(make_page):
    page = make_page("Only English", live=False)
    revision = page.save_revision()
    revision.approved_go_live_at = timezone.now() + SOON
    with pytest.raises(ValidationError):
        revision.save()


def test_one_unpaired_scheduled_page_does_not_block_the_others(make_page):
    past = timezone.now() - SOON
    half, whole = make_page("Half", live=False), make_page("Whole", "Entière", live=False)
    for page in (half, whole):
        page.go_live_at = past
        revision = page.save_revision()
        # Past the guard, as a row written before a rule changed would be.
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    Revision.objects.filter(object_id=str(half.pk)).update(approved_go_live_at=past - SOON)
    call_command("publish_scheduled")
    assert GuidancePage.objects.get(pk=whole.pk).live
    assert not GuidancePage.objects.get(pk=half.pk).live


def test_the_refusal_says_in_french_what_is_missing(make_page):
    from django.utils import translation

    page = make_page("Only English", live=False)
    with translation.override("fr"):
        lines = gate.explain(gate.obstacles(page))
    assert "n'a pas encore de français" in lines


def test_a_slug_is_not_asked_for_where_its_title_is_missing(make_page):
    page = make_page("Only English", live=False)
    assert [gap.field for gap in parity.gaps(page)] == ["title_fr"]
