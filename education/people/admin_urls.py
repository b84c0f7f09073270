"""Addresses under /admin/ that must be answered before Wagtail's own."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from education.people import views

urlpatterns = [
    # Wagtail's own sign-in knows no second factor.
    path("login/", never_cache(views.sign_in)),
    path("account/", never_cache(require_admin_access(views.EditorAccountView.as_view()))),
    path("pages/<int:page_id>/privacy/", views.refuse),
    path("api/main/pages/<int:page_id>/action/create_alias/", views.refuse),  # no page has an alias
    path("api/main/pages/<int:page_id>/action/copy_for_translation/", views.refuse),
    path("collections/<int:collection_id>/privacy/", views.refuse),
]
