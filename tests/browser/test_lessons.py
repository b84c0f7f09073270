"""A learner finishes both lessons: by keyboard alone, and with scripts off."""

import re

import pytest
from playwright.sync_api import expect

LESSONS = [
    "/en/ages-8-11/safe-with-others/real-or-made-by-ai/",
    "/en/parents/talking-together/talk-early-talk-often/",
]
ERROR = {"en": "Error:", "fr": "Erreur\u00a0:"}


def speak(page, language):
    """Switch to a language by way of the toggle."""
    if language == "fr":
        page.goto(page.locator("#wb-lng a[hreflang]").get_attribute("href"))


@pytest.fixture(params=["en", "fr"])
def language(request):
    return request.param


@pytest.mark.parametrize(
    ("lesson", "language", "scripts"),
    [(LESSONS[0], "en", True), (LESSONS[1], "fr", False)],
    ids=["en-scripts", "fr-no-scripts"],
)
def test_a_lesson_is_finished_by_keyboard_alone(visit, lesson, language, scripts):
    page = visit(lesson, scripts=scripts)
    speak(page, language)
    _press_on(page, 'main a[href$="/step/1/"]')
    steps, questions = 0, 0
    while True:
        steps += 1
        questions += _answer_everything(page)
        _press_on(page, 'a[rel="next"]')
        if "/step/" not in page.url:
            break
    assert steps >= 4
    assert questions >= 3


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_empty_answer_is_explained_where_it_is_missing(visit, lesson, language):
    page = visit(lesson)
    speak(page, language)
    _to_first_question(page)
    heading, title = page.locator("h1").inner_text(), page.title()
    _send_first_answer(page)
    summary = page.locator(".error-summary")
    expect(summary).to_be_in_viewport()
    expect(summary).to_be_focused()
    assert page.title() == f"{ERROR[language]} {title}"
    assert page.locator("h1").inner_text() == heading
    assert page.evaluate("document.querySelector('h1 + .error-summary') !== null")
    summary.locator("a").first.click()
    question = page.locator("[data-question]").first
    expect(question).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == question.get_attribute("id")


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_answer_leads_back_to_its_question(visit, lesson, language):
    page = visit(lesson)
    speak(page, language)
    _to_first_question(page)
    title = page.title()
    page.locator("input[name=choice]").first.check()
    _send_first_answer(page)
    question = page.locator("[data-question][data-state]")
    expect(question).to_be_focused()
    expect(question.locator(".question__outcome")).to_be_in_viewport()
    assert page.title() == title


def _send_first_answer(page):
    page.locator("form:has([data-question]) button").first.click()
    page.wait_for_selector("#answer")


def _to_first_question(page):
    page.goto(page.locator('main a[href$="/step/1/"]').first.get_attribute("href"))
    while not page.locator("[data-question]").count():
        page.goto(page.locator('a[rel="next"]').get_attribute("href"))


def _press_on(page, selector):
    """Reach an element with Tab, as a keyboard user does, and press Enter on it."""
    _tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _tab_to(page, selector):
    wanted = page.locator(selector).first
    for _press in range(200):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never reached {selector}")


def _answer_everything(page):
    """Choose in every question of the step with the keyboard, and read the feedback."""
    keys = page.locator("form:has([data-question]) input[name=question]").evaluate_all(
        "all => all.map(e => e.value)"
    )
    for key in keys:
        form = f'form:has(input[name="question"][value="{key}"])'
        _tab_to(page, f"{form} input[name=choice]")
        page.keyboard.press("Space")
        _tab_to(page, f"{form} button")
        page.keyboard.press("Enter")
        expect(page.locator(f"{form} .feedback").first).to_be_visible()
    return len(keys)


def test_a_touch_target_is_large_enough(visit):
    page = visit(LESSONS[0], width=320, height=640)
    _to_first_question(page)
    heights = page.locator(".choice-list__item label, form button").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 44


def test_the_exit_is_a_bar_at_the_bottom_of_a_phone(visit):
    page = visit("/en/support/tonight/", width=320, height=640)
    box = page.locator("[data-safety-exit]").bounding_box()
    assert box["height"] >= 44
    assert box["y"] + box["height"] >= 630


@pytest.mark.parametrize("path", ["/en/support/tonight/", "/fr/soutien/ce-soir/", "/fr/nope/"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_exit_is_the_second_stop_and_leads_out_without_a_referrer(visit, path, scripts):
    page = visit(path, scripts=scripts)
    left = []
    page.context.route(
        "https://**", lambda route: (left.append(route.request), route.fulfill(body="weather"))
    )
    assert left == []
    for _stop in ("skip link", "exit"):
        page.keyboard.press("Tab")
    exit_link = page.locator("[data-safety-exit]")
    assert exit_link.evaluate("element => element === document.activeElement")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert re.match(r"https://(weather|meteo)\.gc\.ca/", page.url)
    assert "referer" not in left[0].headers


def test_feedback_and_errors_have_no_accessibility_violation(visit, language):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(LESSONS[0])
    speak(page, language)
    _to_first_question(page)
    page.locator("form:has([data-question]) button").first.click()
    page.wait_for_selector(".error-summary")
    assert Axe().run(page).response["violations"] == []
    page.locator("input[name=choice]").first.check()
    page.locator("form:has([data-question]) button").first.click()
    page.wait_for_selector("[data-question][data-state]")
    assert Axe().run(page).response["violations"] == []
