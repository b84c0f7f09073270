"""The board can say of every text whether its French is filled, empty or stale."""

from education.bilingual import parity
from education.bilingual.parity import State


def states(page):
    return {text.path: parity.state(page, text) for text in parity.texts(page)}


def test_a_new_pair_is_filled(make_page):
    assert states(make_page("Title", "Titre"))["title_fr"] is State.FILLED


def test_a_missing_translation_is_empty(make_page):
    assert states(make_page("Title", live=False))["title_fr"] is State.EMPTY


def test_french_becomes_stale_when_only_the_english_changes(make_page):
    page = make_page("Title", "Titre")
    page.title = "Another title"
    page.save_revision()
    assert states(page.get_latest_revision_as_object())["title_fr"] is State.STALE


def test_stale_french_is_filled_again_once_it_is_changed(make_page):
    page = make_page("Title", "Titre")
    page.title = "Another title"
    page.save_revision().publish()
    page.refresh_from_db()
    page.title_fr = "Un autre titre"
    page.save_revision()
    assert states(page.get_latest_revision_as_object())["title_fr"] is State.FILLED


def test_a_stale_mark_survives_publishing(make_page):
    page = make_page("Title", "Titre")
    page.title = "Another title"
    page.save_revision().publish()
    page.refresh_from_db()
    assert states(page)["title_fr"] is State.STALE


def test_block_ids_do_not_make_a_body_stale(make_page):
    page = make_page("Title", "Titre", body_en=[("text", "<p>One</p>")], body_fr=[("text", "<p>Un</p>")])
    page.body_en = [("text", "<p>One</p>")]
    page.save_revision()
    assert states(page.get_latest_revision_as_object())["body_fr"] is State.FILLED


def test_a_body_becomes_stale_when_its_english_words_change(make_page):
    page = make_page("Title", "Titre", body_en=[("text", "<p>One</p>")], body_fr=[("text", "<p>Un</p>")])
    page.body_en = [("text", "<p>Two</p>")]
    page.save_revision()
    assert states(page.get_latest_revision_as_object())["body_fr"] is State.STALE
