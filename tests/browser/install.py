"""Find what the tests need beyond Python, a Chromium and gettext; install what is missing."""

import os
import shutil
import subprocess
import sys

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Return the path of a Chromium: $BALISE_CHROMIUM, else one on the path."""
    named = os.environ.get("BALISE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def apt(*packages: str) -> None:
    """Install Debian packages, where this is Debian and we may."""
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> None:
    """Install what is missing; say what could not be."""
    may_use_apt = shutil.which("apt-get") is not None and os.geteuid() == 0
    wanted = [] if chromium() else ["chromium"]
    wanted += [] if shutil.which("xgettext") else ["gettext"]
    if wanted and may_use_apt:
        apt(*wanted)
    elif "chromium" in wanted:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    if not shutil.which("xgettext"):
        print("gettext is not installed: new texts without French are not looked for.")


if __name__ == "__main__":
    main()
