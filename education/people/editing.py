"""The part of the editor where administrators look after people."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import IndexView, UserViewSet

from education.people.forms import PersonCreationForm, PersonEditForm
from education.people.models import User


class PersonIndexView(IndexView):
    """List people; what Wagtail calls a user name is an address here."""

    @cached_property
    def columns(self) -> list[Any]:
        columns = super().columns
        for column in columns:
            if column.name == User.USERNAME_FIELD:
                column.label = _("E-mail address")
        return columns


class PersonViewSet(UserViewSet):
    """Create, change and delete people."""

    index_view_class = PersonIndexView

    def get_form_class(self, for_update: bool = False) -> Any:
        return PersonEditForm if for_update else PersonCreationForm
