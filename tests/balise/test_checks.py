"""What the deploy checks say, and that only `check --deploy` says it."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from balise import checks
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from education.help.records import SERVICES
from education.provinces.records import PROVINCES
from education.verification import GOOD_FOR
from education.verification import doubts as all_doubts

SAFE = {
    "DEBUG": False,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "ALLOWED_HOSTS": ["balise.example"],
    "PUBLIC_URL": "https://balise.example",
}


def codes(messages):
    return [message.id for message in messages]


def test_safe_settings_pass(settings):
    for name, value in SAFE.items():
        setattr(settings, name, value)
    assert checks.settings_are_safe(None) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DEBUG", True, "balise.E001"),
        ("SESSION_COOKIE_SECURE", False, "balise.E002"),
        ("CSRF_COOKIE_SECURE", False, "balise.E002"),
        ("ALLOWED_HOSTS", [], "balise.E003"),
        ("ALLOWED_HOSTS", ["*"], "balise.E004"),
        ("PUBLIC_URL", "http://balise.example", "balise.E005"),
    ],
)
def test_each_unsafe_setting_is_an_error(settings, name, value, code):
    for safe, kept in SAFE.items():
        setattr(settings, safe, kept)
    setattr(settings, name, value)
    assert codes(checks.settings_are_safe(None)) == [code]


def test_every_fact_in_doubt_is_named():
    messages = [message.msg for message in checks.facts_are_verified(None)]
    assert len(messages) == len(all_doubts(timezone.localdate()))
    for record in [*SERVICES, *(f"{code} reporting" for code in PROVINCES)]:
        assert any(f": {record}: " in message for message in messages)


def test_a_fact_verified_too_long_ago_is_in_doubt(monkeypatch):
    later = timezone.localdate() + GOOD_FOR + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: later)
    assert len(checks.facts_are_verified(None)) > len(SERVICES)


def test_an_administrator_without_a_second_factor_is_counted(editor):
    assert codes(checks.editors_have_a_second_factor(None)) == ["balise.W002"]
    TOTP.activate(editor, "A" * 32)
    assert checks.editors_have_a_second_factor(None) == []


def test_the_check_says_so_when_the_database_does_not_answer(monkeypatch):
    def unreachable(*args, **kwargs):
        raise DatabaseError("gone")

    monkeypatch.setattr("django.db.models.query.QuerySet.count", unreachable)
    assert codes(checks.editors_have_a_second_factor(None)) == ["balise.I001"]


def test_the_checks_belong_to_deployment_only(capsys, db):
    call_command("check")
    assert "balise." not in capsys.readouterr().err
    call_command("check", deploy=True, fail_level="CRITICAL")
    assert "balise.W001" in capsys.readouterr().err
