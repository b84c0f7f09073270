"""A page goes back into its content file, and nothing differs there but what an editor changed."""

import pytest

from lessons.export import export_page
from lessons.models import PackEntry
from lessons.pack import Outcome
from tests.lessons.pack_site import edit, find, run
from tests.lessons.pack_texts import ROUTES

pytestmark = pytest.mark.django_db


def test_an_untouched_page_gets_its_own_file_back(files):
    run(files)
    for path in ("", "support", "ages", "ages/together", "ages/together/look"):
        exported = export_page(find(path).pk, ROUTES, files)
        assert exported.text == files[exported.name]


def test_an_editors_change_is_all_that_differs_in_the_exported_file(files):
    run(files)
    edit("support", title="Helped")
    exported = export_page(find("support").pk, ROUTES, files)
    assert exported.text.splitlines()[:4] == files["pages/support.yaml"].splitlines()[:4]
    changed = set(exported.text.splitlines()) - set(files["pages/support.yaml"].splitlines())
    assert len(changed) == 1
    assert "Helped" in changed.pop()


def test_an_exported_change_imports_as_no_change(files):
    run(files)
    edit("support", title="Helped", slug="getting-support")
    exported = export_page(find("getting-support").pk, ROUTES, files)
    assert exported.name == "pages/support.yaml"
    files[exported.name] = exported.text
    home = export_page(find("").pk, ROUTES, files)
    assert "page:getting-support" in home.text
    files[home.name] = home.text
    assert set(run(files).outcomes.values()) == {Outcome.UNCHANGED}
    assert PackEntry.objects.get(page=find("getting-support")).path == "getting-support"


def test_a_page_that_an_editor_made_gets_a_file_of_its_own(files, make_page_below):
    run(files)
    make_page_below(
        find(""), slug="other", slug_fr="autre", search_description="A.", search_description_fr="B."
    )
    exported = export_page(find("other").pk, ROUTES, files)
    assert exported.name == "pages/other.yaml"
    assert "“body” has no English" in str(exported.problems[0])


def test_a_page_that_no_file_can_hold_says_why(files):
    run(files)
    edited = find("support")
    edited.body_en = '[{"type": "text", "value": "<p><a href=\\"/somewhere/\\">m</a></p>", "id": "x"}]'
    edited.save_revision().publish()
    exported = export_page(edited.pk, ROUTES, files)
    assert any("links to /somewhere/" in str(problem) for problem in exported.problems)
