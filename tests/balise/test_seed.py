"""The seed makes a whole site of our own content, says what it did, and lets the first editor in."""

import shutil
import stat

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Site

from education.bilingual.models import BilingualPage
from education.models import HomePage
from lessons import content_files

pytestmark = pytest.mark.django_db


@pytest.fixture
def seed(settings, tmp_path, capsys):
    settings.VAR = tmp_path

    def run(*arguments):
        call_command("seed", *arguments)
        return capsys.readouterr().out

    return run


LESSONS = (
    "b5-real-or-made-by-ai",
    "p1-talk-early-talk-often",
    "p3-if-your-child-tells-you",
)  # to which pages link


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A copy of our content files that a test may change, with few of the lessons: they take a while."""
    copy = tmp_path / "content"
    for name in content_files.names():
        if name.startswith("lessons/") and not name.startswith(tuple(f"lessons/{one}" for one in LESSONS)):
            continue
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text((content_files.FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(content_files, "FOLDER", copy)
    return copy


def edit(url_path):
    page = BilingualPage.objects.get(url_path=url_path).specific
    page.title = "Changed by an editor"
    page.save_revision().publish()


def test_every_content_file_of_ours_becomes_a_live_page(seed):
    said = seed()
    count = len(content_files.names())
    assert f"{count} pages: {count} created, 0 updated, 0 unchanged, 0 kept." in said
    assert BilingualPage.objects.filter(live=True, depth__gte=2).count() == count


def test_the_site_stands_where_its_public_address_says(seed, settings, folder):
    settings.PUBLIC_URL = "https://balise.example"
    seed()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("balise.example", 443, True)
    assert site.root_page.specific == HomePage.objects.get()
    assert site.root_page.slug == "home"


def test_a_second_seed_changes_nothing(seed):
    seed()
    before = list(BilingualPage.objects.order_by("path").values())
    assert "0 created, 0 updated" in seed()
    assert list(BilingualPage.objects.order_by("path").values()) == before


def test_an_editors_change_is_kept_and_said(seed, folder):
    seed()
    edit("/home/support/tonight/")
    assert "kept: support/tonight was changed on the site (use --overwrite support/tonight)" in seed()
    assert BilingualPage.objects.get(url_path="/home/support/tonight/").title == "Changed by an editor"


def test_overwrite_brings_the_file_back(seed, folder):
    seed()
    edit("/home/support/tonight/")
    assert "updated: support/tonight" in seed("--overwrite", "support/tonight")
    assert BilingualPage.objects.get(url_path="/home/support/tonight/").title == "Tonight"


def test_overwriting_a_page_that_has_no_file_is_refused(seed):
    with pytest.raises(CommandError, match="No content file has the path nowhere"):
        seed("--overwrite", "nowhere")


def test_a_broken_file_is_named_and_the_seed_fails_after_importing_the_others(seed, folder, capsys):
    tonight = folder / "pages" / "tonight.yaml"
    tonight.write_text(
        tonight.read_text(encoding="utf-8").replace("slug_fr:", "slug_french:"), encoding="utf-8"
    )
    with pytest.raises(CommandError, match="the files that have them imported nothing"):
        seed()
    assert "pages/tonight.yaml, line 3: “slug_french” is a key we do not know" in capsys.readouterr().err
    assert not BilingualPage.objects.filter(slug="tonight").exists()
    assert BilingualPage.objects.filter(slug="support", live=True).exists()


def test_the_first_editor_gets_a_password_that_only_the_operator_can_read(seed, tmp_path, folder):
    said = seed()
    path = tmp_path / "first-password.txt"
    assert str(path) in said
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    email, password = path.read_text().split()
    user = get_user_model().objects.get()
    assert user.email == email == "editor@example.org"
    assert user.check_password(password)
    assert user.is_superuser
    assert EmailAddress.objects.get(user=user, primary=True, verified=True).email == email


@pytest.mark.usefixtures("editor", "folder")
def test_no_editor_is_made_where_there_are_users_or_outside_development(seed, settings, tmp_path):
    seed()
    get_user_model().objects.all().delete()
    settings.DEVELOPMENT = False
    seed()
    assert not get_user_model().objects.exists()
    assert not (tmp_path / "first-password.txt").exists()


def test_an_export_of_what_was_seeded_writes_no_file(seed, tmp_path, capsys):
    seed()
    copy = shutil.copytree(content_files.FOLDER, tmp_path / "content")
    call_command("export_content", "--to", str(copy))
    assert f"Pages: {len(content_files.names())}, files written: 0." in capsys.readouterr().out


def test_an_export_writes_an_editors_change_to_its_file(seed, folder, capsys):
    seed()
    edit("/home/support/tonight/")
    call_command("export_content", "support/tonight", "--to", str(folder))
    assert "Pages: 1, files written: 1." in capsys.readouterr().out
    assert "  en: Changed by an editor\n" in (folder / "pages" / "tonight.yaml").read_text(encoding="utf-8")
