"""Production refuses to start without what safety needs; development starts without anything."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "a secret of sufficient length, for this test only",
    "PUBLIC_URL": "https://balise.example",
    "OPERATOR_NAME": "An operator",
    "OPERATOR_CONTACT": "operator@example.org",
}
READ_BY_SETTINGS = {
    *COMPLETE,
    "BALISE_ENV",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "TRUSTED_PROXIES",
}


def start(*, say="''", **variables):
    """Load the settings in a process of their own and print an expression over them."""
    env = {name: value for name, value in os.environ.items() if name not in READ_BY_SETTINGS}
    env["PYTHONPATH"] = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
    code = f"from balise import settings; print({say})"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=env | variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("missing", COMPLETE)
@pytest.mark.parametrize("as_empty", [False, True])
def test_production_does_not_start_without(missing, as_empty):
    variables = {name: value for name, value in COMPLETE.items() if name != missing}
    run = start(**variables, **({missing: ""} if as_empty else {}))
    assert run.returncode != 0
    assert missing in run.stderr
    assert not any(name in run.stderr.splitlines()[-1] for name in variables)


def test_everything_that_is_missing_is_said_at_once():
    last = start().stderr.splitlines()[-1]
    assert all(name in last for name in COMPLETE)


def test_no_environment_means_production():
    assert "BALISE_ENV is production" in start().stderr


def test_production_starts_with_all_of_them_and_is_closed():
    say = (
        "settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.ALLOWED_HOSTS"
    )
    run = start(say=say, **COMPLETE)
    assert run.stdout.strip() == "False True True ['balise.example']"


def test_development_starts_with_nothing():
    run = start(say="settings.DEBUG", BALISE_ENV="development")
    assert run.stdout.strip() == "False"


def test_a_secret_is_never_printed():
    run = start(SECRET_KEY=COMPLETE["SECRET_KEY"])
    assert COMPLETE["SECRET_KEY"] not in run.stdout + run.stderr


def test_sqlite_writes_wait_for_one_another_instead_of_failing(db):
    from django.db import connection

    if connection.vendor != "sqlite":
        return
    options = connection.settings_dict["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 5)
    assert "journal_mode=WAL" in options["init_command"]
