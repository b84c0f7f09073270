"""`make run` serves the finished site, shares its port with nobody, and leaves nothing running."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def make(tmp_path):
    """Start make with its data in a folder of this test; what it leaves running is ended."""
    started = []
    # When make runs the tests, it hands on to every make below it what it was told itself.
    environment = {
        name: value for name, value in os.environ.items() if "MAKE" not in name and name != "PYTHON"
    }

    def start(*words):
        with (tmp_path / f"output-{len(started)}").open("w") as output:
            process = subprocess.Popen(
                ["make", *words, f"BALISE_VAR={tmp_path / 'data of a test'}"],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        process.output = Path(output.name)
        started.append(process)
        return process

    yield start
    for process in started:
        if anything_runs_of(process):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def port():
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def page(run, port, path):
    """Fetch a page, as soon as there is somebody to answer; a busy machine takes its time."""
    for _try in range(1000):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
                return answer.read().decode()
        except OSError:
            if run.poll() is not None:
                break
            time.sleep(0.2)
    raise RuntimeError(f"The site did not come up: {run.output.read_text()}")


def anything_runs_of(process):
    """Whether a process is left of the session that was started for make."""
    process.poll()
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def refused(process, port):
    return process.wait(120) != 0 and f"Port {port} is taken" in process.output.read_text()


def test_make_run_serves_the_seeded_site_and_leaves_nothing_running(make, port):
    run = make("run", f"PORT={port}")
    assert 'data-page="home"' in page(run, port, "/en/")
    assert 'data-page="support"' in page(run, port, "/fr/soutien/ce-soir/")
    said = run.output.read_text()
    assert f"http://127.0.0.1:{port}/" in said
    assert "first-password.txt" in said

    assert refused(make("run", f"PORT={port}"), port)
    assert refused(make("serve", f"PORT={port}"), port)
    assert 'data-page="home"' in page(run, port, "/fr/")

    run.terminate()  # make alone, as a script does that ends what it started
    run.wait(20)
    with socket.create_server(("127.0.0.1", port)):
        assert not anything_runs_of(run)
