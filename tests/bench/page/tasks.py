"""How long the tasks of a page hold its main thread, read from a trace of the browser."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

CATEGORIES = ["blink.user_timing", "disabled-by-default-devtools.timeline"]
LONG = 50  # milliseconds: whoever taps meanwhile notices


@dataclass(frozen=True)
class Task:
    """One task of the main thread, in milliseconds since the page was asked for."""

    begun: float
    ended: float
    length: float  # its time on the processor: what other programs take of it is not the page's

    def blocks(self, since: float) -> float:
        """Return by how much it is too long, as far as it comes after a moment."""
        if self.ended <= since:
            return 0
        share = (self.ended - max(self.begun, since)) / (self.ended - self.begun)
        return max(0, self.length * share - LONG)


def tasks(trace: bytes, address: str) -> list[Task]:
    """Return the tasks since the page at an address was asked for."""
    found = list(_tasks(json.loads(trace)["traceEvents"], address))
    assert found, "the trace sees nothing at all"
    return found


def _tasks(events: list[dict], address: str) -> Iterator[Task]:
    asked = next(each for each in events if _asks_for(each, address))
    for event in events:
        is_its = (event["pid"], event["tid"]) == (asked["pid"], asked["tid"])
        is_task = event["name"] == "RunTask" and event.get("dur")  # the one that the trace ends in has none
        if is_task and is_its and event["ts"] >= asked["ts"]:
            begun = (event["ts"] - asked["ts"]) / 1000
            yield Task(begun, begun + event["dur"] / 1000, event["tdur"] / 1000)


def _asks_for(event: dict, address: str) -> bool:
    data = event.get("args", {}).get("data", {})
    return event["name"] == "navigationStart" and data.get("documentLoaderURL") == address
