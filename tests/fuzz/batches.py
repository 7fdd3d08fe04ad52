"""Batches of examples: each is drawn from a seed of its own, so that any of them can be run again."""

import faulthandler
import os
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from canonym.text.formats import FORMATS
from fuzz.draft_laws import DraftLaws
from fuzz.drafts import drafts
from fuzz.newspaper import publish
from fuzz.own_file_laws import KINDS, OwnFileLaws

SIZE = 500
"""Examples of a batch."""
SLOW = 10.0
"""Seconds of CPU that one example may take; the longest of them has a few thousand characters."""
STUCK = 300
"""Seconds after which an example that does not end is told, and its process ended."""
SHRINKING = 20.0
"""Seconds in which a smaller example that fails is looked for."""
DRAFTS, OWN = "drafts", "own files"


class Batch(NamedTuple):
    """So many examples of one kind: a format of drafts, or a file of ours."""

    what: str
    kind: str
    number: int
    size: int


class Failure(NamedTuple):
    """An example that breaks a law."""

    batch: Batch
    name: str
    data: bytes
    why: str


class Done(NamedTuple):
    """What a batch saw."""

    batch: Batch
    counts: Counter[str]
    seconds: float
    slowest: float
    failure: Failure | None = None


class Laws(Protocol):
    """What holds of an example, given its name and bytes."""

    counts: Counter[str]

    def hold(self, name: str, data: bytes) -> None:
        """Raise whatever there is to raise when a law is broken."""


class Bench:
    """The laws and the examples of a process, with the folder that they work in."""

    def __init__(self, folder: Path) -> None:
        own = OwnFileLaws(folder)
        self.laws: dict[str, Laws] = {DRAFTS: DraftLaws(publish(folder / "drafts")), OWN: own}
        self.examples = {(DRAFTS, name): drafts(name) for name in FORMATS}
        for name, strategy in own.examples.items():
            self.examples[OWN, name] = st.tuples(st.just(name), strategy)
        self._current = (folder / "current").open("wb", buffering=0)

    def note(self, name: str, data: bytes) -> None:
        """Write down what this process has in hand, should it end."""
        self._current.seek(0)
        self._current.truncate()
        self._current.write(name.encode() + b"\n" + data)


def batches(what: str, count: int) -> Iterator[Batch]:
    """Yield batches of ``count`` examples together, as many of each kind."""
    kinds = tuple(FORMATS) if what == DRAFTS else KINDS
    shares = {kind: count // len(kinds) + (at < count % len(kinds)) for at, kind in enumerate(kinds)}
    number = 0
    while any(shares.values()):
        for kind in kinds:
            if size := min(SIZE, shares[kind]):
                yield Batch(what, kind, number, size)
                shares[kind] -= size
                number += 1


class Runner:
    """Runs examples of a batch until one fails, then looks for a smaller one for a while."""

    def __init__(self, bench: Bench, batch: Batch) -> None:
        self._bench = bench
        self._batch = batch
        self._laws = bench.laws[batch.what]
        self._laws.counts = Counter()
        self._failed_at = 0.0
        self._slowest = 0.0
        self._failure: Failure | None = None
        self._counts: Counter[str] = Counter()

    def run(self, start: int) -> Done:
        """Run the batch; ``start`` is the seed of the whole run."""
        began = time.process_time()
        kept = settings(
            max_examples=self._batch.size,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
            report_multiple_bugs=False,
        )
        law = given(self._bench.examples[self._batch.what, self._batch.kind])(self._hold)
        try:
            seed(f"{start} {self._batch.what} {self._batch.number}")(kept(law))()
        except Exception:
            if self._failure is None:
                raise
        counts = self._counts if self._failure else self._laws.counts
        seconds = time.process_time() - began
        return Done(self._batch, counts, seconds, self._slowest, self._failure)

    def _hold(self, example: tuple[str, bytes]) -> None:
        if self._failed_at and time.monotonic() > self._failed_at + SHRINKING:
            return
        name, data = example
        self._bench.note(name, data)
        try:
            took = held(self._laws.hold, name, data)
        except Exception:
            if self._failure is None:
                self._failed_at = time.monotonic()
                self._counts = Counter(self._laws.counts)
            self._failure = Failure(self._batch, name, data, traceback.format_exc())
            raise
        self._slowest = max(self._slowest, took)


def held(hold: Callable[[str, bytes], None], name: str, data: bytes) -> float:
    """Return the seconds of CPU that an example took."""
    faulthandler.dump_traceback_later(STUCK, exit=True)
    began = time.process_time()
    try:
        hold(name, data)
    finally:
        faulthandler.cancel_dump_traceback_later()
    took = time.process_time() - began
    assert took < SLOW, f"it takes {took:.1f} s"
    return took


_OF_PROCESS: dict[str, Bench] = {}
"""The bench of this process."""


def set_up(folder: str) -> None:
    """Set up the bench of this process in a folder of its own below ``folder``."""
    own = Path(folder) / str(os.getpid())
    own.mkdir()
    _OF_PROCESS[""] = Bench(own)


def run(batch: Batch, start: int) -> Done:
    """Run a batch in this process; ``start`` is the seed of the whole run."""
    return Runner(_OF_PROCESS[""], batch).run(start)


def run_again(folder: str, name: str, data: bytes) -> None:
    """Run one example.

    Raises:
        Exception: Whatever breaks.
    """
    bench = Bench(Path(folder))
    laws = bench.laws[OWN if name in KINDS else DRAFTS]
    held(laws.hold, name, data)
