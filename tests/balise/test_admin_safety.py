"""The editor holds its strict policy, asks no other site for anything, and opens no other door."""

import json
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.urls import get_resolver
from wagtail.models import PageViewRestriction, Workflow

from education.models import Picture

PAGES = [
    "/admin/",
    "/admin/pages/",
    "/admin/pages/{page}/",
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/history/",
    "/admin/pages/{page}/move/",
    "/admin/pages/{page}/copy/",
    "/admin/pages/add/education/guidancepage/{page}/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/images/multiple/add/",
    "/admin/account/",
    "/admin/users/",
    "/admin/users/new/",
    "/admin/groups/",
    "/admin/groups/new/",
    "/admin/workflows/list/",
    "/admin/workflows/edit/{workflow}/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/sites/new/",
    "/admin/collections/add/",
    "/admin/choose-page/",
    "/admin/images/chooser/",
]


class Found(HTMLParser):
    """What a policy of `script-src 'self'` would refuse, and what would be asked of another site."""

    def __init__(self, html):
        super().__init__()
        self.refused, self.hosts, self.links, self.starters = [], set(), set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.refused += [f"{tag} {name}" for name in values if name.startswith("on")]
        if tag == "script" and "src" not in values and values.get("type") != "application/json":
            self.refused.append("inline script")
        if tag != "a":
            loaded = [values.get("src"), values.get("href") if tag == "link" else None]
            self.hosts |= {urlsplit(url).netloc for url in loaded if url} - {""}
        elif urlsplit(values.get("href") or "").netloc:
            self.links.add(values["href"])
        if "data-starts" in values:
            self.starters.append((values["data-starts"], values.get("data-options")))


@pytest.fixture
def look(editing, make_page):
    """Open a page of the editor."""
    number = make_page("Talking", "Se parler").pk

    def open_page(path):
        response = editing.get(path.format(page=number, workflow=Workflow.objects.get().pk))
        assert response.status_code == 200, path
        text = response.content.decode()
        return Found(response.json().get("html", "") if text.startswith("{") else text)

    return open_page


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_refuses_nothing_on_a_page_of_the_editor(look, path):
    assert look(path).refused == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_editor_asks_no_other_site(look, path):
    found = look(path)
    assert found.hosts == set()
    assert not {link for link in found.links if "wagtail" in link}


@pytest.mark.parametrize(
    ("path", "widget"),
    [
        ("/admin/pages/{page}/edit/", "initDateTimeChooser"),
        ("/admin/pages/{page}/copy/", "PageChooser"),
        ("/admin/workflows/edit/{workflow}/", "InlinePanel"),
        ("/admin/workflows/edit/{workflow}/", "createTaskChooser"),
        ("/admin/sites/new/", "PageChooser"),
    ],
)
def test_a_widget_leaves_the_data_that_our_script_starts_it_from(look, path, widget):
    started = [options for name, options in look(path).starters if name == widget]
    assert started
    assert all(isinstance(json.loads(options), dict) for options in started)


def test_the_script_knows_every_widget_that_is_started(look, settings):
    script = (settings.ROOT / "static" / "admin" / "start-widgets.js").read_text(encoding="utf-8")
    widgets = {name for path in PAGES for name, _options in look(path).starters}
    assert widgets
    assert all(f"  {widget}: (" in script for widget in widgets)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_cannot_be_made_private(editing, make_page, method):
    page = make_page("Talking", "Se parler")
    response = getattr(editing, method)(f"/admin/pages/{page.pk}/privacy/", {"restriction_type": "login"})
    assert response.status_code == 403
    assert not PageViewRestriction.objects.exists()


def test_nothing_offers_to_make_a_page_private(editing, make_page):
    page = make_page("Talking", "Se parler")
    text = editing.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f"/admin/pages/{page.pk}/privacy/" not in text
    assert "Change privacy" not in text


def test_a_collection_cannot_be_made_private(editing):
    assert editing.post("/admin/collections/1/privacy/", {"restriction_type": "login"}).status_code == 403


@pytest.mark.parametrize("path", ["/api/v2/pages/", "/api/v3/pages/", "/api/", "/documents/1/x.pdf"])
def test_no_interface_for_machines_is_open(client, home, path):
    assert client.get(path).status_code == 404


def test_no_interface_for_machines_is_mounted():
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    spaces = set(get_resolver().namespace_dict)
    assert not {name for name in names | spaces if "api_v" in name or name.startswith("wagtailapi")}


@pytest.mark.parametrize("path", ["/admin/api/main/pages/", "/admin/images/", "/admin/pages/"])
def test_nothing_of_the_editor_is_shown_without_signing_in(client, home, path):
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_documents_are_offered_nowhere(editing, home):
    text = editing.get("/admin/").content.decode()
    assert "/admin/documents/" not in text.replace('"/admin/documents/chooser/', "")


def test_an_editor_is_shown_no_portrait_from_elsewhere(editing, settings):
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert "gravatar" not in editing.get("/admin/").content.decode()


def test_the_alternative_text_of_a_picture_is_in_the_editors_language(db):
    from django.utils import translation

    picture = Picture(alt_en="A boat", alt_fr="Un bateau")
    with translation.override("fr"):
        assert picture.default_alt_text == "Un bateau"
    with translation.override("en"):
        assert picture.default_alt_text == "A boat"
