"""No accessibility violation on any page type or gallery example, in either language or colour scheme."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

EVERY = [
    "/",
    "/gallery/",
    "/gallery/fr/",
    "/en/",
    "/en/ages-5-7/",
    "/en/ages-8-11/",
    "/en/ages-12-13/",
    "/en/ages-14-17/",
    "/en/educators/",
    "/en/parents/",
    "/en/ages-8-11/safe-with-others/",
    "/en/ages-8-11/safe-with-others/real-or-made-by-ai/",
    "/en/ages-8-11/safe-with-others/real-or-made-by-ai/step/1/",
    "/en/parents/talking-together/talk-early-talk-often/step/5/",
    "/en/ages-5-7/safe-and-sure/",
    "/en/ages-5-7/safe-and-sure/grown-ups-i-can-tell/plan/",
    "/en/ages-5-7/safe-and-sure/grown-ups-i-can-tell/handout/",
    "/en/ages-5-7/safe-and-sure/review/week/1/",
    "/en/privacy/",
    "/en/strategy/",
    "/en/support/",
    "/en/support/tonight/",
    "/en/support/someone-at-home/",
    "/en/educators/duty-to-report/",
    "/en/help/",
    "/en/report/",
    "/en/search/",
    "/en/nope/",
    "/en/account/login/",
    "/fr/",
    "/fr/5-a-7-ans/",
    "/fr/8-a-11-ans/",
    "/fr/parents/",
    "/fr/parents/en-parler-ensemble/en-parler-tot-en-parler-souvent/step/1/",
    "/fr/professionnels-de-la-sante/",
    "/fr/8-a-11-ans/en-securite-avec-les-autres/",
    "/fr/8-a-11-ans/en-securite-avec-les-autres/vrai-ou-fait-par-l-ia/",
    "/fr/8-a-11-ans/en-securite-avec-les-autres/vrai-ou-fait-par-l-ia/step/1/",
    "/fr/14-a-17-ans/les-images-et-tes-droits/les-images-et-la-loi/plan/",
    "/fr/14-a-17-ans/les-images-et-tes-droits/les-images-et-la-loi/corrige/",
    "/fr/confidentialite/",
    "/fr/strategie/",
    "/fr/soutien/",
    "/fr/soutien/ce-soir/",
    "/fr/soutien/un-eleve-s-est-confie-a-moi/",
    "/fr/aide/",
    "/fr/signaler/",
    "/fr/recherche/",
    "/fr/nope/",
    "/fr/account/login/",
]
RULES = {"resultTypes": ["violations"]}


def violations(page):
    """Return what axe finds, with no rule off: one line per violation and element."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


def violations_by_scheme(page):
    """Return what axe finds by day and by night, on the same page."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        # Colours fade over from one to the other.
        page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
        found[scheme] = violations(page)
    return found


@pytest.mark.parametrize("path", EVERY)
def test_there_is_no_violation_by_day_or_by_night(visit, path):
    assert violations_by_scheme(visit(path)) == {"light": [], "dark": []}


@pytest.mark.parametrize("path", [path for path in EVERY if "/step/" in path or "parents/" in path])
def test_there_is_no_violation_on_a_phone(visit, path):
    assert violations_by_scheme(visit(path, width=320)) == {"light": [], "dark": []}


def test_nothing_scrolls_sideways_at_320_pixels(visit):
    page = visit(EVERY[0], width=320, height=640)
    wide = []
    for path in EVERY:
        page.goto(path)
        wide += [path] if page.evaluate("document.documentElement.scrollWidth") > 320 else []
    assert wide == []


@pytest.mark.parametrize("path", ["/en/", "/fr/", "/en/support/tonight/", "/fr/soutien/ce-soir/"])
def test_nothing_scrolls_sideways_with_text_twice_as_large(visit, path):
    page = visit(path, width=640, height=900)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("path", ["/en/help/", "/fr/aide/"])
def test_what_the_finder_shows_once_chosen_has_no_violation_either(visit, path):
    page = visit(path, width=320)
    page.locator("details.help-finder__question > summary").click()
    for choice in ("what-threat", "who-teen", "when-today", "where-NU"):
        page.locator(f'label[for="{choice}"]').click()
    page.locator(".service-card__open:visible").first.click()
    assert violations_by_scheme(page) == {"light": [], "dark": []}
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["/en/", "/fr/personnel-scolaire/"])
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_ask_for_less_motion(visit, path, motion):
    page = visit(path, reduced_motion=motion)
    card = page.locator(".card").first
    card.hover()
    card.evaluate("element => Promise.all(element.getAnimations().map(one => one.finished))")
    moved = page.locator(".card, .button").evaluate_all(
        "all => all.some(element => getComputedStyle(element).translate !== 'none')"
    )
    assert moved == (motion == "no-preference")


def test_the_splash_can_be_skipped_in_both_languages(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    halves = page.locator(".skip-link:focus [lang]")
    assert [half.get_attribute("lang") for half in halves.all()] == ["en-CA", "fr-CA"]
    assert halves.all_inner_texts() == ["Skip to the content", "Aller au contenu"]


@pytest.mark.parametrize(("language", "error"), [("en", "Error:"), ("fr", "Erreur\u00a0:")])
def test_an_unfinished_sign_in_says_which_fields_are_missing(visit, language, error):
    page = visit(f"/{language}/account/login/", width=320, height=640)
    with page.expect_navigation():
        page.locator("main form button").first.click()
    assert page.title().startswith(error)
    expect(page.locator(".error-summary")).to_be_in_viewport()
    links, fields = page.locator(".error-summary a"), page.locator("main [aria-invalid=true]")
    assert links.count() == fields.count() == 2
    for link, field in zip(links.all(), fields.all(), strict=True):
        label = page.locator(f'label[for="{field.get_attribute("id")}"]').inner_text()
        assert link.inner_text().startswith(label)
        link.click()
        expect(field).to_be_focused()
    assert violations(page) == []
