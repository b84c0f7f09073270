"""What the tests of lessons may ask for: a module, and lessons in it."""

import pytest
from balise.management.commands.seed import prepare_root

from education.models import AudiencePage, GuidancePage
from lessons.models import LessonPage, ModulePage
from tests.lessons.lesson_blocks import lesson_texts, module_texts
from tests.lessons.pack_site import site_files


@pytest.fixture
def module(home):
    """A live module for ages 8 to 11."""
    audience = AudiencePage(title="Ages", title_fr="Âges", tier="B", live=True)
    home.add_child(instance=audience)
    module = ModulePage(title="Module", title_fr="Module", live=True, **module_texts())
    audience.add_child(instance=module)
    return module


@pytest.fixture
def make_lesson(make_page, module):
    """Make a lesson of steps in the module; live unless told otherwise."""

    def make(*steps, title="Lesson", title_fr="Leçon", **fields):
        fields = lesson_texts() | fields
        return make_page(title, title_fr, parent=module, kind=LessonPage, steps=list(steps), **fields)

    return make


@pytest.fixture
def files(db):
    """The content files of a small site, by name, and room to import them."""
    prepare_root("http://127.0.0.1:8000")
    return site_files()


@pytest.fixture
def make_page_below():
    """Make a page that no file knows."""

    def make(parent, **fields):
        made = parent.add_child(instance=GuidancePage(title="Other", title_fr="Autre", live=False, **fields))
        made.save_revision().publish()

    return make
