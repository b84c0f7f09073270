"""What each kind of editor may do, and the way a page takes to go live."""

import pytest
from balise import editor_groups
from balise.editor_groups import AUTHORS, PUBLISHERS, REVIEWERS, TRANSLATORS, ensure_groups
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Task, Workflow, WorkflowTask
from wagtail.permissions import policy_registry

from education.bilingual.models import BilingualApprovalTask
from education.models import GuidancePage, Picture

#                     AUTHORS TRANSLATORS REVIEWERS PUBLISHERS
MATRIX = {
    "add a page": (True, False, False, True),
    "change their own page": (True, True, True, True),
    "change another's page": (False, True, True, True),
    "publish": (False, False, False, True),
    "unpublish": (False, False, False, True),
    "lock": (False, False, True, True),
    "unlock another's lock": (False, False, True, True),
    "delete a live page": (False, False, False, True),
    "restrict a page": (False, False, False, False),
    "add a picture": (True, False, False, True),
    "change another's picture": (False, True, True, True),
    "choose a picture": (True, True, True, True),
    "open the editor": (True, True, True, True),
    "manage people": (False, False, False, False),
}
GROUPS = (AUTHORS, TRANSLATORS, REVIEWERS, PUBLISHERS)
CASES = [(what, group, may) for what, row in MATRIX.items() for group, may in zip(GROUPS, row, strict=True)]


@pytest.fixture
def member(db):
    """Make a member of a group."""

    def make(group):
        name = group.split(" ")[0].lower()
        person = get_user_model().objects.create_user(f"{name}@example.org", "a long enough password")
        person.groups.add(Group.objects.get(name=group))
        return person

    return make


@pytest.fixture
def may(client, make_page, home, editor):
    """Say whether somebody may do something."""
    theirs = make_page("Another's", "D'autrui")

    def ask(person, what):
        own = make_page("Own", "La sienne", live=False, owner=person)
        on = theirs.permissions_for_user(person)
        pictures = policy_registry.get_by_type(Picture)
        picture = Picture(title="Another's", collection_id=1, uploaded_by_user=editor)
        client.force_login(person)
        asked = {
            "add a page": lambda: home.permissions_for_user(person).can_add_subpage(),
            "change their own page": lambda: own.permissions_for_user(person).can_edit(),
            "change another's page": on.can_edit,
            "publish": on.can_publish,
            "unpublish": on.can_unpublish,
            "lock": on.can_lock,
            "unlock another's lock": on.can_unlock,
            "delete a live page": on.can_delete,
            "restrict a page": lambda: client.get(f"/admin/pages/{theirs.pk}/privacy/").status_code == 200,
            "add a picture": lambda: pictures.user_has_permission(person, "add"),
            "change another's picture": lambda: pictures.user_has_permission_for_instance(
                person, "change", picture
            ),
            "choose a picture": lambda: pictures.user_has_permission(person, "choose"),
            "open the editor": lambda: client.get("/admin/").status_code == 200,
            "manage people": lambda: client.get("/admin/users/").status_code == 200,
        }
        return bool(asked[what]())

    return ask


@pytest.mark.parametrize(("what", "group", "expected"), CASES)
def test_each_group_may_do_its_work_and_no_more(member, may, what, group, expected):
    assert may(member(group), what) is expected


def test_a_page_goes_live_after_review_and_publication(member, make_page):
    author, reviewer, publisher = member(AUTHORS), member(REVIEWERS), member(PUBLISHERS)
    page = make_page("Talking", "Se parler", live=False, owner=author)
    page.get_workflow().start(page, author)
    page.current_workflow_task_state.task.specific.on_action(
        page.current_workflow_task_state, reviewer, "approve"
    )
    page = GuidancePage.objects.get(pk=page.pk)
    assert not page.live
    assert not page.current_workflow_task.get_actions(page, reviewer)
    page.current_workflow_task_state.task.specific.on_action(
        page.current_workflow_task_state, publisher, "approve"
    )
    assert GuidancePage.objects.get(pk=page.pk).live


def test_every_step_of_the_workflow_asks_for_both_languages(home):
    tasks = [step.task.specific for step in WorkflowTask.objects.order_by("sort_order")]
    assert [type(task) for task in tasks] == [BilingualApprovalTask, BilingualApprovalTask]
    assert home.get_workflow().name == editor_groups.WORKFLOW


def test_making_them_again_changes_nothing(db):
    def count():
        return [model.objects.count() for model in (Group, GroupPagePermission, Workflow, Task, WorkflowTask)]

    before = count()
    ensure_groups()
    assert count() == before


def test_wagtails_own_groups_and_workflow_are_gone(db):
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert list(Workflow.objects.values_list("name", flat=True)) == [editor_groups.WORKFLOW]


def test_a_group_somebody_belongs_to_is_not_removed(editor):
    editor.groups.add(Group.objects.create(name="Editors"))
    ensure_groups()
    assert Group.objects.filter(name="Editors").exists()


def test_a_workflow_the_operator_chose_stays(db, home):
    chosen = Workflow.objects.create(name="Ours")
    root = home.get_parent()
    root.workflowpage.delete()
    chosen.workflow_pages.create(page=root)
    ensure_groups()
    assert home.get_workflow() == chosen
