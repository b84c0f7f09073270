"""In the admin drafts are free, and publishing asks for both languages at the right field."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Revision, Workflow, WorkflowTask
from wagtail.rich_text import expand_db_html
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from education.bilingual.models import BilingualApprovalTask, BilingualPage
from education.models import GuidancePage


def form(title="Talking", title_fr="Se parler", body_en="Words", body_fr="Mots", **more):
    """Return what the editor's form posts."""
    body = {
        f"body_{code}": streamfield([("text", rich_text(f"<p>{words}</p>"))] if words else [])
        for code, words in (("en", body_en), ("fr", body_fr))
    }
    data = {"title": title, "title_fr": title_fr, "slug": "talking", "slug_fr": "", **body}
    data |= {"search_description": "", "search_description_fr": "", "seo_title": "", "seo_title_fr": ""}
    return nested_form_data(data | {"drawing": "", "go_live_at": "", "expire_at": ""} | more)


def add(client, home, **fields):
    return client.post(f"/admin/pages/add/education/guidancepage/{home.pk}/", form(**fields))


def edit(client, page, **fields):
    return client.post(f"/admin/pages/{page.pk}/edit/", form(**fields))


def test_publishing_without_french_is_refused_at_the_french_field(editing, home):
    response = add(editing, home, title_fr="", body_fr="", **{"action-publish": "1"})
    errors = response.context["form"].errors
    assert set(errors) == {"title_fr", "body_fr"}
    assert "has no French yet" in str(errors["title_fr"])
    assert not GuidancePage.objects.exists()


def test_submitting_for_moderation_without_french_is_refused(editing, home):
    _give_workflow(home)
    response = add(editing, home, title_fr="", body_fr="", **{"action-submit": "1"})
    assert "title_fr" in response.context["form"].errors


def test_scheduling_without_french_is_refused(editing, home):
    later = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    response = add(editing, home, title_fr="", body_fr="", go_live_at=later, **{"action-publish": "1"})
    assert "title_fr" in response.context["form"].errors


def test_a_draft_without_french_is_saved(editing, home):
    add(editing, home, title_fr="", body_fr="")
    page = GuidancePage.objects.get()
    assert (page.title, page.live) == ("Talking", False)


def test_autosave_without_french_is_accepted(editing, make_page):
    page = make_page("Talking", live=False)
    response = editing.post(
        f"/admin/pages/{page.pk}/edit/", form(title_fr="", body_fr=""), HTTP_ACCEPT="application/json"
    )
    assert response.json()["success"]


def test_publishing_with_french_makes_both_live(editing, home, client):
    add(editing, home, **{"action-publish": "1"})
    assert client.get("/en/talking/").status_code == client.get("/fr/se-parler/").status_code == 200


def test_a_refused_publish_loses_nothing(editing, home):
    response = add(
        editing, home, title_fr="", body_en="Precious words", body_fr="", **{"action-publish": "1"}
    )
    assert "Precious words" in response.content.decode()


def test_a_taken_french_slug_is_refused_at_its_field(editing, home, make_page):
    make_page("Other", "Autre", slug_fr="autre")
    response = add(editing, home, slug_fr="autre")
    assert "slug_fr" in response.context["form"].errors


@pytest.mark.parametrize(("mode", "shown"), [("en", "Draft words"), ("fr", "Mots du brouillon")])
def test_a_draft_can_be_previewed_in_each_language(editing, make_page, mode, shown):
    page = make_page("Talking", "Se parler")
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    editing.post(preview, form(body_en="Draft words", body_fr="Mots du brouillon"))
    response = editing.get(preview, {"mode": mode})
    assert shown in response.content.decode()
    assert f'lang="{mode}-CA"' in response.content.decode()
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_new_draft_without_an_address_can_be_previewed(editing, home):
    preview = f"/admin/pages/add/education/guidancepage/{home.pk}/preview/"
    editing.post(preview, form(body_en="Draft words"))
    assert "Draft words" in editing.get(preview, {"mode": "en"}).content.decode()


def test_two_versions_can_be_compared_in_both_languages(editing, make_page):
    page = make_page("Talking", "Se parler")
    first = page.latest_revision
    edit(editing, page, title_fr="Discuter", body_fr="Autres mots")
    second = Revision.objects.latest("pk")
    comparison = editing.get(
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    ).content.decode()
    assert "Discuter" in comparison
    assert "Autres mots" in comparison


def test_an_earlier_version_comes_back_in_both_languages(editing, make_page):
    page = make_page("Talking", "Se parler")
    first = page.latest_revision
    edit(editing, page, title="Changed", title_fr="Changé", **{"action-publish": "1"})
    first.publish()
    page = GuidancePage.objects.get(pk=page.pk)
    assert (page.title, page.title_fr) == ("Talking", "Se parler")


def test_the_explorer_shows_titles_in_the_editors_language(editing, editor, home, make_page):
    make_page("Talking", "Se parler")
    _speak_french(editor)
    listing = editing.get(reverse("wagtailadmin_explore", args=[home.pk])).content.decode()
    assert "Se parler" in listing


def test_the_chooser_shows_titles_in_the_editors_language(editing, editor, home, make_page):
    make_page("Talking", "Se parler")
    _speak_french(editor)
    chooser = editing.get(reverse("wagtailadmin_choose_page_child", args=[home.pk]))
    assert "Se parler" in json.loads(chooser.content)["html"]


def test_a_page_is_found_in_the_admin_by_its_french_title(editing, make_page):
    make_page("Talking", "Discuter ensemble")
    assert "Talking" in editing.get("/admin/pages/search/", {"q": "discuter"}).content.decode()


@pytest.mark.parametrize(("language", "address"), [("en", "/en/talking/"), ("fr", "/fr/se-parler/")])
def test_a_link_in_rich_text_leads_to_the_page_in_the_readers_language(make_page, language, address):
    page = make_page("Talking", "Se parler")
    with translation.override(language):
        html = expand_db_html(f'<a linktype="page" id="{page.pk}">x</a>')
    assert f'href="{address}"' in html


def test_a_workflow_step_does_not_offer_to_approve_half_a_page(editing, editor, home, make_page):
    page, task = _in_review(home, make_page, editor, title_fr="")
    assert "approve" not in [name for name, _label, _modal in task.get_actions(page, editor)]


def test_approving_half_a_page_asks_for_changes_and_says_which(editing, editor, home, make_page):
    page, task = _in_review(home, make_page, editor, title_fr="")
    state = page.current_workflow_task_state
    task.on_action(state, editor, "approve")
    state.refresh_from_db()
    assert state.status == state.STATUS_REJECTED
    assert "has no French yet" in state.comment
    assert not GuidancePage.objects.get(pk=page.pk).live


def test_approving_a_whole_page_publishes_both_languages(editing, editor, home, make_page, client):
    page, task = _in_review(home, make_page, editor, title_fr="Se parler")
    task.on_action(page.current_workflow_task_state, editor, "approve")
    assert client.get("/fr/se-parler/").status_code == 200


def test_copying_in_the_admin_gives_the_copy_its_own_french_address(editing, home, make_page):
    page = make_page("Talking", "Se parler")
    data = {
        "new_title": "Talking again",
        "new_slug": "again",
        "new_parent_page": str(home.pk),
        "publish_copies": "on",
    }
    editing.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert BilingualPage.objects.get(slug="again").url_in("fr") == "/fr/se-parler-2/"


def test_moving_in_the_admin_where_the_french_address_is_taken_is_refused_politely(editing, make_page):
    section = make_page("Section", "Rubrique")
    make_page("Inside", "Pareil", parent=section)
    page = make_page("Outside", "Pareil")
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk])
    response = editing.post(address, follow=True)
    assert response.status_code == 200
    assert BilingualPage.objects.get(pk=page.pk).get_parent().pk != section.pk


def _speak_french(user):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "fr"
    profile.save()


def _give_workflow(home):
    workflow = Workflow.objects.create(name="In both languages")
    task = BilingualApprovalTask.objects.create(name="Review")
    task.groups.add(Group.objects.create(name="Reviewers"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    from wagtail.models import WorkflowPage

    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})
    return workflow, task


def _in_review(home, make_page, editor, *, title_fr):
    workflow, task = _give_workflow(home)
    page = make_page("Talking", title_fr, live=False)
    workflow.start(page, editor)
    return GuidancePage.objects.get(pk=page.pk), task
