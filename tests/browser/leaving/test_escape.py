"""Escape twice within a second leaves; nothing else that Escape is good for does."""

import time

import pytest

from tests.browser.leaving.visitors import until

PATHS = {"en": "/en/search/", "fr": "/fr/recherche/"}


@pytest.fixture(params=["en", "fr"])
def path(request):
    return PATHS[request.param]


def stays(visitor, leaving, path):
    """Say whether the page is still there after what would have been enough to leave."""
    return not until(lambda: visitor.href() != leaving.url + path, within=0.8) and visitor.seen() != ""


def test_escape_twice_leaves(visitor, outside, leaving, path):
    visitor.go(leaving.url + path)
    visitor.press("Escape", "Escape")
    assert until(lambda: visitor.href() == outside.weather)


def test_escape_twice_leaves_out_of_a_field(visitor, outside, leaving, path):
    visitor.go(leaving.url + path)
    visitor.write("input[name=q]", "words")
    visitor.press("Escape", "Escape")
    assert until(lambda: visitor.href() == outside.weather)


def test_one_escape_stays(visitor, leaving, path):
    visitor.go(leaving.url + path)
    visitor.press("Escape")
    assert stays(visitor, leaving, path)


def test_two_escapes_far_apart_stay(visitor, leaving, path):
    visitor.go(leaving.url + path)
    visitor.press("Escape")
    time.sleep(1.1)  # the time between the presses is what is tested
    visitor.press("Escape")
    assert stays(visitor, leaving, path)


@pytest.mark.parametrize(
    "how",
    ["repeat: true", "isComposing: true", "shiftKey: true", "ctrlKey: true", "altKey: true", "metaKey: true"],
)
def test_a_held_a_composing_or_a_modified_escape_stays(at_chromium, leaving, path, how):
    at_chromium.go(leaving.url + path)
    press = f"dispatchEvent(new KeyboardEvent('keydown', {{key: 'Escape', {how}}}));"
    at_chromium.evaluate(press * 3)
    assert stays(at_chromium, leaving, path)


def test_escape_out_of_a_dialog_stays(at_chromium, leaving, path):
    at_chromium.go(leaving.url + path)
    at_chromium.evaluate("document.body.append(document.createElement('dialog'))")
    at_chromium.evaluate("document.querySelector('dialog').showModal()")
    at_chromium.press("Escape")
    assert at_chromium.evaluate("document.querySelector('dialog').open") is False
    assert stays(at_chromium, leaving, path)
