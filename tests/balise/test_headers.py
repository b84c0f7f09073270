"""Each area of the site sends its own policy, errors included."""

import pytest

AREAS = {
    "public": ["/", "/en/", "/fr/", "/en/help/", "/fr/rien-ici/", "/en/search/"],
    "signed-in": ["/en/account/login/", "/fr/account/password/reset/"],
    "admin": ["/admin/", "/admin/login/"],
}
ALL = [(area, path) for area, paths in AREAS.items() for path in paths]


@pytest.fixture
def headers(client, home):
    return lambda path: client.get(path).headers


def directives(policy):
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize(("area", "path"), ALL)
def test_scripts_come_from_this_site_alone(headers, area, path):
    policy = directives(headers(path)["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "data:", "https:", "*"} & set(policy["script-src"])
    assert policy["base-uri"] == ["'none'"]
    assert policy["form-action"] == ["'self'"]


@pytest.mark.parametrize(("area", "path"), ALL)
def test_only_the_editor_may_carry_styles_in_its_pages(headers, area, path):
    policy = directives(headers(path)["Content-Security-Policy"])
    assert ("'unsafe-inline'" in policy["style-src"]) is (area == "admin")


@pytest.mark.parametrize(("area", "path"), ALL)
def test_only_the_editor_may_stand_in_a_frame_and_only_in_its_own(headers, area, path):
    sent = headers(path)
    policy = directives(sent["Content-Security-Policy"])
    assert policy["frame-ancestors"] == (["'self'"] if area == "admin" else ["'none'"])
    assert sent["X-Frame-Options"] == ("SAMEORIGIN" if area == "admin" else "DENY")


@pytest.mark.parametrize(("area", "path"), ALL)
def test_the_address_of_a_public_page_is_told_to_nobody(headers, area, path):
    expected = "no-referrer" if area == "public" else "same-origin"
    assert headers(path)["Referrer-Policy"] == expected


@pytest.mark.parametrize(("area", "path"), ALL)
def test_what_holds_everywhere(headers, area, path):
    sent = headers(path)
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in sent["Permissions-Policy"]


@pytest.mark.parametrize("path", [*AREAS["signed-in"], *AREAS["admin"]])
def test_a_page_for_one_person_is_stored_nowhere(headers, path):
    assert {"no-store", "private"} & {part.strip() for part in headers(path)["Cache-Control"].split(",")}


@pytest.mark.parametrize("mode", ["en", "fr"])
def test_a_preview_may_stand_in_a_frame_of_the_editor(editing, make_page, mode):
    page = make_page("Talking", "Se parler")
    path = f"/admin/pages/{page.pk}/edit/preview/?mode={mode}&in_preview_panel=true"
    fields = {"title": "Talking", "title_fr": "Se parler", "slug": "talking", "slug_fr": "se-parler"}
    fields |= {f"body_{code}-count": "0" for code in ("en", "fr")}
    fields |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    assert editing.post(path, fields).json()["is_valid"]
    policy = directives(editing.get(path).headers["Content-Security-Policy"])
    assert policy["frame-ancestors"] == ["'self'"]


def test_cookies_are_for_this_site_and_out_of_reach_of_scripts(client, editor):
    client.post("/en/account/login/", {"login": editor.email, "password": "a long enough password"})
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"]
