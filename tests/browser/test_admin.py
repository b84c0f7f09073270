"""An editor writes a page in one language, is refused politely, adds the other, and both go live."""

import pytest


@pytest.fixture
def admin(visit, first_password):
    """A page of the admin, signed in; every message of the console is kept."""
    page = visit("/admin/")
    page.messages = []
    page.on("console", lambda message: page.messages.append(message.text))
    page.locator("input[name=login]").fill("editor@example.org")
    page.locator("input[name=password]").fill(first_password)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    return page


def write(page, field, text):
    page.locator(f"#id_{field}").fill(text)


def publish(page):
    page.locator("[data-w-dropdown-target=toggle], .action-save ~ * [aria-label]").last.click()
    page.locator('button[name="action-publish"]').click()
    page.wait_for_load_state("networkidle")


def test_a_page_is_refused_in_one_language_and_goes_live_in_two(site, admin):
    page = admin
    page.goto("/admin/pages/")
    home = page.locator('a[href*="/admin/pages/"][href$="/add_subpage/"]').first
    page.goto(home.get_attribute("href"))
    page.locator('a[href*="/add/education/guidancepage/"]').first.click()
    write(page, "title", "A page written today")
    publish(page)
    error = page.locator("#panel-child-content-title_fr-errors, .w-field__errors").first
    assert "has no French yet" in page.content()
    assert error.is_visible()
    assert site.get("/en/a-page-written-today/")[0] == 404
    write(page, "title_fr", "Une page écrite aujourd'hui")
    publish(page)
    assert site.get("/en/a-page-written-today/")[0] == 200
    assert site.get("/fr/une-page-ecrite-aujourd-hui/")[0] == 200
    _rename_french(page)
    status, headers, _body = site.get("/fr/une-page-ecrite-aujourd-hui/")
    assert (status, headers["Location"]) == (301, "/fr/une-page-d-aujourd-hui/")
    assert [m for m in page.messages if "Content Security Policy" in m or "Content-Security-Policy" in m] == []


def _rename_french(page):
    page.goto(page.locator('a[href$="/edit/"]').first.get_attribute("href")) if "/edit/" not in page.url else None
    page.locator('[role="tab"]:has-text("Promote")').click()
    write(page, "slug_fr", "une-page-d-aujourd-hui")
    publish(page)
