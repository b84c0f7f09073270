"""Make the seeded site that a benchmark serves."""

from pathlib import Path

from tests.browser.conftest import serving

QUIET = {"ACCESS_LOG_LEVEL": "WARNING", "GRANIAN_LOG_LEVEL": "warning"}


def seed(folder: Path) -> None:
    """Make a seeded site in the folder."""
    with serving(folder, **QUIET) as running:
        running.manage("migrate", "--no-input", "-v", "0")
        running.manage("seed")
