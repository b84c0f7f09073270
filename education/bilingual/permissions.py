"""Who may do what to a page, where Balise asks for more than Wagtail does."""

from wagtail.models import PagePermissionTester


class BilingualPagePermissions(PagePermissionTester):
    """Wagtail lets whoever may change a draft delete it for good: here only its author and publishers."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        may_lose_it = self.can_publish() or self.page.owner_id == self.user.pk
        return bool(may_lose_it and super().can_delete(ignore_bulk=ignore_bulk))
