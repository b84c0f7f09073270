"""A story is walked: each choice has its consequence and a way back, and nothing leads astray."""

import pytest

from lessons.quiz import Choice, Group, Kind, Question, UnknownChoice, Words
from lessons.story import choices_of, choose, reachable, walk


def story(*choices, scenes=("start", "home", "end")):
    """A story; each choice is its key, its scene and the scene it leads to."""
    made = (
        Choice(key, Words(key, key), Words("so", "alors"), group=at, leads_to=to) for key, at, to in choices
    )
    told = (Group(name, Words(name, name), Words("then", "puis")) for name in scenes)
    return Question("q", Kind.BRANCH, Words("Go", "Va"), tuple(made), tuple(told))


STORY = story(
    ("tell", "start", "home"),
    ("wait", "start", ""),
    ("call", "home", "end"),
    ("run", "start", "end"),
)  # fmt: skip


def test_a_story_begins_with_its_first_scene():
    here = walk(STORY, [])
    assert (here.scene.key, here.path, here.last) == ("start", (), None)
    assert [choice.key for choice in here.choices] == ["tell", "wait", "run"]


def test_a_choice_that_leads_on_tells_its_consequence_and_moves():
    there = choose(STORY, [], "tell")
    assert (there.scene.key, there.path, there.last.key) == ("home", ("tell",), "tell")
    assert not there.is_over


def test_a_choice_that_leads_nowhere_tells_its_consequence_and_stays():
    here = choose(STORY, [], "wait")
    assert (here.scene.key, here.path, here.last.key) == ("start", (), "wait")


def test_a_story_remembers_no_more_than_the_choices_that_led_on():
    assert choose(STORY, choose(STORY, [], "wait").path, "tell").path == ("tell",)


def test_two_ways_may_lead_to_the_same_end():
    for path in (["tell", "call"], ["run"]):
        there = walk(STORY, path)
        assert (there.scene.key, there.is_over, there.choices) == ("end", True, ())


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(["nothing"], id="unknown"),
        pytest.param([""], id="empty"),
        pytest.param(["call"], id="of another scene"),
        pytest.param(["wait"], id="leads nowhere"),
        pytest.param(["tell", "tell"], id="twice"),
        pytest.param(["run", "call"], id="past the end"),
        pytest.param(["tell"] * 5_000, id="endless"),
    ],
)
def test_a_path_that_nobody_can_take_is_refused(path):
    with pytest.raises(UnknownChoice):
        walk(STORY, path)


@pytest.mark.parametrize(("path", "key"), [([], "call"), ([], "z"), (["run"], "call"), (["wait"], "tell")])
def test_a_choice_that_is_not_there_is_refused(path, key):
    with pytest.raises(UnknownChoice):
        choose(STORY, path, key)


def test_a_choice_that_leads_to_a_scene_that_is_gone_is_refused():
    with pytest.raises(UnknownChoice):
        choose(story(("tell", "start", "gone")), [], "tell")


def test_an_ending_has_no_choices():
    assert choices_of(STORY, STORY.groups[2]) == ()


def test_what_no_path_leads_to_cannot_be_reached():
    lonely = story(("tell", "start", "end"), ("call", "home", "end"))
    assert reachable(lonely) == {"start", "end"}


def test_a_circle_does_not_keep_the_search_for_scenes_from_ending():
    assert reachable(story(("on", "start", "home"), ("back", "home", "start"))) == {"start", "home"}


def test_a_draft_without_scenes_shows_an_empty_one():
    here = walk(story(scenes=()), [])
    assert (here.scene.key, here.is_over) == ("", True)
