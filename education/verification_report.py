"""The editor's report of every fact that somebody has to verify, the same that the deploy check lists."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from education.verification import Reason, doubts


class VerificationReport(WagtailAdminTemplateMixin, TemplateView):
    """Name each fact in doubt, with where whoever verifies it begins."""

    page_title = gettext_lazy("Facts to verify")
    header_icon = "check"
    template_name = "education/verification_report.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = {
            Reason.NEVER: _("never verified"),
            Reason.OLD: _("verified more than 90 days ago"),
            Reason.TO_COME: _("verified on a day that has not come yet"),
        }
        rows = [{"doubt": one, "reason": said[one.reason]} for one in doubts(timezone.localdate())]
        return super().get_context_data(**kwargs) | {"rows": rows}


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [path("reports/verify/", VerificationReport.as_view(), name="facts_to_verify")]


@hooks.register("register_reports_menu_item")
def report_entry() -> MenuItem:
    return MenuItem(
        _("Facts to verify"), reverse("facts_to_verify"), name="facts-to-verify", icon_name="check", order=900
    )
