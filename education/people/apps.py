"""The app of educators and editors, and Wagtail's part that looks after them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "education.people"
    label = "people"
    verbose_name = _("People")
    default = True


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's people pages with our forms: our people have no user name."""

    user_viewset = "education.people.editing.PersonViewSet"
    default = False
