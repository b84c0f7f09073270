"""An editor writes a page in one language, is refused politely, adds the other, and both go live."""

import re

import pytest


@pytest.fixture
def admin(visit, first_password):
    """A page of the admin, signed in; what the console says of the policy is kept."""
    page = visit("/admin/", width=1400)
    page.breaches = []
    page.on("console", lambda message: _note(page, message.text))
    page.locator("input[name=login]").fill("editor@example.org")
    page.locator("input[name=password]").fill(first_password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    return page


def test_a_page_is_refused_in_one_language_and_goes_live_in_two(site, admin):
    _start_guidance_page(admin)
    admin.fill("#id_title", "A page written today")
    _publish(admin)
    refusal = admin.locator("#panel-child-content-title-section").get_by_text("has no French yet")
    assert refusal.is_visible()
    assert site.get("/en/a-page-written-today/")[0] == 404

    admin.fill("#id_title_fr", "Une page d'aujourd'hui")
    _publish(admin)
    assert site.get("/en/a-page-written-today/")[0] == 200
    assert site.get("/fr/une-page-d-aujourd-hui/")[0] == 200

    _edit(admin, "A page written today")
    admin.get_by_role("tab", name="Promote").click()
    admin.fill("#id_slug_fr", "page-du-jour")
    _publish(admin)
    status, headers, _body = site.get("/fr/une-page-d-aujourd-hui/")
    assert (status, headers["Location"]) == (301, "/fr/page-du-jour/")
    assert site.get("/fr/page-du-jour/")[0] == 200
    assert site.get("/en/a-page-written-today/")[0] == 200
    assert admin.breaches == []


def _note(page, text):
    if "Content Security Policy" in text or "violates" in text:
        page.breaches.append(text)


def _start_guidance_page(page):
    page.goto("/admin/pages/")
    home = page.locator('main a[href$="/edit/"]').first.get_attribute("href")
    number = re.search(r"/pages/(\d+)/", home)[1]
    page.goto(f"/admin/pages/add/education/guidancepage/{number}/")


def _edit(page, title):
    page.goto("/admin/pages/search/?q=" + title.replace(" ", "+"))
    page.goto(page.locator('main a[href$="/edit/"]').first.get_attribute("href"))


def _publish(page):
    page.locator('footer [data-w-dropdown-target="toggle"]').click()
    with page.expect_navigation():
        page.locator('button[name="action-publish"]').click()
    page.wait_for_load_state("networkidle")
