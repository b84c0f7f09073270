"""Every page has an address in each language, and an old address leads to the new one."""

import pytest
from django.core.management import call_command
from django.utils import translation

from education.bilingual import routing
from education.bilingual.models import BilingualPage, FormerPath
from education.models import GuidancePage


def rename(page, **slugs):
    page = GuidancePage.objects.get(pk=page.pk)
    for name, value in slugs.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return GuidancePage.objects.get(pk=page.pk)


def test_a_french_slug_comes_from_the_french_title(make_page):
    assert make_page("Talking", "Parler d'amitié à cœur ouvert").slug_fr == "parler-d-amitie-a-coeur-ouvert"


def test_a_draft_without_french_gets_its_slug_before_it_is_published(make_page):
    page = make_page("Talking", live=False)
    assert page.slug_fr == ""
    page.title_fr = "Se parler"
    page.save_revision().publish()
    assert GuidancePage.objects.get(pk=page.pk).slug_fr == "se-parler"


def test_a_chosen_french_slug_is_kept(make_page):
    assert make_page("Talking", "Se parler", slug_fr="parler").slug_fr == "parler"


def test_two_pages_never_share_a_french_address(make_page):
    first, second = make_page("One", "Pareil"), make_page("Two", "Pareil")
    assert (first.slug_fr, second.slug_fr) == ("pareil", "pareil-2")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_address_names_its_language_whatever_language_is_active(make_page, language):
    page = make_page("Talking", "Se parler")
    with translation.override("fr" if language == "en" else "en"):
        assert page.url_in(language) == {"en": "/en/talking/", "fr": "/fr/se-parler/"}[language]


def test_a_page_answers_in_the_language_of_its_path_only(make_page, client):
    make_page("Talking", "Se parler")
    assert client.get("/fr/talking/").status_code == 404
    assert client.get("/en/se-parler/").status_code == 404


def test_a_renamed_french_slug_leaves_a_redirect(make_page, client):
    rename(make_page("Talking", "Se parler"), slug_fr="discuter")
    response = client.get("/fr/se-parler/")
    assert (response.status_code, response["Location"]) == (301, "/fr/discuter/")
    assert client.get("/en/talking/").status_code == 200


def test_a_renamed_english_slug_leaves_a_redirect(make_page, client):
    rename(make_page("Talking", "Se parler"), slug="chatting")
    response = client.get("/en/talking/")
    assert (response.status_code, response["Location"]) == (301, "/en/chatting/")


def test_pages_below_a_renamed_section_redirect_too(make_page, client):
    section = make_page("Section", "Rubrique")
    make_page("Child", "Enfant", parent=section)
    rename(section, slug="part", slug_fr="partie")
    assert client.get("/en/section/child/")["Location"] == "/en/part/child/"
    assert client.get("/fr/rubrique/enfant/")["Location"] == "/fr/partie/enfant/"
    assert client.get("/fr/partie/enfant/").status_code == 200


def test_a_page_renamed_after_its_section_is_found_from_its_first_address(make_page, client):
    section = make_page("Section", "Rubrique")
    child = make_page("Child", "Enfant", parent=section)
    rename(section, slug_fr="partie")
    rename(child, slug_fr="jeune")
    assert client.get("/fr/rubrique/enfant/")["Location"] == "/fr/partie/jeune/"


def test_a_page_renamed_there_and_back_does_not_redirect_to_itself(make_page, client):
    page = rename(make_page("Talking", "Se parler"), slug_fr="discuter")
    rename(page, slug_fr="se-parler")
    assert client.get("/fr/se-parler/").status_code == 200
    assert client.get("/fr/discuter/")["Location"] == "/fr/se-parler/"


def test_a_new_page_takes_over_a_former_address(make_page, client):
    rename(make_page("Talking", "Se parler"), slug_fr="discuter")
    make_page("Other", "Se parler")
    assert client.get("/fr/se-parler/").status_code == 200


def test_moving_a_page_moves_both_addresses_and_those_below(make_page, client):
    old, new = make_page("Old", "Ancien"), make_page("New", "Nouveau")
    page = make_page("Page", "Feuille", parent=old)
    make_page("Child", "Enfant", parent=page)
    BilingualPage.objects.get(pk=page.pk).move(new, pos="last-child")
    assert client.get("/fr/nouveau/feuille/enfant/").status_code == 200
    assert client.get("/en/new/page/child/").status_code == 200
    assert client.get("/fr/ancien/feuille/enfant/")["Location"] == "/fr/nouveau/feuille/enfant/"
    assert client.get("/en/old/page/")["Location"] == "/en/new/page/"


def test_a_page_cannot_move_where_its_french_slug_is_taken(make_page):
    section = make_page("Section", "Rubrique")
    make_page("Inside", "Pareil", parent=section)
    page = make_page("Outside", "Pareil")
    assert not BilingualPage._slug_is_available(page.slug, section, page)


def test_a_copy_gets_a_french_slug_of_its_own(make_page):
    page = make_page("Talking", "Se parler", slug_fr="parler")
    copy = page.copy(update_attrs={"slug": "talking-2"})
    assert copy.slug_fr == "parler-2"
    assert copy.get_latest_revision_as_object().slug_fr == "parler-2"
    copy.get_latest_revision().publish()
    assert GuidancePage.objects.get(pk=copy.pk).url_in("fr") == "/fr/parler-2/"


def test_a_copied_section_keeps_the_addresses_below_it(make_page):
    section = make_page("Section", "Rubrique")
    make_page("Child", "Enfant", parent=section)
    copy = section.copy(recursive=True, update_attrs={"slug": "section-2"})
    assert copy.get_children().get().url_path_fr == "/home/rubrique-2/enfant/"


def test_renaming_a_section_of_5000_children_writes_one_former_address(
    home, make_page, client, django_assert_max_num_queries
):
    section = make_page("Section", "Rubrique")
    last = _grow(section, 5000)
    with django_assert_max_num_queries(120):
        rename(section, slug="part", slug_fr="partie")
    assert FormerPath.objects.count() == 2
    assert client.get(f"/fr/rubrique/enfant-{last}/")["Location"] == f"/fr/partie/enfant-{last}/"
    assert client.get(f"/en/section/child-{last}/")["Location"] == f"/en/part/child-{last}/"


def _grow(section, count):
    """Add many live children at once, as a long-lived site would have."""
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone

    child = GuidancePage(title="x")
    kind, now = ContentType.objects.get_for_model(GuidancePage), timezone.now()
    rows = [
        BilingualPage(
            path=BilingualPage._get_path(section.path, section.depth + 1, number),
            depth=section.depth + 1,
            title=f"Child {number}",
            title_fr=f"Enfant {number}",
            draft_title=f"Child {number}",
            slug=f"child-{number}",
            slug_fr=f"enfant-{number}",
            url_path=f"{section.url_path}child-{number}/",
            url_path_fr=f"{section.url_path_fr}enfant-{number}/",
            content_type=kind,
            locale=section.locale,
            live=True,
            first_published_at=now,
            last_published_at=now,
        )
        for number in range(1, count + 1)
    ]
    BilingualPage.objects.bulk_create(rows, batch_size=500)
    BilingualPage.objects.filter(pk=section.pk).update(numchild=count)
    last = BilingualPage.objects.get(slug=f"child-{count}")
    child.bilingualpage_ptr = last
    child.__dict__.update({key: value for key, value in last.__dict__.items() if key != "_state"})
    child.save_base(raw=True)
    return count


def test_a_deep_page_is_found_with_two_queries(make_page, django_assert_num_queries):
    one = make_page("One", "Un")
    two = make_page("Two", "Deux", parent=one)
    routing.find("fr", "un/deux/")
    with django_assert_num_queries(2):
        found, rest = routing.find("fr", "un/deux/")
    assert (found.pk, rest) == (two.pk, "")


def test_an_address_without_its_last_slash_redirects(make_page, client):
    make_page("Talking", "Se parler")
    assert client.get("/fr/se-parler")["Location"] == "/fr/se-parler/"


@pytest.mark.parametrize(
    "slug", ["help", "aide", "report", "signaler", "search", "recherche", "c", "teach", "admin"]
)
def test_an_address_of_the_site_itself_is_refused_in_both_languages(editing, home, slug):
    for field in ("slug", "slug_fr"):
        data = {"title": "T", "title_fr": "T", "slug": "fine", "slug_fr": "bien", field: slug}
        response = editing.post(_add_url(home), _form(data))
        assert response.status_code == 200
        assert field in response.context["form"].errors


def _add_url(home):
    return f"/admin/pages/add/education/guidancepage/{home.pk}/"


def _form(data):
    empty = {f"body_{code}-count": "0" for code in ("en", "fr")}
    return {"search_description": "", "search_description_fr": "", "comments-TOTAL_FORMS": "0"} | empty | data


def test_publishing_on_schedule_makes_both_addresses_live(make_page, client):
    from datetime import timedelta

    from django.utils import timezone
    from wagtail.models import Revision

    page = make_page("Later", "Plus tard", live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert client.get("/fr/plus-tard/").status_code == 404
    past = timezone.now() - timedelta(minutes=1)
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    content = revision.content | {"go_live_at": past.isoformat()}
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")
    assert client.get("/fr/plus-tard/").status_code == 200
    assert client.get("/en/later/").status_code == 200
