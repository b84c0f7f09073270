"""What every test may ask for: a small site, pages on it, and people who edit them."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from wagtail.models import Site

from education.bilingual.models import BilingualPage
from education.models import GuidancePage, HomePage

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def _empty_cache(settings, tmp_path):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def home(db):
    """A live home page, the root of the one site."""
    BilingualPage.objects.filter(depth=2).delete()
    root = BilingualPage.get_first_root_node()
    page = HomePage(title="Welcome", title_fr="Bienvenue", slug="home")
    root.add_child(instance=page)
    page.save_revision().publish()
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    return HomePage.objects.get()


@pytest.fixture
def make_page(home):
    """Make a page under a parent, the home page by default; live in both languages unless told otherwise."""

    def make(title, title_fr="", *, parent=None, live=True, kind=GuidancePage, **fields):
        page = kind(title=title, title_fr=title_fr, live=False, **fields)
        (parent or home).add_child(instance=page)
        revision = page.save_revision()
        if live:
            revision.publish()
        return kind.objects.get(pk=page.pk)

    return make


@pytest.fixture
def editor(db):
    """Somebody who may do everything in the admin."""
    return get_user_model().objects.create_superuser("editor@example.org", PASSWORD)


@pytest.fixture
def editing(client, editor):
    """A client signed in as the editor."""
    client.force_login(editor)
    return client
