"""Every route has the toggle to the very same page, the exit, and the language of its path."""

import re

import pytest
from balise.chrome import fixed

ROUTES = [
    "/en/",
    "/fr/",
    "/en/talking/",
    "/fr/se-parler/",
    "/en/help/",
    "/fr/aide/",
    "/en/report/",
    "/fr/signaler/",
]
ROUTES += [
    "/en/search/",
    "/fr/recherche/",
    "/en/nothing-here/",
    "/fr/rien-ici/",
    "/en/account/login/",
    "/fr/account/login/",
]


def toggle(html):
    return re.search(r'id="wb-lng".*?<a[^>]*href="([^"]+)"', html, re.DOTALL)[1]


@pytest.mark.parametrize("route", ROUTES)
def test_the_page_is_in_the_language_of_its_path(make_page, client, route):
    make_page("Talking", "Se parler")
    html = client.get(route, HTTP_ACCEPT_LANGUAGE="fr" if route.startswith("/en") else "en").content.decode()
    assert f'<html lang="{route[1:3]}-CA"' in html


@pytest.mark.parametrize("route", ROUTES)
def test_the_toggle_there_and_back_is_the_same_page(make_page, client, route):
    make_page("Talking", "Se parler")
    other = toggle(client.get(route).content.decode())
    assert other[1:3] != route[1:3]
    assert toggle(client.get(other).content.decode()) == route


@pytest.mark.parametrize("route", ["/", *ROUTES])
def test_there_is_exactly_one_exit(make_page, client, route):
    make_page("Talking", "Se parler")
    assert client.get(route).content.decode().count("data-safety-exit") == 1


@pytest.mark.parametrize("route", ["/", *ROUTES[:12]])
def test_a_public_page_sets_no_cookie_and_does_not_vary_by_it(make_page, client, route):
    make_page("Talking", "Se parler")
    client.cookies["sessionid"] = "something"
    response = client.get(route)
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("route", ["/en/help/", "/fr/aide/", "/en/report/", "/fr/signaler/", "/", "/live"])
def test_help_needs_no_database(client, route, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get(route).status_code == 200


def test_an_error_page_needs_no_database_of_its_own(client, rf, django_assert_num_queries, db):
    from balise.errors import server_error

    with django_assert_num_queries(0):
        html = server_error(rf.get("/fr/quelque-part/")).content.decode()
    assert 'lang="fr-CA"' in html
    assert "tel:" in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_fixed_routes_keep_their_language(language):
    assert fixed("help", language) == {"en": "/en/help/", "fr": "/fr/aide/"}[language]


def test_hreflang_names_both_languages_absolutely(make_page, client, settings):
    make_page("Talking", "Se parler")
    html = client.get("/en/talking/").content.decode()
    assert f'hreflang="fr-CA" href="{settings.PUBLIC_URL}/fr/se-parler/"' in html
    assert f'hreflang="en-CA" href="{settings.PUBLIC_URL}/en/talking/"' in html


def test_the_sitemap_pairs_every_page(make_page, client, settings):
    make_page("Talking", "Se parler")
    make_page("Hidden", "Caché", live=False)
    xml = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{settings.PUBLIC_URL}/fr/se-parler/</loc>" in xml
    assert f'hreflang="en-CA" href="{settings.PUBLIC_URL}/en/talking/"' in xml
    assert "hidden" not in xml


def test_pages_of_a_section_lead_on_and_back(make_page, client):
    section = make_page("Section", "Rubrique")
    for name in ("One", "Two", "Three"):
        make_page(name, f"{name} FR", parent=section)
    make_page("Draft", "Brouillon", parent=section, live=False)
    html = client.get("/fr/rubrique/two-fr/").content.decode()
    assert 'rel="prev" href="/fr/rubrique/one-fr/"' in html
    assert 'rel="next" href="/fr/rubrique/three-fr/"' in html
    assert 'rel="next"' not in client.get("/fr/rubrique/three-fr/").content.decode()


def test_search_engines_are_told_of_pages_but_not_of_errors_or_accounts(make_page, client, settings):
    make_page("Talking", "Se parler")

    def canonical(path):
        found = re.search(r'rel="canonical" href="([^"]+)"', client.get(path).content.decode())
        return found and found[1].removeprefix(settings.PUBLIC_URL)

    assert canonical("/fr/se-parler/") == "/fr/se-parler/"
    assert canonical("/en/help/") == "/en/help/"
    assert canonical("/") == "/"
    assert canonical("/en/nothing/") is canonical("/en/account/login/") is None
