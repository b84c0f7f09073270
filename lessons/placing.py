"""Put imported pages in the order of their files, and leave alone what an editor put in order."""

from typing import Any

from education.bilingual.models import BilingualPage
from education.bilingual.paths import SITE_ROOT_DEPTH
from lessons.models import PackEntry


def place(entry: PackEntry, order: int, *, is_new: bool) -> bool:
    """Move a page that is new, or whose file gives it another order than before; say whether it moved."""
    if entry.order == order and not is_new:
        return False
    entry.order = order
    entry.save()
    page = BilingualPage.objects.get(pk=entry.page_id)
    if page.depth <= SITE_ROOT_DEPTH:
        return False
    after, following = _first_after(page, order), page.get_next_sibling()
    if after == following:
        return False
    if after is not None:
        page.move(after, pos="left")
    else:
        page.move(page.get_parent(), pos="last-child")
    return True


def move_below(pk: int, parent_id: int | None) -> None:
    """Bring a page back below the parent that its file names."""
    BilingualPage.objects.get(pk=pk).move(BilingualPage.objects.get(pk=parent_id), pos="last-child")


def _first_after(page: Any, order: int) -> BilingualPage | None:
    """Return the first sibling whose file gives it a greater order."""
    orders = dict(PackEntry.objects.exclude(page=None).values_list("page_id", "order"))
    siblings = page.get_siblings(inclusive=False)
    return next((one for one in siblings if orders.get(one.pk, -1) > order), None)
