"""Run a benchmark in a folder of its own, print its goals, and say how many are not reached."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.package import VERSION, fetch
from tests.bench.table import Line, table
from tests.browser.conftest import ROOT

BUSY = 0.5  # of each processor


def run(measure: Callable[[Path, Path], list[Line]]) -> int:
    """Call it with a scratch folder and GOV.UK's package; return 1 where a goal of ours is not reached."""
    begun, load = time.monotonic(), os.getloadavg()[0]
    folder = Path(os.environ.get("BALISE_VAR", ROOT / "var")) / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    package = fetch(folder)
    with TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as scratch:
        lines = measure(Path(scratch), package)
    print(table(lines, version=VERSION))
    missed = sum(line.reached is False for line in lines)
    print(f"\n{missed} goals not reached. It took {time.monotonic() - begun:.0f} s.")
    if load > BUSY * (os.cpu_count() or 1):
        print(f"The machine was at work when this began (load {load:.1f}): a quiet one is faster.")
    return int(missed > 0)


def say(what: str) -> None:
    """Tell whoever waits what is done now."""
    print(f"… {what}", file=sys.stderr, flush=True)
