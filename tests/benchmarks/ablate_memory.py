"""What each memory brings: CPU of a keystroke and of a check, with it and without it.

`make ablate-memory` prints after each round a line for each memory, the dearest to lack first. It says how
much more CPU a keystroke takes without it, in 25,000 and in 250,000 characters, and a check of drafts as
``canonym check`` does it. Tables that are read once are no memories here.

Each round has a process of its own that begins as all others do. Each piece of work counts as it was done
soonest. What differs by ten percent or less is noise on a busy machine.

With ``--instructions`` it counts instructions instead, once, under valgrind (``counted_instructions.py``).
They have no noise. It also says how many more ``canonym check`` and ``canonym learn`` take without each.
"""

import argparse
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from counted_instructions import HOW_TO_INSTALL, KINDS, counts, is_installed, table, write_work
from memory_work import PATIENCE, Work, checked, decided, keystrokes, prepared, stroke
from removable_memories import Remembers, memories

from canonym.index.termbase_index import Index
from canonym.matching.draft import forget

Figures = list[list[float]]
"""Milliseconds of CPU by kind of work, piece by piece."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--concepts", type=int, default=20_000)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--strokes", type=int, default=30, help="in the short draft; a third in the long one")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--instructions", action="store_true", help="in place of CPU; needs valgrind")
    parser.add_argument("--kinds", default=",".join(KINDS), help="of counted work, by commas")
    parser.add_argument("--only", default="", help="memories whose names have this")
    options = parser.parse_args()
    if options.instructions:
        return counted(options)
    with tempfile.TemporaryDirectory() as folder:
        termbase, work = prepared(Path(folder), options.concepts, options.articles)
    index = Index.build(termbase, decided())
    for text in work.drafts:  # all that is imported late, or remembered at all, is there then
        stroke(index, text)
    known = [one for one in memories(index) if options.only in one.name]
    index.forget()
    index.memory.clear()
    forget(index)
    for lines in tables(index, work, known, options.strokes, options.rounds):
        print(*lines, sep="\n", flush=True)
    return 0


def counted(options: argparse.Namespace) -> int:
    """Print the table of counted instructions, after each kind of work."""
    if not is_installed():
        print(HOW_TO_INSTALL, file=sys.stderr)
        return 2
    results: dict[str, dict[str, int]] = {"": {}}
    spreads = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_work(folder, options.concepts, options.articles)
        for kind in options.kinds.split(","):
            for memory, count in counts(folder, kind, options.only):
                if not memory and kind in results[""]:
                    spreads[kind] = abs(count / results[""][kind] - 1)
                results.setdefault(memory, {})[kind] = count
                print(f"{kind}: {count:,} {memory}", file=sys.stderr, flush=True)
            print(*table(results, spreads), sep="\n", flush=True)
    return 0


def measured(index: Index, work: Work, strokes: int) -> Figures:
    """Return the milliseconds of CPU of each keystroke in each long draft, and of the check of each draft."""
    checks = []
    for text in work.drafts:
        start = time.process_time()
        checked(index, [text])
        checks.append(1000 * (time.process_time() - start))
    index.memory.patience = PATIENCE
    figures = []
    for number, draft in enumerate(work.long.values()):
        times = []
        stroke(index, draft)
        for text in islice(keystrokes(draft), 2 + strokes // (1 + 2 * number)):
            start = time.process_time()
            stroke(index, text)
            times.append(1000 * (time.process_time() - start))
        figures.append(times[2:])
    return [*figures, checks]


def least(rounds: Sequence[Figures]) -> list[float]:
    """Return the means of what each piece of work took in the round in which it took least."""
    columns = zip(*rounds, strict=True)
    return [statistics.mean(map(min, zip(*column, strict=True))) for column in columns]


def apart(index: Index, work: Work, memory: Remembers | None, strokes: int) -> Figures:
    """Measure in a process of its own, without a memory."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        if memory is not None:
            memory.remove(index)
        gc.freeze()
        gc.disable()
        os.write(sending, json.dumps(measured(index, work, strokes)).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    figures: Figures = json.loads(told)
    return figures


def tables(
    index: Index, work: Work, known: Sequence[Remembers], strokes: int, rounds: int
) -> Iterator[list[str]]:
    """Yield the table as it is after each round."""
    results: dict[str, list[Figures]] = {"": [], **{one.name: [] for one in known}}
    for number in range(rounds):
        for place, one in enumerate(known):
            if place % 8 == 0:
                results[""].append(apart(index, work, None, strokes))
            results[one.name].append(apart(index, work, one, strokes))
            print(f"round {number + 1}: {one.name}", file=sys.stderr, flush=True)
        yield list(_lines(results, len(known[::8])))


def _lines(results: Mapping[str, Sequence[Figures]], each: int) -> Iterator[str]:
    """Yield the lines of a table; what has nothing taken away was measured ``each`` times a round."""
    fair = [least(results[""][place::each]) for place in range(each)]  # of as many rounds as the others
    usual = list(map(statistics.median, zip(*fair, strict=True)))
    best = {name: least(found) for name, found in results.items() if name}
    yield f"with all: {usual[0]:.2f} and {usual[1]:.2f} ms a keystroke, {usual[2]:.2f} ms a check of a draft"
    yield f"{'without':64} {'25,000':>8} {'250,000':>8} {'check':>8}"
    for name, figures in sorted(best.items(), key=lambda item: -max(map(_ratio, item[1], usual))):
        shares = "".join(f" {100 * (_ratio(a, b) - 1):+7.1f}%" for a, b in zip(figures, usual, strict=True))
        yield f"{name:64}{shares}"


def _ratio(without: float, usual: float) -> float:
    return without / usual


if __name__ == "__main__":
    sys.exit(main())
