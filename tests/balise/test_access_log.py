"""The log names the route and the hour, never an address, a path or a word that was typed."""

import logging
import re

import pytest


@pytest.fixture
def log(caplog):
    logging.getLogger("balise.access").propagate = True
    caplog.set_level(logging.INFO, logger="balise.access")
    yield caplog
    logging.getLogger("balise.access").propagate = False


def test_a_page_is_logged_by_its_route_to_the_hour(make_page, client, log):
    make_page("Talking", "Se parler")
    client.get("/fr/se-parler/", REMOTE_ADDR="203.0.113.7")
    line = log.messages[-1]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:00Z GET fr/<path:path> 200", line)


def test_searched_words_are_not_logged(home, client, log):
    client.post("/fr/recherche/", {"q": "sextorsion"})
    client.get("/fr/recherche/?q=sextorsion")
    assert "sextorsion" not in log.text


def test_an_error_is_logged_without_its_path(rf):
    from balise.access_log import RouteInsteadOfPath

    record = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "%s: %s", ("Error", "/en/secret/"), None
    )
    record.request, record.status_code = rf.get("/en/secret/"), 500
    RouteInsteadOfPath().filter(record)
    assert "secret" not in record.getMessage()
