"""Nobody gets half a page live, and no odd address breaks or misleads, however they try."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from education.bilingual import parity
from education.bilingual.models import BilingualPage
from education.models import GuidancePage, SupportPage

NOTHING = ["", " ", "\u00a0", "\u200b", "\u2060", "\u3164", "\u2800", "&nbsp;", "<p></p>", "<p>\u200b</p>"]


@pytest.mark.parametrize("nothing", NOTHING)
def test_what_nobody_can_see_is_no_translation(nothing):
    assert parity.is_empty(nothing)


def test_an_empty_block_is_no_translation(make_page):
    page = make_page("Page", "Feuille", live=False)
    page.body_en, page.body_fr = [("text", "<p>Words</p>")], [("text", "<p></p>")]
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert list(refused.value.message_dict) == ["body_fr"]


def test_a_body_of_cards_needs_them_in_both_languages(make_page):
    page = make_page("Page", "Feuille", live=False)
    page.body_en = [("service", "kids-help-phone")]
    with pytest.raises(ValidationError) as refused:
        page.save_revision().publish()
    assert list(refused.value.message_dict) == ["body_fr"]
    page.body_fr = [("service", "kids-help-phone")]
    page.save_revision().publish()
    assert GuidancePage.objects.get(pk=page.pk).live


def test_the_form_refuses_an_alias(editing, home, make_page):
    page = make_page("Page", "Feuille")
    data = {"new_title": "Alias", "new_slug": "alias", "new_parent_page": str(home.pk), "alias": "on"}
    assert editing.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data).status_code in (302, 403)
    assert not BilingualPage.objects.filter(alias_of__isnull=False).exists()


def test_publishing_many_at_once_refuses_half_pages_and_says_which(editing, make_page):
    half, whole = make_page("Half", live=False), make_page("Whole", "Entière", live=False)
    address = f"/admin/bulk/bilingual/bilingualpage/publish/?next=/admin/pages/&id={half.pk}&id={whole.pk}"
    response = editing.post(address, follow=True)
    assert "Half" in response.content.decode()
    assert not BilingualPage.objects.filter(pk__in=[half.pk, whole.pk], live=True).exists()


@pytest.mark.parametrize(("field", "slug"), [("slug", "help"), ("slug_fr", "aide")])
def test_a_page_cannot_move_where_the_site_itself_answers(editing, home, make_page, field, slug):
    section = make_page("Section", "Rubrique")
    page = make_page("Inside", "Dedans", parent=section, **{field: slug})
    editing.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home.pk]))
    assert BilingualPage.objects.get(pk=page.pk).get_parent().pk == section.pk


def test_a_french_slug_made_from_a_title_avoids_the_sites_own_addresses(make_page):
    assert make_page("Assistance", "Aide").slug_fr == "aide-2"


def test_an_expired_page_is_gone_even_when_the_clock_stands_still(make_page, client):
    page = make_page("Over", "Fini")
    BilingualPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert client.get("/en/over/").status_code == client.get("/fr/fini/").status_code == 404


def test_a_former_address_with_nothing_below_it_does_not_redirect_for_ever(make_page, client):
    page = make_page("Old", "Vieux")
    page.slug = "new"
    page.save_revision().publish()
    assert client.get("/en/old/missing/").status_code == 404


@pytest.mark.parametrize(
    "rest", ["%00/", "a/" * 2000, "//evil.example/", "..%2f..%2f", "a%0d%0aSet-Cookie:x/", "%ff/"]
)
def test_an_odd_address_is_a_plain_404(home, client, rest):
    response = client.get(f"/fr/{rest}")
    assert response.status_code in (301, 404)
    assert "evil.example" not in response.get("Location", "")
    assert "Set-Cookie" not in response.headers


def test_the_toggle_never_leads_to_another_site(home, client):
    html = client.get("//evil.example/fr/x/").content.decode()
    assert 'href="//evil' not in html


def test_a_large_body_to_a_public_page_is_refused_in_its_language(home, client):
    response = client.post("/fr/recherche/", {"q": "a" * 100_000})
    assert response.status_code == 400
    assert 'lang="fr-CA"' in response.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/en/", "/en/help/", "/fr/recherche/", "/"])
def test_other_methods_change_nothing_and_break_nothing(home, client, method, path):
    assert getattr(client, method)(path).status_code < 500


def test_a_preview_of_a_draft_stays_with_the_editor(editing, make_page, client):
    page = make_page("Live", "En ligne", kind=SupportPage)
    page.title = "Secret draft"
    page.save_revision()
    editing.get(f"/admin/pages/{page.pk}/view_draft/?mode=en")
    assert "Secret draft" not in client.get("/en/live/").content.decode()
