"""Whatever becomes of the other site, nothing of ours stays on the screen."""

from urllib.parse import urlsplit

import pytest

from tests.browser.leaving.test_back import DISCREET, ORDINARY, leave, of_ours, read
from tests.browser.leaving.visitors import until

EXIT = "[data-safety-exit]"


def test_the_page_is_gone_and_the_tab_renamed_while_the_other_site_is_awaited(visitor, outside, leaving):
    read(visitor, outside, leaving, DISCREET["en"])
    outside.weather_is = "hung"
    visitor.leave_by(EXIT)
    assert until(lambda: visitor.title() == urlsplit(outside.url).netloc, within=2)
    assert not visitor.sees_the_site()


@pytest.mark.parametrize("paths", [DISCREET["fr"], ORDINARY["fr"]], ids=["discreet", "ordinary"])
def test_an_empty_page_comes_where_the_other_site_does_not_answer(visitor, outside, leaving, paths):
    read(visitor, outside, leaving, paths)
    outside.weather_is = "hung"
    assert visitor.sees_the_site()
    visitor.leave_by(EXIT)
    assert until(lambda: not visitor.sees_the_site(), within=1)
    assert until(lambda: visitor.href() == "about:blank", within=4)
    outside.weather_is = "fine"
    visitor.back()
    assert until(lambda: of_ours(visitor, leaving, [visitor.href()]) == [])


def test_a_dead_site_shows_the_browsers_own_page(visitor, outside, leaving):
    search = read(visitor, outside, leaving, DISCREET["en"])
    outside.weather_is = "dead"
    visitor.leave_by(EXIT)
    assert until(lambda: leaving.url not in visitor.href() and "Balise" not in visitor.seen(), within=4)
    visitor.back()
    assert until(lambda: visitor.href() == search)


def test_without_a_network_nothing_stays(at_chromium, outside, leaving):
    read(at_chromium, outside, leaving, ORDINARY["en"])
    at_chromium.context.set_offline(True)
    at_chromium.leave_by(EXIT)
    assert until(lambda: leaving.url not in at_chromium.href(), within=4)
    at_chromium.back()
    assert until(lambda: of_ours(at_chromium, leaving, [at_chromium.href()]) == [], within=4)
    assert "Balise" not in at_chromium.seen()


def test_escape_does_not_stop_the_way_out(visitor, outside, leaving):
    read(visitor, outside, leaving, DISCREET["en"])
    outside.weather_is = "hung"
    visitor.leave_by(EXIT)
    visitor.press("Escape", "Escape")
    assert not visitor.sees_the_site()
    assert until(lambda: visitor.href() == "about:blank", within=4)


def test_a_reload_of_the_empty_page_leaves_once_more(at_firefox, outside, leaving):
    """In Firefox: Chromium's own reload waits for the way out when it is driven from outside."""
    read(at_firefox, outside, leaving, ORDINARY["en"])
    outside.weather_is = "hung"
    at_firefox.leave_by(EXIT)
    assert until(lambda: at_firefox.seen() == "", within=1)
    outside.weather_is = "fine"
    at_firefox.reload()
    assert until(lambda: at_firefox.href() == outside.weather)


@pytest.mark.parametrize("storage", ["sessionStorage", "BroadcastChannel", "document.cookie"])
def test_the_way_out_works_where_the_browser_keeps_nothing(at_chromium, outside, leaving, storage):
    owner, name = ("Document.prototype", "cookie") if "." in storage else ("window", storage)
    refuse = "{ get() { throw new Error('refused'); }, set() { throw new Error('refused'); } }"
    at_chromium.context.add_init_script(f"Object.defineProperty({owner}, '{name}', {refuse})")
    read(at_chromium, outside, leaving, DISCREET["en"])
    leave(at_chromium, outside)
