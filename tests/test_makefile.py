"""The Makefile finds a Python that fits, mends what was left half-made, and stops at a check that fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# When make runs the tests, it hands on to every make below it what it was told itself.
ENVIRONMENT = {name: value for name, value in os.environ.items() if "MAKE" not in name and name != "PYTHON"}
REAL = Path(sys._base_executable)


def make(folder, *words, **environment):
    command = ["make", *words]
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT | environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def clone(tmp_path):
    """A clone with the Makefile and no package to install."""
    folder = tmp_path / "a clone"
    (folder / "requirements").mkdir(parents=True)
    (folder / "requirements" / "base.txt").touch()
    shutil.copy(ROOT / "Makefile", folder)
    return folder


@pytest.fixture
def pythons(tmp_path):
    """A folder of pythons for the path: `pythons("python3.13", "exit 1")` puts one there."""
    folder = tmp_path / "some pythons"
    folder.mkdir()

    def put(name, script):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return put


def works(clone):
    command = [clone / ".venv/bin/python", "-m", "pip", "--version"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_the_first_python_that_really_makes_an_environment_is_taken(clone, pythons, tmp_path):
    """A shim that runs nothing, one without ensurepip as Debian's may be, an old one, and one that fits."""
    incomplete = tmp_path / "incomplete"
    incomplete.mkdir()
    (incomplete / "ensurepip.py").write_text("raise ImportError")
    pythons("python3.13", "exit 127")
    pythons("python3.14", f'PYTHONPATH="{incomplete}" exec "{REAL}" "$@"')
    pythons("python3.12", "exit 1")
    found = pythons("python3", f'echo used >> "{tmp_path}/used"; exec "{REAL}" "$@"').parent
    run = make(clone, ".venv/.base", PATH=f"{found}{os.pathsep}{os.environ['PATH']}")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "used").exists()
    assert works(clone)


def test_a_half_made_environment_is_made_again(clone):
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/bin/python").symlink_to(REAL.with_name("a python that an upgrade took away"))
    (clone / ".venv/.base").touch()
    assert make(clone, ".venv/.base", f"PYTHON={REAL}").returncode == 0
    assert works(clone)
    assert make(clone, "--question", ".venv/.base").returncode == 0


def test_the_python_that_is_named_may_have_a_space_in_its_path(clone, pythons):
    named = pythons("python", f'exec "{REAL}" "$@"')
    assert make(clone, ".venv/.base", f"PYTHON={named}").returncode == 0


def test_no_other_is_taken_for_the_python_that_is_named(clone, pythons):
    named = pythons("python", "exit 1")
    run = make(clone, ".venv/.base", f"PYTHON={named}")
    assert run.returncode != 0
    assert f"{named} is none" in run.stderr
    assert not (clone / ".venv").exists()


def test_the_check_fails_on_an_import_against_the_direction(tmp_path):
    """The very line of `make check`, on a copy of the source where help imports pages."""
    lines = make(ROOT, "--dry-run", "check").stdout.splitlines()
    [line] = [line for line in lines if "lint-imports" in line]
    for part in ("site", "education", "lessons", "pyproject.toml"):
        source, target = ROOT / part, tmp_path / part
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    assert subprocess.run(line, shell=True, cwd=tmp_path).returncode == 0
    with (tmp_path / "education/help/numbers.py").open("a") as module:
        module.write("from education import models\n")
    broken = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True)
    assert "1 broken" in broken.stdout
    assert broken.returncode != 0


def test_no_check_hides_its_failure_behind_a_pipe():
    lines = make(ROOT, "--dry-run", "--always-make", "test").stdout.splitlines()
    assert len(lines) > 10
    assert [line for line in lines if " | " in line] == []


@pytest.mark.parametrize(
    ("there", "wanted"), [(["chromium", "firefox"], "gettext"), (["chromium"], "Firefox")]
)
def test_the_tests_say_what_they_cannot_do_without(tmp_path, there, wanted):
    for program in there:
        (tmp_path / program).touch(mode=0o755)
    command = [sys.executable, ROOT / "tests/browser/install.py"]
    run = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert wanted in run.stderr
