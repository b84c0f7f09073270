"""Read the environment in one place; in production refuse to start without what safety needs."""

import ipaddress
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from education.bridge.intakes import Link, UnfitIntakeError, link

_env = environ.Env()
DEVELOPMENT = os.environ.get("BALISE_ENV", "production") == "development"
SHORTEST_SECRET = 50
DEVELOPMENT_SECRET = "development-only-" + "0" * 40
_problems: list[str] = []


def text(name: str, default: str = "") -> str:
    """Return a variable; one that is set to nothing, as files of variables often do, counts as not set."""
    return os.environ.get(name) or default


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def required(name: str, *, in_development: str) -> str:
    """Return a variable that production cannot do without; note it when it is missing."""
    if DEVELOPMENT:
        return text(name, in_development)
    _refuse_if(not text(name), f"{name} is not set")
    return text(name)


def secret(name: str) -> str:
    """Return a secret that nobody can guess."""
    value = required(name, in_development=DEVELOPMENT_SECRET)
    _refuse_if(0 < len(value) < SHORTEST_SECRET, f"{name} is shorter than {SHORTEST_SECRET} characters")
    _refuse_if(
        value.startswith("development-only"), f"{name} is the one for development, which everybody knows"
    )
    return value


def public_address(name: str, *, in_development: str) -> str:
    """Return the address the public uses: https, except on the machine itself, where one tries it out."""
    value = required(name, in_development=in_development).rstrip("/")
    safe = not value or is_public_address(value)
    _refuse_if(not safe, f"{name} is not an address like https://balise.example")
    return value if safe else ""


def outside_address(name: str, default: str) -> str:
    """Return where the exit leads."""
    value = text(name, default)
    _refuse_if(not is_public_address(value), f"{name} is not an address like {default}")
    return value


def is_public_address(url: str) -> bool:
    """Say whether an address has a host and is https, or leads to this machine itself."""
    try:
        address = urlsplit(url)
        host, _port = address.hostname, address.port  # a port that is no number raises
    except ValueError:
        return False
    return bool(host) and (address.scheme == "https" or (address.scheme == "http" and _is_loopback(host)))


def tip_intake(name: str, default: str) -> Link:
    """Return who takes tips: the id of a service that takes reports by a form."""
    try:
        return link(text(name, default))
    except UnfitIntakeError as error:
        raise ImproperlyConfigured(f"{name}: {error}") from None


def networks(name: str) -> list[str]:
    """Return a list of addresses and networks."""
    found = words(name)
    wrong = [network for network in found if not _is_network(network)]
    _refuse_if(bool(wrong), f"{name} holds what is no address or network: {', '.join(wrong)}")
    return found


def host_of(url: str) -> list[str]:
    """Return the host of an address as a list, empty where there is none."""
    host = urlsplit(url).hostname
    return [f"[{host}]" if ":" in host else host] if host else []


def data_folder(default: Path) -> Path:
    """Return the folder for data; what is written there is for this account alone."""
    os.umask(0o077)  # password hashes, second factors and letters that set a password are among it
    folder = default.parent / text("BALISE_VAR", default.name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def database(default: Path) -> dict[str, Any]:
    """Return the database of DATABASE_URL, else SQLite in `default`, whose name no URL may change."""
    url = text("DATABASE_URL")
    sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": default}
    config: dict[str, Any] = dict(_env.db_url_config(url)) if url else sqlite
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
    url = text("CACHE_URL")
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
    """Return the mailer of EMAIL_URL; without one letters become files in `folder`."""
    url = text("EMAIL_URL")
    if not url:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"BACKEND": backend, "OPTIONS": {"file_path": str(folder)}}
    config = dict(_env.email_url_config(url))
    names = {"EMAIL_HOST": "host", "EMAIL_PORT": "port", "EMAIL_HOST_USER": "username"}
    names |= {"EMAIL_HOST_PASSWORD": "password", "EMAIL_USE_TLS": "use_tls", "EMAIL_USE_SSL": "use_ssl"}
    options = {names[key]: value for key, value in config.items() if key in names and value}
    return {"BACKEND": config["EMAIL_BACKEND"], "OPTIONS": options}


def refuse_if_unsafe() -> None:
    """Stop the start of production when something was noted; say all of it at once, in one line."""
    if _problems:
        raise ImproperlyConfigured(
            f"BALISE_ENV is production and Balise does not start: {'; '.join(_problems)}. "
            "Mend it, or set BALISE_ENV=development on your own machine."
        )


def _refuse_if(wrong: bool, problem: str) -> None:
    if wrong and not DEVELOPMENT and problem not in _problems:
        _problems.append(problem)


def _is_loopback(host: str | None) -> bool:
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return host == "localhost"


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True
