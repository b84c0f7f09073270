"""Production refuses to start without what safety needs; development starts without anything."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "a secret that is long enough for production, and of this test only",
    "PUBLIC_URL": "https://balise.example",
    "OPERATOR_NAME": "An operator",
    "OPERATOR_CONTACT": "operator@example.org",
}
READ_BY_SETTINGS = {
    *COMPLETE,
    "BALISE_ENV",
    "BALISE_VAR",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "CACHE_URL",
    "EMAIL_URL",
    "EXIT_URL_EN",
    "EXIT_URL_FR",
    "MEDIA_ROOT",
    "TRUSTED_PROXIES",
}


@pytest.fixture
def start(tmp_path):
    """Load the settings in a process of their own and print an expression over them."""

    def load(say="''", **variables):
        env = {name: value for name, value in os.environ.items() if name not in READ_BY_SETTINGS}
        env["PYTHONPATH"] = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
        env["BALISE_VAR"] = str(tmp_path / "data")
        code = f"from balise import settings; print({say})"
        command = [sys.executable, "-c", code]
        return subprocess.run(command, env=env | variables, capture_output=True, text=True, check=False)

    return load


def last_line(run):
    assert run.returncode != 0
    return run.stderr.splitlines()[-1]


@pytest.mark.parametrize("missing", COMPLETE)
@pytest.mark.parametrize("as_empty", [False, True])
def test_production_does_not_start_without(start, missing, as_empty):
    variables = {name: value for name, value in COMPLETE.items() if name != missing}
    line = last_line(start(**variables, **({missing: ""} if as_empty else {})))
    assert f"{missing} is not set" in line
    assert not any(name in line for name in variables)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "x" * 49),
        ("SECRET_KEY", "development-only-" + "0" * 40),
        ("PUBLIC_URL", "http://balise.example"),
        ("PUBLIC_URL", "balise.example"),
        ("PUBLIC_URL", "https://"),
        ("PUBLIC_URL", "https://balise.example:port"),
        ("PUBLIC_URL", "https://[balise"),
        ("PUBLIC_URL", "http://127.0.0.1.balise.example"),
        ("EXIT_URL_EN", "weather.gc.ca"),
        ("EXIT_URL_FR", "javascript:alert(1)"),
        ("TRUSTED_PROXIES", "proxy.local"),
        ("TRUSTED_PROXIES", "10.0.0.1, 10.0.0.0/99"),
    ],
)
def test_production_does_not_start_with(start, name, value):
    line = last_line(start(**COMPLETE | {name: value}))
    assert name in line
    assert not any(other in line for other in COMPLETE if other != name)


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]:8000"])
def test_an_operator_can_try_production_on_the_machine_itself(start, address):
    run = start("settings.PUBLIC_URL, settings.SESSION_COOKIE_SECURE", **COMPLETE | {"PUBLIC_URL": address})
    assert run.stdout.strip() == f"{address} True"


def test_the_proxies_are_addresses_and_networks(start):
    run = start("settings.TRUSTED_PROXIES", **COMPLETE, TRUSTED_PROXIES="127.0.0.1, 10.0.0.1/8, fd00::/8")
    assert run.stdout.strip() == "['127.0.0.1', '10.0.0.1/8', 'fd00::/8']"


def test_everything_that_is_wrong_is_said_at_once(start):
    line = last_line(start(SECRET_KEY="short", PUBLIC_URL="balise.example", TRUSTED_PROXIES="proxy.local"))
    assert all(name in line for name in [*COMPLETE, "TRUSTED_PROXIES"])


def test_no_environment_means_production(start):
    assert "BALISE_ENV is production" in last_line(start())


def test_production_starts_with_all_of_them_and_is_closed(start):
    say = (
        "settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.ALLOWED_HOSTS"
    )
    run = start(say, **COMPLETE)
    assert run.stdout.strip() == "False True True ['balise.example']"


def test_development_starts_with_nothing(start):
    run = start("settings.DEBUG", BALISE_ENV="development")
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize("key", [COMPLETE["SECRET_KEY"], "a short secret"])
def test_a_secret_is_never_printed(start, key):
    run = start(SECRET_KEY=key)
    assert "SECRET_KEY" not in run.stdout
    assert key not in run.stdout + run.stderr


def test_an_empty_variable_counts_as_not_set(start, tmp_path):
    names = ("DATABASE_URL", "CACHE_URL", "EMAIL_URL", "ALLOWED_HOSTS", "TRUSTED_PROXIES", "MEDIA_ROOT")
    say = "settings.DATABASES, settings.CACHES, settings.MAILERS, settings.ALLOWED_HOSTS, settings.MEDIA_ROOT"
    run = start(say, **COMPLETE, **dict.fromkeys(names, ""))
    assert run.returncode == 0
    assert run.stdout == start(say, **COMPLETE).stdout
    assert "balise.sqlite3" in run.stdout


@pytest.mark.parametrize("name", ["a+b", "a%20b", "a#b", "a b", "a?b"])
def test_the_folder_for_data_may_have_any_name(start, tmp_path, name):
    folder = tmp_path / name
    run = start("settings.DATABASES['default']['NAME']", BALISE_ENV="development", BALISE_VAR=str(folder))
    assert run.stdout.strip() == str(folder / "balise.sqlite3")


def test_what_is_written_there_is_for_this_account_alone(tmp_path):
    """The database, a picture and a letter: each as another process of the site writes it."""
    folder = tmp_path / "data"
    env = os.environ | {"BALISE_ENV": "development", "BALISE_VAR": str(folder)}
    env |= dict.fromkeys(["DATABASE_URL", "CACHE_URL", "EMAIL_URL", "MEDIA_ROOT"], "")
    write = (
        "from django.core.cache import cache; cache.set('a', 1)\n"
        "from django.core.files.base import ContentFile\n"
        "from django.core.files.storage import default_storage\n"
        "default_storage.save('pictures/one.webp', ContentFile(b'picture'))\n"
        "from django.core.mail import send_mail; send_mail('Subject', 'Text', None, ['editor@example.org'])\n"
        "from django.db import connection; connection.cursor().execute('CREATE TABLE one (number)')\n"
    )
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", write]
    # The umask of most accounts, whatever that of the tests is.
    subprocess.run(command, cwd=ROOT, env=env, check=True, umask=0o022)
    written = [folder, *folder.rglob("*")]
    assert {"data", "cache", "mail", "media", "balise.sqlite3", "one.webp"} <= {path.name for path in written}
    assert [str(path) for path in written if path.stat().st_mode & 0o077] == []


def test_sqlite_writes_wait_for_one_another_instead_of_failing(db):
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("this database is not SQLite")
    options = connection.settings_dict["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 5)
    assert "journal_mode=WAL" in options["init_command"]
