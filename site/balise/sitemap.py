"""List every public page with its other language, for search engines and for checks."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from balise.chrome import fixed
from education.bilingual import paths
from education.bilingual.languages import LANGUAGES
from education.bilingual.models import BilingualPage

_FIXED = ("help", "report")  # the search is kept out of search engines


def sitemap(request: HttpRequest) -> HttpResponse:
    """Return the sitemap: one entry per page and language, each with both alternates."""
    pages = BilingualPage.objects.live().filter(url_path__startswith=paths.site_root_path())
    pairs = [(page.alternates, page.last_published_at) for page in pages]
    pairs += [({code: fixed(name, code) for code in LANGUAGES}, None) for name in _FIXED]
    entries = [
        {
            "location": settings.PUBLIC_URL + alternates[code],
            "modified": modified,
            "alternates": [(f"{other}-CA", settings.PUBLIC_URL + alternates[other]) for other in LANGUAGES],
        }
        for alternates, modified in pairs
        for code in LANGUAGES
    ]
    return render(request, "sitemap.xml", {"entries": entries}, content_type="application/xml")


def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers out of forms and accounts, and show them the sitemap."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /c/",
        "Disallow: /en/search/",
        "Disallow: /fr/recherche/",
    ]
    lines += ["", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
