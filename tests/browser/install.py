"""Find what the tests need beyond Python, a Chromium, a Firefox and gettext; install what is missing."""

import os
import shutil
import subprocess
import sys

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
FIREFOX_NAMES = ("firefox-esr", "firefox")


def chromium() -> str | None:
    """Return the path of a Chromium: $BALISE_CHROMIUM, else one on the path."""
    return _found("BALISE_CHROMIUM", CHROMIUM_NAMES)


def firefox() -> str | None:
    """Return the path of a Firefox: $BALISE_FIREFOX, else one on the path."""
    return _found("BALISE_FIREFOX", FIREFOX_NAMES)


def _found(variable: str, names: tuple[str, ...]) -> str | None:
    return os.environ.get(variable) or next(filter(None, map(shutil.which, names)), None)


def apt(*packages: str) -> None:
    """Try to install Debian packages; whoever called looks whether they came."""
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def main() -> None:
    """Install what is missing; stop where a test could not be made for want of it."""
    wanted = [] if chromium() else ["chromium"]
    wanted += [] if firefox() else ["firefox-esr"]
    wanted += [] if shutil.which("xgettext") else ["gettext"]
    if wanted and shutil.which("apt-get") and os.geteuid() == 0:
        apt(*wanted)
    if not chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
    if not firefox():
        sys.exit("The tests leave the site in Firefox too. Install one, or name it in BALISE_FIREFOX.")
    if not shutil.which("xgettext"):
        sys.exit("The tests look for new texts without French. They need gettext: please install it.")


if __name__ == "__main__":
    main()
