"""Holds laws against drafts in all formats, and files of ours, that nobody would write: ``make fuzz``.

The laws stand in ``draft_laws.py`` and ``own_file_laws.py``. An example that breaks one is made smaller and
written into ``build/fuzz``, and the run ends with 1; ``--again FILE`` runs it alone.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from canonym.text.formats import FORMATS
from fuzz.batches import DRAFTS, OWN, Batch, Done, Failure, batches, run, run_again, set_up
from fuzz.own_file_laws import KINDS

RESULTS = Path("build/fuzz")
PROGRESS = 20.0
"""Seconds between two lines of progress."""


def main() -> int:
    asked = arguments()
    RESULTS.mkdir(parents=True, exist_ok=True)
    if asked.again:
        return again(asked.again)
    began = time.monotonic()
    both = (batches(OWN, asked.own), batches(DRAFTS, asked.drafts))
    done: list[Done] = []
    try:
        for one in finished(chain(*both), asked.seed, asked.jobs):
            done.append(one)
            if one.failure:
                print(f"BROKEN {tell(one.failure)}", flush=True)
    except KeyboardInterrupt:
        print("interrupted; so far:")
    except BrokenProcessPool:
        print("a process ended: what it had in hand is in build/fuzz/ended", flush=True)
        return 1
    print(summary(done, asked, time.monotonic() - began))
    return 1 if any(one.failure for one in done) else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--drafts", type=int, default=100_000, help="how many drafts")
    parser.add_argument("--own", type=int, default=40_000, help="how many files of ours")
    parser.add_argument(
        "--seed", type=int, default=1, help="where to begin; the same seed draws the same examples"
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many processes")
    parser.add_argument("--again", type=Path, metavar="FILE", help="an example that broke a law before")
    return parser.parse_args()


def finished(todo: Iterator[Batch], seed: int, jobs: int) -> Iterator[Done]:
    """Yield batches as they are done, with a line of progress now and then."""
    counts: Counter[str] = Counter()
    told = began = time.monotonic()
    with (
        TemporaryDirectory() as folder,
        ProcessPoolExecutor(jobs, initializer=set_up, initargs=(folder,)) as pool,
    ):
        open_: set[Future[Done]] = {pool.submit(run, one, seed) for one in islice(todo, jobs * 2)}
        while open_:
            ready, open_ = wait(open_, return_when=FIRST_COMPLETED)
            for future in ready:
                try:
                    one = future.result()
                except BrokenProcessPool:
                    keep_what_ended(Path(folder))
                    raise
                counts[one.batch.what] += one.batch.size
                yield one
            open_ |= {pool.submit(run, one, seed) for one in islice(todo, len(ready))}
            if time.monotonic() > told + PROGRESS:
                told = time.monotonic()
                print(
                    f"{told - began:6.0f} s: {counts[DRAFTS]:,} drafts, {counts[OWN]:,} own files", flush=True
                )


def keep_what_ended(folder: Path) -> None:
    """Keep the examples that processes had in hand when one of them ended."""
    kept = RESULTS / "ended"
    kept.mkdir(exist_ok=True)
    for number, current in enumerate(sorted(folder.glob("*/current"))):
        (kept / str(number)).write_bytes(current.read_bytes())


def tell(failure: Failure) -> str:
    """Write down an example that breaks a law, and return where it is and why it broke."""
    place = RESULTS / f"{failure.batch.what.replace(' ', '-')}-{failure.batch.number}"
    place.mkdir(exist_ok=True)
    file = place / failure.name.replace("/", "_")
    file.write_bytes(failure.name.encode() + b"\n" + failure.data)
    (place / "why.txt").write_text(failure.why, "utf-8", "backslashreplace")
    last = failure.why.strip().splitlines()[-1][:200]
    return f"{failure.batch.kind}: {last}\n  make fuzz AGAIN={file}"


def again(file: Path) -> int:
    """Run one example again."""
    name, _, data = file.read_bytes().partition(b"\n")
    with TemporaryDirectory() as folder:
        run_again(folder, name.decode(), data)
    print("holds")
    return 0


def summary(done: list[Done], asked: argparse.Namespace, seconds: float) -> str:
    """Return the figures of a run."""
    counts: dict[str, Counter[str]] = {DRAFTS: Counter(), OWN: Counter()}
    for one in done:
        counts[one.batch.what] += one.counts
    drafts, own = counts[DRAFTS], counts[OWN]
    others = [key for key in sorted(drafts) if key not in FORMATS and key != "drafts"]
    slowest = max((one.slowest, one.batch.kind) for one in done)
    cpu = sum(one.seconds for one in done)
    lines = [
        f"drafts: {drafts['drafts']:,}",
        f"  by format: {_listed(drafts, FORMATS)}",
        *(f"  {key}: {drafts[key]:,}" for key in others),
        f"own files: {sum(own[kind] for kind in KINDS):,}",
        f"  by name: {_listed(own, KINDS)}",
        f"  used: {own['used']:,}, refused or made anew: {own['refused or made anew']:,}",
        f"broken laws: {sum(bool(one.failure) for one in done)}",
        f"slowest example: {slowest[0]:.2f} s of CPU ({slowest[1]})",
        f"seed {asked.seed}, {asked.jobs} processes: {seconds:,.0f} s, {cpu:,.0f} s of CPU",
    ]
    return "\n".join(lines)


def _listed(counts: Counter[str], keys: Iterable[str]) -> str:
    return ", ".join(f"{key} {counts[key]:,}" for key in keys)


if __name__ == "__main__":
    sys.exit(main())
