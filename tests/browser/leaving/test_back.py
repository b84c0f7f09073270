"""After the exit neither Back nor Forward shows a page of ours, and a discreet visit leaves none behind."""

import pytest

from tests.browser.leaving.visitors import shows_the_site, until

DISCREET = {
    "en": ["/en/support/", "/en/support/tonight/", "/en/help/"],
    "fr": ["/fr/soutien/", "/fr/soutien/ce-soir/", "/fr/aide/"],
}
ORDINARY = {
    "en": ["/en/", "/en/about/", "/en/parents/"],
    "fr": ["/fr/", "/fr/a-propos/", "/fr/parents/"],
}
EXIT = "[data-safety-exit]"


def read(visitor, outside, leaving, paths):
    """Come from a page of search results and read on by the site's own links."""
    search = outside.search(leaving.url + paths[0])
    visitor.go(search)
    read_on(visitor, "a", leaving.url + paths[0])
    for path in paths[1:]:
        assert until(lambda: visitor.seen() != "")
        read_on(visitor, f'a[href="{path}"]', leaving.url + path)
    return search


def read_on(visitor, selector, there):
    """Follow a link; a press that came before the page stood still is made once more."""
    visitor.follow(selector)
    if not until(lambda: visitor.href() == there, within=4):
        visitor.follow(selector)
    assert until(lambda: visitor.href() == there)
    # The address changes first: what is asked of the page before it stands would be asked of an empty one.
    assert until(lambda: visitor.evaluate("document.readyState") == "complete")


def leave(visitor, outside):
    visitor.leave_by(EXIT)
    assert until(lambda: visitor.href() == outside.weather)


def of_ours(visitor, leaving, addresses):
    return [address for address in addresses if address.startswith(leaving.url)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_discreet_visit_leaves_nothing_behind_back_and_forward(visitor, outside, leaving, language):
    search = read(visitor, outside, leaving, DISCREET[language])
    leave(visitor, outside)
    assert of_ours(visitor, leaving, visitor.entries()) == []
    visitor.back()
    assert until(lambda: visitor.href() == search and "Search" in visitor.seen())
    visitor.forward()
    assert until(lambda: visitor.href() == outside.weather)
    assert until(lambda: "Weather" in visitor.seen())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_back_after_an_ordinary_visit_leaves_once_more(visitor, outside, leaving, language):
    search = read(visitor, outside, leaving, ORDINARY[language])
    leave(visitor, outside)
    for _page in ORDINARY[language][1:]:
        visitor.back()
        assert until(lambda: visitor.href() == outside.weather and "Weather" in visitor.seen())
    visitor.back()
    assert until(lambda: visitor.href() == search and "Search" in visitor.seen())
    for _page in ORDINARY[language]:
        visitor.forward()
        assert until(lambda: visitor.href() == outside.weather and "Weather" in visitor.seen())
    assert of_ours(visitor, leaving, visitor.entries()) == []


def test_no_frame_of_the_site_is_seen_on_the_way_back(at_chromium, outside, leaving):
    read(at_chromium, outside, leaving, ORDINARY["en"])
    with at_chromium.watching() as before:
        leave(at_chromium, outside)
    assert any(map(shows_the_site, before)), "the watch must see the site while it is there"
    with at_chromium.watching() as frames:
        for turn in (at_chromium.back, at_chromium.back, at_chromium.back, at_chromium.forward):
            turn()
            at_chromium.wait(0.7)
    assert len(frames) > 3
    assert [n for n, frame in enumerate(frames) if shows_the_site(frame)] == []


def test_whoever_comes_back_on_purpose_reads_on_as_before(visitor, outside, leaving):
    read(visitor, outside, leaving, ORDINARY["en"][:2])
    leave(visitor, outside)
    visitor.go(leaving.url + "/en/parents/")
    assert until(lambda: visitor.seen() != "")
    visitor.follow('a[href="/en/educators/"]')
    assert until(lambda: visitor.href() == leaving.url + "/en/educators/")
    visitor.back()
    assert until(lambda: visitor.href() == leaving.url + "/en/parents/" and "Parents" in visitor.seen())


def test_who_came_back_in_another_tab_stays_while_this_one_leaves_once_more(visitor, outside, leaving):
    read(visitor, outside, leaving, ORDINARY["en"])
    leave(visitor, outside)
    other = visitor.open_tab(leaving.url + "/en/educators/")
    visitor.back()
    assert until(lambda: visitor.href() == outside.weather and "Weather" in visitor.seen())
    visitor.look_at(other)
    assert not until(lambda: visitor.href() != leaving.url + "/en/educators/", within=1)
    assert visitor.seen() != ""


def test_back_works_as_always_on_ordinary_pages(visitor, outside, leaving):
    read(visitor, outside, leaving, ORDINARY["en"])
    visitor.back()
    assert until(lambda: visitor.href() == leaving.url + "/en/about/" and "About" in visitor.seen())


def test_other_tabs_of_the_site_leave_too(visitor, outside, leaving):
    tab = visitor.open_tab(leaving.url + "/en/parents/")
    read(visitor, outside, leaving, DISCREET["en"])
    leave(visitor, outside)
    visitor.look_at(tab)
    assert until(lambda: visitor.href() == outside.weather)
