"""Every route of the site; pages come last, under the language of their path."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as admin_urls

from balise import errors, health, media, search_page, sitemap
from balise.chrome import fixed, navigation
from balise.help_page import help_data, help_page
from balise.report_page import report_page
from balise.splash import splash
from education.bilingual import routing
from education.bilingual.languages import LANGUAGES

handler400 = "balise.errors.bad_request"
handler403 = "balise.errors.permission_denied"
handler404 = "balise.errors.page_not_found"
handler429 = "balise.errors.too_many_requests"  # the account library asks for it
handler500 = "balise.errors.server_error"

_FIXED_VIEWS = {
    "help": help_page,
    "report": report_page,
    "search": search_page.search_page,
}

urlpatterns = [
    path("", splash, name="splash"),
    path("live", health.live),
    path("ready", health.ready),
    path("sitemap.xml", sitemap.sitemap),
    path("robots.txt", sitemap.robots),
    path("media/<path:path>", media.media),
    path("admin/", include("education.people.admin_urls")),
    path("admin/documents/<path:rest>", errors.not_here),
    path("admin/documents/", errors.not_here),
    path("admin/", include(admin_urls)),
    *i18n_patterns(path("account/", include("education.people.urls"))),
]

if settings.DEVELOPMENT:
    from balise.gallery import gallery

    urlpatterns += [
        path("gallery/", gallery, {"lang": "en"}, name="gallery_en"),
        path("gallery/fr/", gallery, {"lang": "fr"}, name="gallery_fr"),
    ]

for language in LANGUAGES:
    urlpatterns += [
        path(
            f"{language}/{navigation()['fixed'][name][language]}",
            view,
            {"language": language},
            name=f"{name}_{language}",
        )
        for name, view in _FIXED_VIEWS.items()
    ]
    urlpatterns += [
        path(f"{fixed('help', language)}services.json"[1:], help_data, {"language": language}),
        path(f"{language}/", routing.serve, {"language": language}, name=f"home_{language}"),
        path(f"{language}/<path:path>", routing.serve, {"language": language}, name=f"page_{language}"),
    ]
