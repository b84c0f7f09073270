"""What a set of times says: its middle, its slow end, and how sure a comparison is."""

import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

RESAMPLES = 2000


@dataclass(frozen=True)
class Ratio:
    """How many times longer the one takes than the other, with a range that holds 95 of 100 resamples."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.2f} ({self.low:.2f} to {self.high:.2f})"


def p50(times: Sequence[float]) -> float:
    """Return the time that half of them stay below."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """Return the time that 95 of 100 stay below."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def resampled_ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Compare the middles; how much they vary is tried out by drawing from the times again and again."""
    rng = random.Random(1)
    drawn = sorted(
        p50(rng.choices(ours, k=len(ours))) / p50(rng.choices(theirs, k=len(theirs)))
        for _n in range(RESAMPLES)
    )
    return Ratio(p50(ours) / p50(theirs), drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40])
