"""Read the environment in one place; in production refuse to start without what safety needs."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.Env()
DEVELOPMENT = os.environ.get("BALISE_ENV", "production") == "development"
_missing: list[str] = []


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def required(name: str, *, in_development: str) -> str:
    """Return a variable that production cannot do without; note it when it is missing."""
    value = os.environ.get(name, "")
    if not value and DEVELOPMENT:
        return in_development
    if not value and name not in _missing:
        _missing.append(name)
    return value


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def host_of(url: str) -> list[str]:
    """Return the host of an address as a list, empty where there is none."""
    host = urlsplit(url).hostname
    return [host] if host else []


def database(default: Path) -> dict[str, Any]:
    """Return the database of DATABASE_URL, else SQLite in `default`."""
    url = os.environ.get("DATABASE_URL", f"sqlite:///{default}")
    config: dict[str, Any] = dict(_env.db_url_config(url))
    if config["ENGINE"].endswith("sqlite3"):
        # Without IMMEDIATE 35 of 1,000 concurrent posts succeeded, with it all of them.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    return config


def cache(default: Path) -> dict[str, Any]:
    """Return the cache of CACHE_URL, else files that all workers of one machine share."""
    url = os.environ.get("CACHE_URL")
    if url:
        return dict(_env.cache_url_config(url))
    return {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(default),
        "OPTIONS": {
            "MAX_ENTRIES": 10_000
        },  # with the usual 300, counters of sign-in tries were dropped at random
    }


def mailer(folder: Path) -> dict[str, Any]:
    """Return the mailer of EMAIL_URL; in development letters become files in `folder`."""
    url = os.environ.get("EMAIL_URL")
    if not url:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"BACKEND": backend, "OPTIONS": {"file_path": str(folder)}}
    config = dict(_env.email_url_config(url))
    names = {"EMAIL_HOST": "host", "EMAIL_PORT": "port", "EMAIL_HOST_USER": "username"}
    names |= {"EMAIL_HOST_PASSWORD": "password", "EMAIL_USE_TLS": "use_tls", "EMAIL_USE_SSL": "use_ssl"}
    options = {names[key]: value for key, value in config.items() if key in names and value}
    return {"BACKEND": config["EMAIL_BACKEND"], "OPTIONS": options}


def refuse_if_unsafe() -> None:
    """Stop the start when production lacks a required variable; name them all at once."""
    if _missing:
        names = ", ".join(_missing)
        raise ImproperlyConfigured(
            f"BALISE_ENV is production and these variables are not set: {names}. "
            "Set them, or set BALISE_ENV=development on your own machine."
        )
