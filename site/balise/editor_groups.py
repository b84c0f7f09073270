"""The four kinds of editors, what each may do, and the way a page takes to go live."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from education.bilingual.models import BilingualApprovalTask, BilingualPage

# Kept in the database and shown as they are, in either language: so both languages stand in them.
AUTHORS = "Authors / Rédaction"
TRANSLATORS = "Translators / Traduction"
REVIEWERS = "Reviewers / Révision"
PUBLISHERS = "Publishers / Publication"
WORKFLOW = "In both languages / Dans les deux langues"
REVIEW = "Review / Révision"
PUBLICATION = "Publication / Mise en ligne"

# "add" also lets somebody change the pages and pictures they made themselves.
PAGE_RIGHTS = {
    AUTHORS: ("add",),
    TRANSLATORS: ("change",),
    REVIEWERS: ("change", "lock", "unlock"),
    PUBLISHERS: ("add", "change", "publish", "lock", "unlock"),
}
PICTURE_RIGHTS = {
    AUTHORS: ("add", "choose"),
    TRANSLATORS: ("change", "choose"),
    REVIEWERS: ("change", "choose"),
    PUBLISHERS: ("add", "change", "choose"),
}
_WAGTAILS_GROUPS = ("Editors", "Moderators")
_WAGTAILS_WORKFLOW = "Moderators approval"


@transaction.atomic
def ensure_groups() -> None:
    """Create what is missing of the groups, their rights and the workflow; do nothing without a page tree."""
    root = BilingualPage.get_first_root_node()
    collection = Collection.get_first_root_node()
    if root is None or collection is None:
        return
    for name in PAGE_RIGHTS:
        _ensure_group(name, root, collection)
    _ensure_workflow(root)
    _remove_wagtails_own()


def _ensure_group(name: str, root: BilingualPage, collection: Collection) -> None:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(_permission("wagtailadmin", "access_admin"))
    for right in PAGE_RIGHTS[name]:
        permission = _permission("bilingual", f"{right}_bilingualpage")
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for right in PICTURE_RIGHTS[name]:
        # Wagtail asks for the rights of its own picture model, whatever the site's is.
        permission = _permission("wagtailimages", f"{right}_image")
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )


def _ensure_workflow(root: BilingualPage) -> None:
    workflow, created = Workflow.objects.get_or_create(name=WORKFLOW)
    if created:
        for order, (name, group) in enumerate([(REVIEW, REVIEWERS), (PUBLICATION, PUBLISHERS)]):
            task = BilingualApprovalTask.objects.create(name=name)
            task.groups.add(Group.objects.get(name=group))
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    assigned = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if assigned is None or assigned.workflow.name == _WAGTAILS_WORKFLOW:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})


def _remove_wagtails_own() -> None:
    """Remove the groups and the workflow that Wagtail made, unless somebody uses them."""
    Group.objects.filter(name__in=_WAGTAILS_GROUPS, user=None).delete()
    for workflow in Workflow.objects.filter(
        name=_WAGTAILS_WORKFLOW, workflow_states=None, workflow_pages=None
    ):
        workflow.delete()
    GroupApprovalTask.objects.filter(name=_WAGTAILS_WORKFLOW, task_states=None, workflow_tasks=None).delete()


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)
