"""The finder narrows the page by style alone: no request, nothing kept, no script, and danger first."""

from itertools import product

import pytest

from education.help.finder import VALUES, Situation, find

HELP = {"en": "/en/help/", "fr": "/fr/aide/"}
# For each combination of answers, the services on the screen.
EVERY_COMBINATION = """(combinations) => {
  const form = document.querySelector(".help-finder form");
  form.querySelectorAll("details").forEach((one) => (one.open = true));
  const cards = [...document.querySelectorAll(".help-finder .service-card")];
  return combinations.map((chosen) => {
    form.reset();
    for (const value of chosen) form.querySelector(`[value="${value}"]`).checked = true;
    return cards.filter((card) => card.checkVisibility()).map((card) => card.dataset.service);
  });
}"""

each_language = pytest.mark.parametrize("language", HELP)
with_and_without = pytest.mark.parametrize("scripts", [True, False])


def choose(page, **answers):
    """Choose answers as a hand does."""
    for name, value in answers.items():
        if name == "where":
            page.locator("details.help-finder__question > summary").click()
        page.locator(f'label[for="{name}-{value}"]').click()


def shown(page):
    """The services on the screen, in their order."""
    cards = page.locator(".help-finder .service-card")
    return [one.get_attribute("data-service") for one in cards.all() if one.is_visible()]


def said(page):
    """What is said at once about what was chosen."""
    return [one.inner_text() for one in page.locator("[data-advice]").all() if one.is_visible()]


def test_the_page_shows_exactly_the_services_that_fit_whatever_is_chosen(visit):
    situations = [
        Situation(what=what, who=who, when=when, where=where)
        for what, who, when, where in product(*(("", *values) for values in VALUES.values()))
    ]
    combinations = [list(filter(None, (one.what, one.who, one.when, one.where))) for one in situations]
    page = visit(HELP["en"])
    on_screen = page.evaluate(EVERY_COMBINATION, combinations)
    for situation, ids in zip(situations, on_screen, strict=True):
        assert sorted(ids) == sorted(one.id for one in find(situation)), situation
        assert "emergency" in ids[:1], situation


@each_language
@with_and_without
def test_choosing_makes_no_request_and_leaves_nothing_behind(visit, site, language, scripts):
    page = visit(HELP[language], scripts=scripts)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for name, values in VALUES.items():
        for value in values:
            if name == "where" and value == values[0]:
                page.locator("details.help-finder__question > summary").click()
            page.locator(f'label[for="{name}-{value}"]').click()
    page.locator("#what-threat").focus()
    page.keyboard.press("Enter")
    page.locator("button[type=reset]").click()
    assert asked == []
    assert page.url == site.url + HELP[language]
    assert page.context.cookies() == []
    assert page.context.storage_state()["origins"] == []


@each_language
def test_nothing_is_remembered_after_a_reload(visit, language):
    page = visit(HELP[language])
    choose(page, what="threat")
    page.reload()
    assert page.locator("input:checked").count() == 0
    assert said(page) == []


@each_language
@with_and_without
def test_starting_again_shows_everything(visit, language, scripts):
    page = visit(HELP[language], scripts=scripts)
    before = shown(page)
    choose(page, what="thoughts", who="teen")
    assert shown(page) != before
    page.locator("button[type=reset]").click()
    assert shown(page) == before


@pytest.mark.parametrize(
    ("answers", "words", "first", "also"),
    [
        ("known child", "outside your home", [], "kids-help-phone child-protection"),
        ("suicide teen", "Contact 9-8-8 now", [], "kids-help-phone"),
        ("unsure child NU", "Nunavut", ["emergency-nunavut"], "child-protection-nu kamatsiaqtut"),
        ("threat teen", "It is not too late", [], "kids-help-phone needhelpnow cybertip"),
        ("unsure adult", "I need to talk", [], "kids-help-phone 211"),
    ],
    ids=["carer", "suicide", "nunavut", "already-paid", "newcomer"],
)
@with_and_without
def test_whom_it_must_never_fail_sees_first_what_helps(visit, scripts, answers, words, first, also):
    page = visit(HELP["en"], scripts=scripts, width=320)
    choose(page, **dict(zip(("what", "who", "where"), answers.split(), strict=False)))
    assert any(words in text for text in said(page))
    ids = shown(page)
    assert ids[: 2 + len(first)] == ["emergency", *first, "988"]
    assert set(also.split()) <= set(ids[2:])
    text = page.locator(".help-finder__people").inner_text()
    assert "be a citizen to get help" in text
    assert "Who will you have to tell?" in text


# What they read on
READ_ON = [
    ("known", "/en/support/someone-at-home/", "outside your home"),
    ("suicide", "/en/support/tonight/", "9-8-8"),
    ("threat", "/en/support/somebody-is-threatening-me/", "Already paid or sent more? It is not too late."),
    ("unsure", "/en/support/is-it-happening-to-me/", "You do not have to be sure"),
]


@pytest.mark.parametrize(("what", "address", "words"), READ_ON)
def test_where_they_read_on_danger_comes_first_and_no_fault(visit, site, what, address, words):
    page = visit(HELP["en"])
    choose(page, what=what)
    page.locator(f'[data-advice="{what}"] a').click()
    page.wait_for_url(site.url + address)
    cards = page.locator("main .service-card").all()
    assert {one.get_attribute("data-service") for one in cards[:2]} == {"988", "emergency"}
    text = page.locator("main").inner_text()
    assert words in text
    assert text.index("not your fault") < 700


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-25T17:00:00Z", "By your clock, they answer now."),
        ("2026-11-25T08:00:00Z", "By your clock, they do not answer now."),
    ],
)
def test_opening_hours_are_told_by_the_clock_of_the_device_in_the_zone_of_the_service(visit, moment, words):
    page = visit("/en/", timezone_id="Pacific/Auckland")
    page.clock.set_fixed_time(moment)
    page.goto(HELP["en"])
    choose(page, where="QC")
    assert words in page.locator('[data-service="tel-jeunes"]').inner_text()


def test_without_a_script_the_hours_stand_as_they_are(visit):
    page = visit(HELP["en"], scripts=False)
    choose(page, where="QC")
    text = page.locator('[data-service="tel-jeunes"]').inner_text()
    assert "from 8 a.m. to midnight" in text
    assert "clock" not in text


@each_language
def test_on_paper_there_is_a_card_for_the_wallet_with_what_was_chosen(visit, language):
    page = visit(HELP[language])
    choose(page, where="QC", who="teen")
    page.emulate_media(media="print")
    card = page.locator(".wallet-card")
    box = card.bounding_box()
    millimetre = 96 / 25.4
    assert box["width"] == pytest.approx(85.6 * millimetre, abs=1)
    assert box["height"] >= 54 * millimetre - 1
    text = card.inner_text()
    assert "911" in text
    assert "1-800-263-2266" in text
    assert "1-800-361-5085" not in text  # the line for parents
    assert not page.locator(".help-finder__questions").is_visible()


@each_language
def test_every_page_has_report_one_visible_step_away_even_on_a_small_screen(visit, language):
    page = visit(f"/{language}/", width=320)
    link = page.locator(".site-header__report")
    assert link.is_visible()
    box = link.bounding_box()
    assert box["height"] >= 44
    assert box["x"] + box["width"] <= 320
