"""Fetch GOV.UK Frontend from npm, by its name, and check that it is the one that is meant."""

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

NAME = "govuk-frontend"
VERSION = "6.6.0"
INTEGRITY = "sha512-xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg=="


def fetch(folder: Path) -> Path:
    """Return the folder of the package below the given one; fetch it where it is not there yet."""
    archive = folder / f"{NAME}-{VERSION}.tgz"
    if not _is_whole(archive):
        _pack(folder)
    if not _is_whole(archive):
        sys.exit(f"What npm brought is not the {NAME} {VERSION} that is meant: {archive}")
    unpacked = folder / f"{NAME}-{VERSION}"
    shutil.rmtree(unpacked, ignore_errors=True)
    with tarfile.open(archive) as files:
        files.extractall(unpacked, filter="data")
    return unpacked / "package"


def _pack(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit(f"The benchmark compares with {NAME}, which comes through npm. Please install npm.")
    command = [npm, "pack", f"{NAME}@{VERSION}", "--silent", "--pack-destination", str(folder)]
    if subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode:
        sys.exit(f"npm could not fetch {NAME} {VERSION}.")


def _is_whole(archive: Path) -> bool:
    if not archive.exists():
        return False
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return f"sha512-{base64.b64encode(digest).decode()}" == INTEGRITY
