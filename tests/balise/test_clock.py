"""The clock publishes, expires and purges; nothing that fails stops the rest."""

import logging
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from balise.clock import Clock, purge_counters, purge_sessions
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision

from education.models import GuidancePage

ROOT = Path(__file__).resolve().parents[2]
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def due(make_page):
    """A draft whose date has come; written past the gate, as an older version could have."""

    def make(title, title_fr="", hours_ago=1):
        page = make_page(title, title_fr, live=False)
        when = timezone.now() - hours_ago * AN_HOUR
        Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=when)
        return page

    return make


def live(page):
    return GuidancePage.objects.get(pk=page.pk).live


def test_a_page_that_cannot_go_live_is_reported_and_does_not_hold_up_the_next(due, capsys):
    bad, good = due("Only English", hours_ago=2), due("Both", "Les deux")
    call_command("publish_scheduled")
    assert live(good)
    assert not live(bad)
    report = capsys.readouterr().err
    assert "Only English" in report
    assert "no French yet" in report
    assert "Both" not in report


def test_the_reason_is_logged_once_not_at_every_tick(due, caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("balise.clock"), "propagate", True)
    due("Only English")
    clock = Clock()
    clock.tick()
    clock.tick()
    assert [record.message.count("Only English") for record in caplog.records] == [1]


def test_a_date_that_has_not_come_is_left_alone(due):
    page = due("Later", "Plus tard", hours_ago=-1)
    Clock().tick()
    assert not live(page)


def test_a_page_whose_time_is_over_is_taken_down(make_page):
    page = make_page("Over", "Fini")
    GuidancePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - AN_HOUR)
    Clock().tick()
    assert not live(page)
    assert GuidancePage.objects.get(pk=page.pk).expired


def test_a_dry_run_changes_nothing(due, capsys):
    page = due("Both", "Les deux")
    call_command("publish_scheduled", dryrun=True)
    assert not live(page)
    assert "Both" in capsys.readouterr().out


def test_only_sessions_that_are_over_are_purged(client, db):
    for key, hours in (("old", -1), ("new", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=timezone.now() + hours * AN_HOUR)
    purge_sessions()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]


def test_only_counters_that_are_over_are_purged(settings, tmp_path):
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path / "cache"}}
    cache.set("old", [1.0], timeout=0.01)
    cache.set("new", [1.0], timeout=60)
    time.sleep(0.02)
    purge_counters()
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert cache.get("new") == [1.0]


def test_a_job_that_fails_does_not_stop_the_others(db, caplog):
    done = []

    def breaks():
        raise RuntimeError("no disk")

    clock = Clock()
    clock.jobs = [breaks, lambda: done.append("yes")]
    clock.tick()
    assert done == ["yes"]


def test_the_command_survives_a_database_without_tables_and_stops_when_told(tmp_path):
    env = os.environ | {"BALISE_ENV": "development", "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3"}
    command = [sys.executable, "manage.py", "clock", "--every", "0.1"]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
    failures = 0
    for line in process.stderr:
        failures += "could not do this now" in line
        if failures > 3:  # two jobs fail at each tick: this is the second tick
            break
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=20)
    assert process.returncode == 0
