"""Help survives: with the database and the cache gone, whoever needs help still finds it."""

import pytest

from education.help.numbers import sms_href, tel_href
from education.help.records import SERVICES


def phones(one):
    """Every number of a service that somebody can call."""
    return [number for number in (one.phone, *(more.number for more in one.more_phones)) if number]


@pytest.mark.parametrize("path", ["/", "/en/help/", "/fr/aide/", "/en/report/", "/fr/signaler/", "/live"])
def test_help_report_and_splash_answer(site_without_data, path):
    assert site_without_data.get(path)[0] == 200


@pytest.mark.parametrize("path", ["/en/help/", "/fr/aide/"])
def test_every_number_is_on_the_help_page(site_without_data, path):
    html = site_without_data.get(path)[2]
    numbers = [(tel_href, number) for one in SERVICES.values() for number in phones(one)]
    numbers += [(sms_href, one.text) for one in SERVICES.values() if one.text]
    assert all(link(number) in html for link, number in numbers)


@pytest.mark.parametrize("path", ["/en/report/", "/fr/signaler/"])
def test_whoever_takes_reports_is_on_the_report_page(site_without_data, path):
    html = site_without_data.get(path)[2]
    for service_id in ("emergency", "988", "cybertip", "kids-help-phone"):
        assert tel_href(SERVICES[service_id].phone) in html
    assert SERVICES["cybertip"].words[path[1:3]].form in html


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
