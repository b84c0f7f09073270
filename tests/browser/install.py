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
    """Try to install Debian packages; whoever called looks whether they came."""
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def main() -> None:
    """Install what is missing; stop where a test could not be made for want of it."""
    wanted = [] if chromium() else ["chromium"]
    wanted += [] if shutil.which("xgettext") else ["gettext"]
    if wanted and shutil.which("apt-get") and os.geteuid() == 0:
        apt(*wanted)
    if not chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    if not shutil.which("xgettext"):
        sys.exit("The tests look for new texts without French. They need gettext: please install it.")


if __name__ == "__main__":
    main()
