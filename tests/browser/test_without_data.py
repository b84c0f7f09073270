"""Help survives: with the database and the cache gone, whoever needs help still finds it."""

import pytest


@pytest.mark.parametrize("path", ["/", "/en/help/", "/fr/aide/", "/en/report/", "/fr/signaler/", "/live"])
def test_help_report_and_splash_answer(site_without_data, path):
    assert site_without_data.get(path)[0] == 200


@pytest.mark.parametrize(
    ("path", "words"), [("/en/parents/", "on our side"), ("/fr/parents/", "de notre côté")]
)
def test_a_page_that_needs_the_database_fails_in_its_language_with_help(site_without_data, path, words):
    status, headers, html = site_without_data.get(path)
    assert status in (500, 503)
    assert words in html
    assert "tel:" in html
    assert "data-safety-exit" in html
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_readiness_says_so(site_without_data):
    assert site_without_data.get("/ready")[0] == 503
