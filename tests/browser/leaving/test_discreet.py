"""On discreet pages neither a link nor an answer adds an entry to the history, and forms lose nothing."""

import pytest
from playwright.sync_api import expect

from tests.browser.leaving.test_back import leave, of_ours
from tests.browser.leaving.visitors import until

LESSONS = {
    "en": "/en/ages-8-11/safe-with-others/real-or-made-by-ai/",
    "fr": "/fr/8-a-11-ans/en-securite-avec-les-autres/vrai-ou-fait-par-l-ia/",
}
APOLOGY = {"en": "We could not reach Balise.", "fr": "Balise ne répond pas."}
CHECK = "form:has([data-question]) button"


@pytest.fixture(params=["en", "fr"])
def language(request):
    return request.param


@pytest.fixture
def question(visit, language):
    """The first step with a question."""
    page = visit(LESSONS["en"])
    if language == "fr":
        page.goto(page.locator("#wb-lng a[hreflang]").get_attribute("href"))
    page.locator('main a[href$="/step/1/"]').first.click()
    page.wait_for_url("**/step/1/")
    while not page.locator("[data-question]").count():
        here = page.url
        page.locator('a[rel="next"]').click()
        page.wait_for_url(lambda url, here=here: url != here)
    return page


def entries(page):
    return page.evaluate("history.length")


def test_a_lesson_with_its_answers_is_one_entry_and_gone_after_the_exit(visitor, outside, leaving):
    lesson = leaving.url + LESSONS["en"]
    search = outside.search(lesson)
    visitor.go(search)
    visitor.follow("a")
    assert until(lambda: visitor.href() == lesson)
    visitor.follow('main a[href$="/step/1/"]')
    while not until(lambda: visitor.evaluate("document.querySelector('[data-question]') !== null"), within=1):
        visitor.follow('a[rel="next"]')
    visitor.follow(CHECK)
    assert until(lambda: visitor.evaluate("document.activeElement.matches('.error-summary')"))
    visitor.follow("input[name=choice]")
    visitor.follow(CHECK)
    assert until(lambda: visitor.evaluate("document.activeElement.matches('[data-question][data-state]')"))
    assert len(of_ours(visitor, leaving, visitor.entries())) == 1
    leave(visitor, outside)
    assert of_ours(visitor, leaving, visitor.entries()) == []
    visitor.back()
    assert until(lambda: visitor.href() == search)


def test_an_answer_keeps_the_address_and_adds_no_entry(question):
    before, address = entries(question), question.url
    question.locator("input[name=choice]").first.check()
    question.locator(CHECK).first.click()
    expect(question.locator("[data-question][data-state]")).to_be_focused()
    assert (entries(question), question.url) == (before, address)


def test_an_answer_that_cannot_be_sent_is_kept_and_sent_again(question, language):
    question.context.route("**/step/*/", lambda route: route.abort())
    choice = question.locator("input[name=choice]").first
    choice.check()
    question.locator(CHECK).first.click()
    apology = question.get_by_role("alert").filter(has_text=APOLOGY[language])
    expect(apology).to_be_focused()
    expect(choice).to_be_checked()
    question.context.unroute("**/step/*/")
    question.locator(CHECK).first.click()
    expect(question.locator("[data-question][data-state]")).to_be_focused()
    expect(apology).to_have_count(0)


def test_a_fault_of_the_server_loses_no_answer(question, language):
    broken = "<!DOCTYPE html><main>Oops</main>"
    question.context.route("**/step/*/", lambda route: route.fulfill(status=503, body=broken))
    choice = question.locator("input[name=choice]").first
    choice.check()
    question.locator(CHECK).first.click()
    expect(question.get_by_role("alert").filter(has_text=APOLOGY[language])).to_be_visible()
    expect(choice).to_be_checked()


def test_links_within_the_page_and_to_the_other_language_add_no_entry(visit):
    page = visit("/en/support/tonight/")
    before = entries(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    assert page.url.endswith("#content")
    page.locator("#wb-lng a[hreflang]").click()
    page.wait_for_url("**/fr/soutien/ce-soir/")
    assert entries(page) == before


def test_search_words_add_no_entry_and_lead_to_the_results(visit, language):
    page = visit({"en": "/en/search/", "fr": "/fr/recherche/"}[language])
    before, address = entries(page), page.url
    page.locator("input[name=q]").fill("photo")
    page.keyboard.press("Enter")
    expect(page.locator("h2#results")).to_be_focused()
    assert (entries(page), page.url) == (before, address)
    assert page.title().startswith(page.locator("h2#results").inner_text())


def test_a_link_opened_in_another_tab_opens_there(visit):
    page = visit("/en/support/")
    with page.context.expect_page() as opened:
        page.locator('main a[href="/en/support/tonight/"]').first.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**/tonight/")
    assert page.url.endswith("/en/support/")


def test_ordinary_pages_keep_an_entry_each(visit):
    page = visit("/en/about/")
    before = entries(page)
    page.locator('a[href="/en/parents/"]').first.click()
    page.wait_for_url("**/parents/")
    assert entries(page) == before + 1


def test_the_page_about_leaving_is_discreet_itself(visit, language):
    page = visit({"en": "/en/", "fr": "/fr/"}[language])
    page.locator("#safety-exit-hint a").click()
    page.wait_for_url(lambda url: "quick" in url or "rapidement" in url)
    before = entries(page)
    page.locator("header a").first.click()
    page.wait_for_url(lambda url: url.endswith(f"/{language}/"))
    assert entries(page) == before
