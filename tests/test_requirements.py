"""What is installed is what was written down: every dependency is locked, with its hash."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = {"base": PROJECT["project"]["dependencies"]}
WANTED["dev"] = [*WANTED["base"], *PROJECT["dependency-groups"]["dev"]]


def locked(name):
    """The version of each locked package; an entry goes on over lines that end in a backslash."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line.strip()]
    assert all("--hash=sha256:" in entry for entry in entries)
    found = [re.match(r"([\w.-]+)(?:\[.*?\])?==([^\s;]+)", entry) for entry in entries]
    return {canonicalize_name(match[1]): match[2] for match in found}


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_locked_at_a_version_that_fits(name):
    versions = locked(name)
    for wanted in map(Requirement, WANTED[name]):
        assert versions.get(canonicalize_name(wanted.name), "nothing") in wanted.specifier, str(wanted)


def test_tests_run_on_what_is_served():
    assert locked("base").items() <= locked("dev").items()
