"""Content files become pages in both languages at once; what an editor changed is kept."""

import json

import pytest
from wagtail.rich_text import expand_db_html

from education.bilingual.models import BilingualPage
from lessons.models import LessonPage
from lessons.pack import Outcome
from tests.lessons.pack_site import edit, find, page, run

pytestmark = pytest.mark.django_db


def test_every_file_becomes_a_live_page_with_one_revision(files):
    report = run(files)
    assert report.problems == []
    assert report.paths(Outcome.CREATED) == ["", "ages", "support", "ages/together", "ages/together/look"]
    for path in report.outcomes:
        assert find(path).live
        assert find(path).revisions.count() == 1


def test_a_link_leads_to_the_page_in_the_language_of_the_text(files):
    run(files)
    home = find("")
    english, french = (getattr(home, f"body_{language}")[0].value.source for language in ("en", "fr"))
    assert f'<a linktype="page" id="{find("support").pk}">' in english
    assert '<a href="/en/help/">' in english
    assert '<a href="/fr/aide/">' in french
    assert "/en/support/" in expand_db_html(english)


def test_pages_may_refer_to_one_another(files):
    files["pages/ages.yaml"] = files["pages/ages.yaml"].replace("Hello.", "[s](page:support)")
    assert run(files).problems == []
    assert f'id="{find("support").pk}"' in find("ages").body_en[0].value.source


def test_ids_of_steps_questions_and_choices_are_those_of_the_file_in_both_languages(files):
    run(files)
    step = LessonPage.objects.get().steps[0]
    question = step.value["content"][1]
    assert (step.id, question.id) == ("first", "who-made-it")
    assert [choice.id for choice in question.value["choices"].bound_blocks] == ["a", "b"]
    first = question.value["choices"][0]
    assert (first["text_en"], first["text_fr"]) == ("You", "Toi")


def test_other_blocks_keep_their_ids_from_one_import_to_the_next(files):
    run(files)
    before = [block.id for block in find("support").body_en]
    files["pages/support.yaml"] = files["pages/support.yaml"].replace("[a](page:ages)", "New.")
    run(files)
    assert [block.id for block in find("support").body_en] == before


def test_a_second_import_changes_nothing(files):
    run(files)
    before = list(BilingualPage.objects.order_by("path").values())
    assert set(run(files).outcomes.values()) == {Outcome.UNCHANGED}
    assert list(BilingualPage.objects.order_by("path").values()) == before
    assert find("support").revisions.count() == 1


def test_a_changed_file_updates_its_untouched_page_in_both_languages(files):
    run(files)
    files["pages/support.yaml"] = page(
        "support", kind="support", order=30, title="Support", en="Now.", fr="Ici."
    )
    assert run(files).paths(Outcome.UPDATED) == ["support"]
    assert find("support").body_en[0].value.source == "<p>Now.</p>"
    assert find("support").body_fr[0].value.source == "<p>Ici.</p>"


def test_what_an_editor_published_is_kept_when_the_file_changes(files):
    run(files)
    edit("support", title="Helped by an editor")
    files["pages/support.yaml"] = files["pages/support.yaml"].replace("Support", "Changed file")
    assert run(files).paths(Outcome.KEPT) == ["support"]
    assert find("support").title == "Helped by an editor"


def test_what_an_editor_only_drafted_is_kept_too(files):
    run(files)
    draft = find("support")
    draft.title_fr = "Un brouillon"
    draft.save_revision()
    assert run(files).paths(Outcome.KEPT) == ["support"]


def test_a_page_that_an_editor_removed_stays_removed(files):
    run(files)
    find("ages/together").delete()
    assert run(files).paths(Outcome.KEPT) == ["ages/together", "ages/together/look"]
    assert not LessonPage.objects.exists()


def test_a_page_that_an_editor_took_offline_stays_offline(files):
    run(files)
    find("support").unpublish()
    assert run(files).paths(Outcome.KEPT) == ["support"]


def test_a_page_that_an_editor_moved_to_another_address_is_kept_and_still_linked(files):
    run(files)
    edit("support", slug="getting-support")
    assert run(files).paths(Outcome.KEPT) == ["support"]
    assert not BilingualPage.objects.filter(slug="support").exists()
    assert f'id="{find("getting-support").pk}"' in find("").body_en[0].value.source


def test_overwriting_brings_the_file_back(files):
    run(files)
    edit("support", title="Helped by an editor", slug="getting-support")
    find("ages/together").delete()
    report = run(files, overwrite=["support", "ages/together", "ages/together/look"])
    assert report.paths(Outcome.UPDATED) == ["support"]
    assert report.paths(Outcome.CREATED) == ["ages/together", "ages/together/look"]
    assert find("support").title == "Support"
    assert set(run(files).outcomes.values()) == {Outcome.UNCHANGED}


def test_saving_without_a_change_does_not_count_as_one(files):
    run(files)
    saved = find("support")
    raw = saved.body_en.get_prep_value()
    raw[0]["value"] = raw[0]["value"].replace("<p>", '<p data-block-key="x1">')
    saved.body_en = json.dumps(raw)
    saved.save_revision().publish()
    files["pages/support.yaml"] = files["pages/support.yaml"].replace("Support", "Changed file")
    assert run(files).paths(Outcome.UPDATED) == ["support"]


def test_a_broken_file_imports_nothing_and_the_others_still_come(files):
    files["pages/support.yaml"] = files["pages/support.yaml"].replace(', fr: "Support (fr)"', "")
    report = run(files)
    assert [str(problem) for problem in report.problems] == [
        "pages/support.yaml, line 5: “title” has no French"
    ]
    assert report.paths(Outcome.CREATED) == ["", "ages", "ages/together", "ages/together/look"]
    assert not BilingualPage.objects.filter(slug="support").exists()


def test_a_link_to_a_broken_file_waits_until_it_is_mended(files):
    broken = files | {"pages/support.yaml": files["pages/support.yaml"].replace("body:", "body: [")}
    assert len(run(broken).problems) == 1
    assert "linktype" not in find("").body_en[0].value.source
    assert run(files).paths(Outcome.CREATED) == ["support"]
    assert f'id="{find("support").pk}"' in find("").body_en[0].value.source


def test_what_stands_below_a_broken_file_says_so(files):
    files["pages/ages.yaml"] = files["pages/ages.yaml"].replace("tier: B", "tier: Z")
    reasons = [str(problem) for problem in run(files).problems]
    assert any("modules/together.yaml, line 2: its parent page “ages” is not there" in one for one in reasons)


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("modules/together.yaml", "tier: B", "tier: C", "“tier” is C; its parent's is B"),
        (
            "lessons/look.yaml",
            "path: ages/together/look",
            "path: support/look",
            "no lesson page stands below",
        ),
        (
            "pages/support.yaml",
            "slug_fr: support-fr",
            "slug_fr: ages-fr",
            "a page beside it has the slug “ages-fr”",
        ),
        ("pages/support.yaml", "slug_fr: support-fr", "slug_fr: aide", "the site itself uses this address"),
        ("pages/support.yaml", "path: support", "path: ages", "another file has the path “ages” too"),
    ],
)
def test_a_file_that_does_not_fit_the_others_is_refused(files, name, old, new, reason):
    files[name] = files[name].replace(old, new)
    assert any(reason in str(problem) for problem in run(files).problems)


def test_a_french_address_that_a_page_of_the_site_has_is_refused(files, make_page_below):
    run({name: text for name, text in files.items() if "support" not in name})
    make_page_below(find(""), slug="other", slug_fr="support-fr")
    report = run(files)
    assert "another page beside it has the French slug" in str(report.problems[0])
    assert not BilingualPage.objects.filter(slug="support").exists()


def test_children_stand_in_the_order_of_their_files(files):
    run(files)
    files["pages/new.yaml"] = page("new", order=25)
    files["pages/last.yaml"] = page("last", order=90)
    run(files)
    assert [one.slug for one in find("").get_children()] == ["ages", "new", "support", "last"]
    files["pages/last.yaml"] = page("last", order=5)
    assert run(files).paths(Outcome.UPDATED) == ["last"]
    assert [one.slug for one in find("").get_children()] == ["last", "ages", "new", "support"]


def test_the_order_that_an_editor_made_is_kept(files):
    run(files)
    find("support").move(find("ages"), pos="left")
    run(files)
    assert [one.slug for one in find("").get_children()] == ["support", "ages"]
