"""By default the learner goes to the people who take tips, and nothing passes through us."""

import subprocess
import sys
from pathlib import Path

import pytest

from education.bridge.intakes import UnfitIntakeError, link

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("language", "host"), [("en", "cybertip.ca"), ("fr", "cyberaide.ca")])
def test_the_way_there_is_in_the_learners_language_and_tells_nothing_about_who_comes(language, host):
    way = link("cybertip").card(language).form
    assert way.href.startswith(f"https://{host}/{language}/")
    assert "?" not in way.href
    assert "#" not in way.href


@pytest.mark.parametrize("unfit", ["nobody", "kids-help-phone", "police"])
def test_a_service_that_takes_no_reports_by_a_form_is_refused_by_name(unfit):
    with pytest.raises(UnfitIntakeError, match=unfit):
        link(unfit)


def test_the_site_does_not_start_with_an_unfit_intake():
    code = (
        "import os; os.environ.update(BALISE_ENV='development', TIP_INTAKE='nobody'); import balise.settings"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONPATH": "site:."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode
    assert "TIP_INTAKE: 'nobody' is no service" in run.stderr
