"""What Balise adds to Wagtail's editor, and what it takes out of it."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks

from education import verification_report  # noqa: F401  registers itself
from education.widgets import start_choosers_from_data

start_choosers_from_data()

# They lead to other sites, or describe parts of Wagtail that Balise does not use.
_HELP_TAKEN_OUT = ("whats-new", "editor-guide")


@hooks.register("insert_global_admin_css")
def side_by_side_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("admin/side-by-side.css"))


@hooks.register("insert_global_admin_js")
def widget_starter() -> SafeString:
    return format_html('<script type="module" src="{}"></script>', static("admin/start-widgets.js"))


@hooks.register("construct_help_menu")
def keep_help_on_this_site(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if not item.name.startswith(_HELP_TAKEN_OUT)]


@hooks.register("construct_main_menu", order=1000)
def leave_out_documents(request: HttpRequest, menu_items: list[Any]) -> None:
    menu_items[:] = [item for item in menu_items if item.name != "documents"]


@hooks.register("construct_search")
def leave_documents_out_of_search(request: HttpRequest, search_areas: list[Any]) -> None:
    search_areas[:] = [area for area in search_areas if area.name != "documents"]


@hooks.register("construct_homepage_summary_items", order=1000)
def leave_documents_out_of_the_summary(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if type(item).__name__ != "DocumentsSummaryItem"]


@hooks.register("register_account_menu_item")
def second_factor(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("Protect your account with a code from your telephone, and keep recovery codes."),
    }


@hooks.register("register_account_menu_item")
def password(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("account_change_password"),
        "label": _("Password"),
        "help_text": _("Change the password you sign in with."),
    }
