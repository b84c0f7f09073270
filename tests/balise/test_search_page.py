"""The search finds pages in the reader's language and leaves no trace."""

import pytest

from education.bilingual.models import SearchEntry


def search(client, language, query):
    address = {"en": "/en/search/", "fr": "/fr/recherche/"}[language]
    return client.post(address, {"q": query})


@pytest.fixture
def pages(make_page):
    make_page(
        "Threats for money",
        "La sextorsion",
        body_en=[("text", "<p>What to do about threats.</p>")],
        body_fr=[
            ("text", "<p>Que faire : garder les preuves, bloquer, en parler à un élève ou à sa sœur.</p>")
        ],
    )


def test_a_word_is_found_under_its_own_language_only(pages, client):
    assert "La sextorsion" in search(client, "fr", "sextorsion").content.decode()
    assert "Threats for money" not in search(client, "en", "sextorsion").content.decode()


@pytest.mark.parametrize("query", ["eleve", "élève", "ÉLÈVES", "soeur", "sœur", "sextorsions"])
def test_accents_case_ligatures_and_plurals_do_not_matter(pages, client, query):
    assert "La sextorsion" in search(client, "fr", query).content.decode()


def test_the_results_lead_to_the_address_in_that_language(pages, client):
    assert 'href="/fr/la-sextorsion/"' in search(client, "fr", "sextorsion").content.decode()


def test_a_page_that_is_taken_down_is_no_longer_found(pages, client):
    SearchEntry.objects.get(title="La sextorsion").page.specific.unpublish()
    assert "La sextorsion" not in search(client, "fr", "sextorsion").content.decode()


def test_a_draft_is_not_found(make_page, client):
    make_page("Hidden", "Caché", live=False)
    assert "Caché" not in search(client, "fr", "caché").content.decode()


def test_a_page_with_the_word_in_its_title_comes_first(make_page, client):
    make_page("About help", "Aide", body_en=[("text", "<p>beacon</p>")], body_fr=[("text", "<p>balise</p>")])
    make_page("The beacon", "La balise")
    page = search(client, "en", "beacon").content.decode()
    assert page.index("/en/the-beacon/") < page.index("/en/about-help/")


def test_a_search_is_neither_cached_nor_followed_by_a_cookie(pages, client):
    response = search(client, "fr", "sextorsion")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_the_words_stand_in_no_address(pages, client):
    assert 'method="post"' in client.get("/fr/recherche/").content.decode()


@pytest.mark.parametrize("query", ["", " ", "%", "_", "' OR 1=1 --", "<script>", "\x00", "a" * 5000])
def test_odd_queries_are_answered(pages, client, query):
    response = search(client, "en", query)
    assert response.status_code == 200
    assert "<script>" not in response.content.decode()
