"""A number stands in services.toml and nowhere else, so that nobody can swap a helpline by editing a text."""

from pathlib import Path

import pytest

from education.help.records import SERVICES
from education.help.strays import stray_numbers

ROOT = Path(__file__).parents[3]
FOLDERS = ("lessons/content", "site/templates", "locale")
KINDS = {".yaml", ".yml", ".html", ".txt", ".md", ".po", ".toml", ".json"}


def strays_in(folder):
    """Each number found in the texts under a folder, with its file."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in KINDS)
    return [
        f"{path.name}: {stray}" for path in files for stray in stray_numbers(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_number_stands_outside_the_record(folder):
    if not (ROOT / folder).is_dir():
        pytest.skip(f"{folder} does not exist yet")
    assert strays_in(ROOT / folder) == []


@pytest.mark.parametrize("name", ["lesson.yaml", "page.html", "django.po"])
def test_a_number_planted_in_a_text_is_found_with_its_file(tmp_path, name):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / name).write_text("Call 1-800-668-6868 today.", encoding="utf-8")
    assert strays_in(tmp_path) == [f"{name}: 1-800-668-6868"]


@pytest.mark.parametrize("one", SERVICES.values(), ids=SERVICES.keys())
def test_every_long_number_of_the_record_would_be_found_elsewhere(one):
    for number in (one.phone, one.text):
        if len(number) >= 10:
            assert stray_numbers(f"Call {number}.") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "(514) 600-1002",
        "514 600 1002",
        "514.600.1002",
        "514\u00a0600\u20111002",
        "5146001002",
        "+1 800 668-6868",
        "Text CONNECT to 686868",
        "Envoie PARLER au 686868",
        "un texto au\u00a0686868",
        '<a href="tel:911">',
        "[write](sms:686868)",
    ],
)
def test_a_number_is_found_however_it_is_written(text):
    assert stray_numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Contact 9-8-8 now.",
        "from 2015 to 2022",
        "2026-05-03 17:37+0000",
        "72 000 jeunes, 1,200,000 people, 2.95 million",
        "fill: #686868; width: 1024px; viewBox 0 0 1024 1024",
        "https://example.org/2015/6001002/5146001002",
        'href="tel:{{ number }}"',
        "steps 1-2-3, ages 14-17, grades 9-12",
    ],
)
def test_dates_amounts_and_names_are_left_alone(text):
    assert stray_numbers(text) == []
