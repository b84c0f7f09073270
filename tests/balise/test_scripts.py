"""The exit's script stands in every page, first, small, and allowed by the hash of its very bytes."""

import base64
import gzip
import hashlib
import re

import pytest
from balise import errors, scripts

from education.models import AudiencePage, StrategyPage, SupportPage
from lessons.models import ModulePage
from tests.lessons.lesson_blocks import module_texts

INLINE = re.compile(r"<script data-to=\"([^\"]+)\">(.*?)</script>", re.DOTALL)
FIXED = ["/", "/en/help/", "/fr/aide/", "/en/report/", "/fr/signaler/", "/en/search/", "/fr/recherche/"]
PAGES = ["/en/", "/fr/", "/en/a/", "/fr/b/", "/en/a/m/", "/fr/s/", "/en/st/", "/fr/rien-ici/"]
ACCOUNT = ["/en/account/login/", "/fr/account/password/reset/"]


@pytest.fixture
def every_kind(make_page):
    """A live page of each kind beside the home page; lessons have tests of their own."""
    audience = make_page("A", "B", kind=AudiencePage, tier="B")
    make_page("M", "M", kind=ModulePage, parent=audience, **module_texts())
    make_page("S", "S", kind=SupportPage)
    make_page("St", "St", kind=StrategyPage)


def hash_of(script):
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize("path", [*FIXED, *PAGES, *ACCOUNT])
def test_every_page_carries_it_once_first_and_allowed(client, every_kind, settings, path):
    response = client.get(path)
    html = response.content.decode()
    [(target, script)] = INLINE.findall(html)
    assert hash_of(script) in response["Content-Security-Policy"]
    assert target == settings.EXIT_URLS["fr" if path.startswith("/fr/") else "en"]
    assert html.count("data-safety-exit") == 1
    assert html.index("<script") < html.index("<link")


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/en/account/login/", {"login": "nobody@example.org", "password": "wrong"}),
        ("/fr/recherche/", {"q": "photo"}),
        ("/fr/recherche/", {"q": "x" * 70_000}),
    ],
)
def test_the_answer_to_a_form_carries_it_too(client, every_kind, path, fields):
    response = client.post(path, fields)
    html = response.content.decode()
    [(_target, script)] = INLINE.findall(html)
    assert hash_of(script) in response["Content-Security-Policy"]
    assert html.count("data-safety-exit") == 1


@pytest.mark.parametrize("name", ["server_error", "bad_request", "permission_denied", "csrf_failure"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_error_page_carries_it(rf, name, language):
    html = getattr(errors, name)(rf.get(f"/{language}/somewhere/")).content.decode()
    [(_target, script)] = INLINE.findall(html)
    assert hash_of(script) == scripts.EXIT_HASH
    assert html.count("data-safety-exit") == 1


def test_a_preview_has_the_link_without_the_script(editing, make_page):
    page = make_page("Talking", "Se parler", kind=SupportPage)
    path = f"/admin/pages/{page.pk}/edit/preview/?mode=en&in_preview_panel=true"
    fields = {"title": "Talking", "title_fr": "Se parler", "slug": "talking", "slug_fr": "se-parler"}
    fields |= {f"body_{code}-count": "0" for code in ("en", "fr")}
    fields |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    assert editing.post(path, fields).json()["is_valid"]
    html = editing.get(path).content.decode()
    assert html.count("data-safety-exit") == 1
    assert "data-to" not in html
    assert "discreet-forms" not in html


def test_it_is_small_and_cannot_end_early():
    assert len(gzip.compress(scripts.EXIT.encode(), 9)) <= 1500
    assert "</script" not in scripts.EXIT.lower()


def test_it_holds_no_word_and_no_address():
    assert "http" not in scripts.EXIT.replace("https:", "", 1)
    assert not re.search(r"[^\x00-\x7f]", scripts.EXIT)


def test_each_component_with_a_script_of_its_own_has_it_built(tmp_path):
    scripts.build(tmp_path)
    assert "DiscreetForms" in (tmp_path / "discreet-forms.js").read_text()
    assert not (tmp_path / "safety-exit.js").exists()
