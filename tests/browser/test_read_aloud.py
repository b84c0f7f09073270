"""A page is read aloud by a voice of this device or not at all: no text is sent to a remote one."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.questions import asked

STEPS = {
    "en": "/en/ages-5-7/safe-and-sure/my-body-belongs-to-me/step/2/",
    "fr": "/fr/5-a-7-ans/en-securite-en-confiance/mon-corps-m-appartient/step/2/",
}
# A browser in a test has no voices: these note what they are given to say.
VOICES = """(voices) => {
  globalThis.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const speech = Object.assign(new EventTarget(), {
    said: [], speaking: false, getVoices: () => voices,
    speak(utterance) { this.said.push([utterance.text, utterance.voice.name]); this.speaking = true; },
    cancel() { this.speaking = false; globalThis.silenced?.(performance.now() - globalThis.pressed); },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
}"""


def voice(name, lang, *, local):
    return {"name": name, "lang": lang, "localService": local}


@pytest.fixture
def listen(visit):
    """Open a page in a browser with these voices."""

    def open_page(path, *voices, **options):
        page = visit("/live", **options)
        page.add_init_script(f"({VOICES})({json.dumps(voices)})")
        page.goto(path)
        return page

    return open_page


def said(page):
    return page.evaluate("speechSynthesis.said")


@pytest.mark.parametrize(("language", "code"), [("en", "en-CA"), ("fr", "fr-CA")])
def test_a_local_voice_of_the_language_reads_the_step(listen, language, code):
    others = [voice("far", code, local=False), voice("other", "de-DE", local=True)]
    page = listen(STEPS[language], *others, voice("near", code, local=True))
    button = page.locator(".read-aloud")
    button.click()
    texts = [text for text, _name in said(page)]
    assert {name for _text, name in said(page)} == {"near"}
    assert page.locator("h1").inner_text() in texts[0]
    assert page.locator(".question__legend").first.inner_text() in texts
    assert len(texts) > 5
    button.click()
    assert not page.evaluate("speechSynthesis.speaking")


@pytest.mark.parametrize(
    "voices",
    [[], [voice("far", "en-CA", local=False)], [voice("other", "fr-CA", local=True)]],
    ids=["none", "remote", "another-language"],
)
def test_without_one_the_button_stays_hidden(listen, voices):
    expect(listen(STEPS["en"], *voices).locator(".read-aloud")).to_be_hidden()


def test_the_button_is_hidden_without_scripts(visit):
    expect(visit(STEPS["en"], scripts=False).locator(".read-aloud")).to_be_hidden()


def test_older_learners_get_no_such_button(visit):
    assert visit(asked("sort").paths["en"]).locator(".step > .read-aloud").count() == 0


def test_it_still_works_after_an_answer(listen):
    page = listen(STEPS["en"], voice("near", "en-CA", local=True))
    page.locator(".question > .button").click()
    page.wait_for_selector("#answer")
    expect(page.locator(".read-aloud")).to_be_visible()
    page.locator(".read-aloud").click()
    assert said(page)


def test_a_sentence_is_read_as_it_was_built(listen):
    question = asked("say")
    page = listen(question.paths["en"], voice("near", "en-CA", local=True))
    for group in question.data["groups"]:
        choice = next(choice for choice in question.choices if choice["group"] == group["name"])
        page.locator(f"[id='{question.key}-{choice['id']}']").check()
    page.locator(f"#q-{question.key} .read-aloud").click()
    [[text, _name]] = said(page)
    assert text == page.locator(".sentence__spoken").first.inner_text().strip()


def test_leaving_quickly_silences_it_before_the_other_site_answers(listen):
    page = listen(STEPS["en"], voice("near", "en-CA", local=True))
    page.context.route("https://**", lambda route: None)
    page.locator(".read-aloud").click()
    after = []
    page.expose_function("silenced", lambda milliseconds: after.append(milliseconds))
    page.evaluate(
        "globalThis.pressed = performance.now(); document.querySelector('[data-safety-exit]').click()"
    )
    page.wait_for_url("about:blank")
    assert after[0] < 1000
