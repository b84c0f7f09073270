"""Every kind of question, in both languages, scripts on and off: right, wrong, empty, never a dead end."""

import re

import html5lib
import pytest
from playwright.sync_api import expect

from lessons.quiz import Kind
from tests.browser.questions import POSTED, WITH_A_WRONG_ANSWER, asked, fill, send
from tests.browser.test_accessibility import violations

LANGUAGES = ["en", "fr"]
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
# Each kind in both languages and both ways; the accessibility test below has French with scripts too.
EITHER_WAY = pytest.mark.parametrize(
    ("language", "scripts"), [("en", True), ("fr", False)], ids=["en-scripts", "fr-no-scripts"]
)


def marked(page, question):
    return page.locator(question.form).locator("[data-question]")


@EITHER_WAY
@pytest.mark.parametrize("kind", WITH_A_WRONG_ANSWER)
def test_a_wrong_answer_is_explained_and_then_put_right(visit, kind, language, scripts):
    question = asked(kind)
    page = visit(question.paths[language], scripts=scripts, width=320, height=700)
    fill(page, question, question.fields(wrong=True))
    send(page, question)
    expect(marked(page, question)).to_have_attribute("data-state", "try-again")
    expect(marked(page, question).locator(".feedback").first).to_be_visible()
    fill(page, question, question.fields())
    send(page, question)
    expect(marked(page, question)).to_have_attribute("data-state", "right")
    feedback = marked(page, question).locator(".feedback:not(.question__outcome .feedback)")
    assert feedback.count() == len(question.choices)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@EITHER_WAY
@pytest.mark.parametrize("kind", [kind for kind in POSTED if kind != "order"])
def test_an_empty_answer_leads_to_what_is_missing_and_keeps_the_rest(visit, kind, language, scripts):
    question = asked(kind)
    page = visit(question.paths[language], scripts=scripts)
    kept = question.fields()[1:-1] if kind in ("sort", "match") else []
    fill(page, question, [("question", question.key), *kept])
    send(page, question)
    summary = page.locator(".error-summary")
    expect(summary).to_be_visible()
    for name, value in kept:
        field = page.locator(f'{question.form} [name="{name}"]')
        values = field.evaluate_all("all => all.filter(e => e.checked ?? true).map(e => e.value)")
        assert value in values
    summary.locator("a").first.click()
    target = summary.locator("a").first.get_attribute("href")
    expect(page.locator(f"[id='{target[1:]}']")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == target[1:]


@SCRIPTS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_leads_to_an_end_that_offers_help_and_back_again(visit, language, scripts):
    question = asked("branch")
    page = visit(question.paths[language], scripts=scripts)
    while page.locator(f"{question.form} .story__scene:not([data-state=over])").count():
        told = page.locator(f"{question.form} .story").inner_text()
        _leading_choice(page, question).check()
        send(page, question)
        assert page.locator(f"{question.form} .story").inner_text() != told
        expect(page.locator(f"{question.form} .story__last")).to_be_visible()
    expect(page.locator(f"{question.form} .service-card").first).to_be_visible()
    taken = page.locator(f"{question.form} input[name=path]").count()
    page.locator(f"{question.form} button[name=back]").click()
    expect(page.locator(f"{question.form} input[name=path]")).to_have_count(taken - 1)
    if taken > 1:
        page.locator(f"{question.form} button[name=again]").click()
        expect(page.locator(f"{question.form} input[name=path]")).to_have_count(0)


@SCRIPTS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_built_on_the_screen_and_never_sent(visit, language, scripts):
    question = asked("say")
    page = visit(question.paths[language], scripts=scripts)
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    fieldset = page.locator(f"#q-{question.key}")
    assert fieldset.evaluate("element => element.closest('form') === null")
    pieces = []
    for group in question.data["groups"]:
        choice = next(choice for choice in question.choices if choice["group"] == group["name"])
        page.locator(f"[id='{question.key}-{choice['id']}']").check()
        pieces.append(" ".join(choice["text"][language].split()))
    said = fieldset.locator(".sentence__spoken").inner_text()
    assert " ".join(said.split()) == " ".join(" ".join(pieces).split())
    assert [url for url in requests if "/static/" not in url] == []


@SCRIPTS
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sensitive_answer_is_explained_without_being_sent(visit, language, scripts):
    question = next(_sensitive())
    page = visit(question.paths[language], scripts=scripts)
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    fieldset = page.locator(f"#q-{question.key}")
    assert fieldset.evaluate("element => element.closest('form') === null")
    feedback = fieldset.locator(".choice-list__feedback")
    expect(feedback.first).to_be_hidden()
    fieldset.locator("input").first.check()
    expect(feedback.first).to_be_visible()
    expect(feedback.nth(1)).to_be_hidden()
    assert [url for url in requests if "/static/" not in url] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_no_state_of_a_question_has_an_accessibility_violation(visit, kind, language):
    question = asked(kind)
    page = visit(question.paths[language], scheme="dark" if language == "fr" else "light", width=320)
    assert violations(page) == []
    if kind == "say":
        page.locator(f"#q-{question.key} input").first.check()
        assert violations(page) == []
        return
    for fields in ([("question", question.key)], question.fields()):
        fill(page, question, fields)
        send(page, question)
        assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", POSTED)
def test_every_answer_is_a_valid_page(site, kind, language):
    question = asked(kind)
    answers = [[("question", question.key)], question.fields()]
    answers += [question.fields(wrong=True)] if kind in WITH_A_WRONG_ANSWER else []
    for fields in answers:
        _status, _headers, html = site.post(question.paths[language], fields)
        html5lib.HTMLParser(strict=True).parse(html)


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_answers_have_the_same_ids_in_both_languages(site, kind):
    question = asked(kind)
    pages = [site.get(question.paths[language])[2] for language in LANGUAGES]
    fields = [re.findall(r'(?:name|value|id)="([^"]*)"', page[page.index("<main") :]) for page in pages]
    ids = [[one for one in found if not one.startswith(("q-", "step"))] for found in fields]
    assert ids[0] == ids[1] != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_order_is_made_with_the_keyboard_alone(visit, language):
    question = asked("order")
    page = visit(question.paths[language])
    wanted = [choice["id"] for choice in question.choices]
    places = f"{question.form} input[name=order]"
    for place, key in enumerate(wanted):
        button = page.locator(f'{question.form} button[value="up-{key}"]')
        while page.locator(places).evaluate_all("all => all.map(e => e.value)").index(key) > place:
            if not button.evaluate("element => element === document.activeElement"):
                button.focus()
            page.keyboard.press("Enter")
    assert page.locator(places).evaluate_all("all => all.map(e => e.value)") == wanted
    assert page.evaluate("document.activeElement.closest('.order-list') !== null")
    expect(page.locator(f"{question.form} [role=status]").last).not_to_be_empty()


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_every_control_is_large_enough_for_a_finger(visit, kind):
    page = visit(asked(kind).paths["en"], width=320, height=640)
    heights = page.locator(
        ".question :is(label, select, .order-list__move:visible, .question__help-open), .question > .button"
    ).evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert heights
    assert min(heights) >= 44


def _sensitive():
    for kind in ("single", "multiple", "truefalse", "tap", "route"):
        try:
            yield asked(kind, sensitive=True)
        except LookupError:
            continue


def _leading_choice(page, question):
    """Return the first choice on the screen that leads to another scene."""
    leading = {choice["id"] for choice in question.choices if choice.get("leads_to")}
    shown = page.locator(f"{question.form} input[name=choice]").evaluate_all("all => all.map(e => e.value)")
    key = next(key for key in shown if key in leading)
    return page.locator(f'{question.form} input[name=choice][value="{key}"]')
