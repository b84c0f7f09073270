"""A small site as content files, and what the tests of the pack do with it."""

from education.bilingual.models import BilingualPage
from lessons.pack import import_files
from tests.lessons.pack_texts import MODULE_EXTRA, ROUTES, lesson_head

PAGE = """\
page: {kind}
path: {path}
slug_fr: {slug_fr}
order: {order}
title: {{en: "{title}", fr: "{title} (fr)"}}
summary: {{en: About it., fr: À ce sujet.}}
{extra}body:
  en:
    - text: "{en}"
  fr:
    - text: "{fr}"
"""
LESSON = (
    lesson_head("ages/together/look")
    + """\
      - text: {en: "See [support](page:support).", fr: "Vois [soutien](page:support)."}
      - question:
          id: who-made-it
          kind: single
          prompt: {en: Who?, fr: Qui?}
          choices:
            - id: a
              text: {en: You, fr: Toi}
              correct: true
              feedback: {en: Yes., fr: Oui.}
            - id: b
              text: {en: Me, fr: Moi}
              feedback: {en: Try again., fr: Essaie encore.}
"""
)


def page(path, *, kind="guidance", order=10, title="Page", en="Hello.", fr="Bonjour.", extra="", slug_fr=""):
    slug_fr = slug_fr or f"{path.rpartition('/')[2]}-fr"
    return (
        PAGE.format(**locals())
        if path
        else PAGE.format(**locals() | {"path": '""'}).replace("slug_fr: -fr\n", "")
    )


def site_files():
    """Return the files of a home page, a support page, an audience, a module and a lesson."""
    links = "[s](page:support), [h](route:help)"
    return {
        "pages/home.yaml": page("", kind="home", title="Welcome", en=links, fr=links),
        "pages/support.yaml": page("support", kind="support", order=30, title="Support", en="[a](page:ages)"),
        "pages/ages.yaml": page(
            "ages", kind="audience", order=20, title="Ages", extra="tier: B\ndrawing: kids-8-11\n"
        ),
        "modules/together.yaml": page(
            "ages/together",
            kind="module",
            title="Together",
            extra=f"tier: B\ndrawing: module-safe-with-others\n{MODULE_EXTRA}",
        ),
        "lessons/look.yaml": LESSON,
    }


def run(files, **options):
    """Import files."""
    return import_files(files, ROUTES, **options)


def find(path):
    """Return the page at a path."""
    return BilingualPage.objects.get(url_path=f"/home/{path}/" if path else "/home/").specific


def edit(path, **fields):
    """Publish a change as an editor does."""
    edited = find(path)
    for name, value in fields.items():
        setattr(edited, name, value)
    edited.save_revision().publish()
