"""What stays in the browser after the exit: exactly what the page about it says, and no more."""

from tests.browser.leaving.test_back import DISCREET, leave, of_ours, read
from tests.browser.leaving.visitors import until

STORED = "[document.cookie, JSON.stringify({...sessionStorage}), JSON.stringify({...localStorage})]"


def test_chromium_lists_no_page_of_a_discreet_visit(at_chromium, outside, leaving):
    read(at_chromium, outside, leaving, DISCREET["en"])
    leave(at_chromium, outside)
    listed = at_chromium.listed()
    assert outside.weather in listed
    assert of_ours(at_chromium, leaving, listed) == []


def test_firefox_still_lists_them_as_the_page_about_it_says(at_firefox, outside, leaving):
    read(at_firefox, outside, leaving, DISCREET["en"])
    leave(at_firefox, outside)
    assert of_ours(at_firefox, leaving, at_firefox.listed()) != []
    assert "Firefox" in leaving.get("/en/leaving-quickly/")[2]


def test_the_other_site_is_not_told_where_one_comes_from(visitor, outside, leaving):
    read(visitor, outside, leaving, DISCREET["fr"])
    outside.asked.clear()
    leave(visitor, outside)
    told = [headers for path, headers in outside.asked if path == "/weather"]
    assert told
    assert all("Referer" not in headers for headers in told)


def test_who_presses_twice_is_remembered_all_the_same(at_chromium, outside, leaving):
    read(at_chromium, outside, leaving, DISCREET["en"])
    at_chromium.evaluate("[1, 2].forEach(() => document.querySelector('[data-safety-exit]').click())")
    assert until(lambda: at_chromium.href() == outside.weather)
    assert [mark["name"] for mark in at_chromium.context.cookies(leaving.url)] == ["view"]


def test_typed_words_are_gone(visitor, outside, leaving):
    search = read(visitor, outside, leaving, DISCREET["en"][:1])
    visitor.follow('a[href="/en/search/"]')
    assert until(lambda: visitor.href() == leaving.url + "/en/search/")
    assert until(lambda: visitor.evaluate("document.querySelector('input[name=q]') !== null"))
    visitor.write("input[name=q]", "secret words")
    leave(visitor, outside)
    visitor.back()
    assert until(lambda: visitor.href() == search)
    assert until(lambda: "Search" in visitor.seen())
    visitor.go(leaving.url + "/en/search/")
    assert visitor.evaluate("document.querySelector('input[name=q]').value") == ""


def test_nothing_is_stored_before_the_exit_and_one_mark_after(at_chromium, outside, leaving):
    at_chromium.go(leaving.url + "/en/support/")
    assert at_chromium.evaluate(STORED) == ["", "{}", "{}"]
    leave(at_chromium, outside)
    [mark] = at_chromium.context.cookies(leaving.url)
    assert (mark["name"], mark["value"], mark["sameSite"]) == ("view", "1", "Strict")
    minutes = at_chromium.page.evaluate("expires => (expires - Date.now() / 1000) / 60", mark["expires"])
    assert 29 < minutes <= 30
    tab = at_chromium.context.new_page()
    tab.goto(leaving.url + "/live")
    assert tab.evaluate("localStorage.length") == 0
    at_chromium.go(leaving.url + "/en/support/")
    assert at_chromium.evaluate(STORED) == ["", "{}", "{}"]
