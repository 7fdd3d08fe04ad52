"""What the speed benchmark measures, as rows of its table."""

import argparse
import os
import platform
import shutil
import statistics
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from made_articles import write_articles
from made_names import Rule, write_termbase
from measuring import Run, peak, run
from peers import Peer

HOME = Path("build/speed").resolve()
OWN = "canonym"
SMALL = 5_000
"""Characters of the file of a cold start."""
LOADING = """
import sys, time
from pathlib import Path
from canonym.project.load_index import load_index
from canonym.project.termbase_files import Source
path = Path(sys.argv[1])
source, root = Source(path, path.name), Path.cwd()
start = time.perf_counter()
load_index([source], root=root)
print(1000 * (time.perf_counter() - start))
"""


class Row(NamedTuple):
    """A line of the table: what was measured, of what, and the figure with its unit."""

    part: str
    what: str
    value: str
    unit: str


class Bench:
    """What is measured.

    Args:
        peers: The other programs.
        rules: What they look for.
        arguments: The command line.
    """

    def __init__(self, peers: dict[str, Peer], rules: Sequence[Rule], arguments: argparse.Namespace) -> None:
        self._peers = peers
        self._rules = rules
        self._rounds: int = arguments.rounds
        self._files: int = arguments.files
        self._limit: float = arguments.limit
        self._concepts: Sequence[int] = arguments.concepts
        self._own = OWN in arguments.only

    def setting(self) -> Iterator[Row]:
        """Say under what conditions this was measured."""
        yield Row("setting", "machine", f"{os.cpu_count()}", f"cores, {platform.machine()}")
        yield Row("setting", "Python", platform.python_version(), "")
        yield Row("setting", "time", time.strftime("%Y-%m-%d %H:%M"), "UTC" if time.timezone == 0 else "")
        if hasattr(os, "getloadavg"):
            yield Row("setting", "load before", f"{os.getloadavg()[0]:.1f}", "processes")
        yield Row("setting", "rounds", f"{self._rounds}", "of each, in turn")

    def _ready(self, size: int) -> Path:
        """Return a termbase, compiled."""
        termbase = self._termbase(size)
        run(self._checking(termbase, self._small()), HOME, 10 * self._limit)
        return termbase

    def _small(self) -> Path:
        """Return a file of 5 KB."""
        folder, file = self._articles(self._files), HOME / "small.md"
        text = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.md"))[:2])
        file.write_text(text[:SMALL], encoding="utf-8", newline="\n")
        return file

    def compared(self) -> Iterator[Row]:
        """Run all programs in turn on the same files."""
        folder = self._articles(self._files)
        files = sorted(folder.iterdir())
        yield megabytes("compared", f"{len(files)} files", files)
        commands = {name: self._peer(name, folder, files) for name in self._peers}
        if self._own:
            commands[OWN] = self._checking(self._ready(len(self._rules)), folder)
        runs = self._in_turn(commands)
        for name, many in runs.items():
            share = self._peers[name].share if name in self._peers else 1
            note = "" if share == 1 else f", {len(files[::share])} files"
            yield from timed("compared", f"{name}{note}", many)
            yield Row("compared", f"{name}{note}: lines printed", f"{many[0].lines}", "")
            yield Row(
                "compared", f"{name}{note}: peak", f"{peak(commands[name], HOME, self._limit):.0f}", "MiB"
            )
        yield from ratios("compared", {name: runs[name] for name in runs if name not in self._slow()})
        if self._own:
            yield from self._cached(folder)

    def _cached(self, folder: Path) -> Iterator[Row]:
        """Check as a project, which has a cache: once without and once with what it holds."""
        settings = HOME / "canonym.toml"
        settings.write_text(f'learned = "{self._termbase(len(self._rules)).name}"\n', encoding="utf-8")
        command = [*self._program(), "check", "--format", "concise", str(folder)]
        run([*command[:-1], str(self._small())], HOME, 10 * self._limit)
        first, second = [], []
        for _ in range(self._rounds):
            shutil.rmtree(HOME / ".canonym" / "cache", ignore_errors=True)
            first.append(run(command, HOME, self._limit))
            second.append(run(command, HOME, self._limit))
        settings.unlink()
        yield from timed("compared", f"{OWN}, filling its cache", first)
        yield from timed("compared", f"{OWN}, with its cache", second)

    def cold(self) -> Iterator[Row]:
        """Run the quick programs on one small file."""
        file = self._small()
        quick = [name for name in self._peers if name not in self._slow()]
        commands = {name: self._peers[name].command(HOME, self._rules, [str(file)]) for name in quick}
        if self._own:
            commands[OWN] = self._checking(self._ready(len(self._rules)), file)
        runs = self._in_turn(commands, rounds=5 * self._rounds)
        for name, many in runs.items():
            yield from timed("cold", f"{name}, one file of 5 KB", many)
        yield from ratios("cold", runs)

    def by_files(self) -> Iterator[Row]:
        """Run Canonym on a sixteenth, a quarter and all of the files."""
        termbase = self._ready(len(self._rules))
        for share in (16, 4, 1):
            folder = self._articles(max(1, self._files // share))
            runs = [run(self._checking(termbase, folder), HOME, self._limit) for _ in range(self._rounds)]
            yield from timed("by files", f"{self._files // share} files", runs)

    def by_concepts(self) -> Iterator[Row]:
        """Compile termbases of many sizes, load them, and run Canonym with each on all of the files."""
        folder = self._articles(self._files)
        commands: dict[str, list[str]] = {}
        shutil.rmtree(HOME / ".canonym" / "index", ignore_errors=True)
        for size in sorted({*self._concepts, len(self._rules)}):
            termbase = self._termbase(size)
            commands[f"{size:,} concepts"] = self._checking(termbase, folder)
            yield from self._compiled(termbase, size)
        runs = self._in_turn(commands)
        for name, many in runs.items():
            yield from timed("by concepts", name, many)
            command = [*commands[name], "--jobs", "2"]
            yield Row(
                "by concepts", f"{name}: peak, 2 jobs", f"{peak(command, HOME, self._limit):.0f}", "MiB"
            )
        yield from ratios("by concepts", runs, base=f"{len(self._rules):,} concepts")

    def _compiled(self, termbase: Path, size: int) -> Iterator[Row]:
        name, index = f"{size:,} concepts", HOME / ".canonym" / "index"
        before = set(index.glob("*.index"))
        command = self._checking(termbase, self._small())
        yield from timed(
            "by concepts", f"{name}: first check, compiles", [run(command, HOME, 10 * self._limit)]
        )
        yield megabytes("by concepts", f"{name}: termbase", [termbase])
        yield megabytes("by concepts", f"{name}: index", {*index.glob("*.index")} - before)
        took = []
        for _ in range(3):
            run([sys.executable, "-c", LOADING, str(termbase)], HOME, self._limit)
            took.append(float((HOME / "output.txt").read_text()))
        yield Row("by concepts", f"{name}: load", f"{statistics.median(took):.1f}", "ms")

    def _in_turn(self, commands: dict[str, list[str]], rounds: int = 0) -> dict[str, list[Run]]:
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(rounds or self._rounds):
            for name, command in commands.items():
                if all(one.ended for one in runs[name]):
                    ends = self._peers[name].ends if name in self._peers else (0, 1)
                    runs[name].append(run(command, HOME, self._limit, ends))
        return runs

    def _slow(self) -> set[str]:
        return {name for name, peer in self._peers.items() if peer.is_slow}

    def _peer(self, name: str, folder: Path, files: Sequence[Path]) -> list[str]:
        peer = self._peers[name]
        paths = [str(folder)] if peer.share == 1 else [str(path) for path in files[:: peer.share]]
        return peer.command(HOME, self._rules, paths)

    def _articles(self, files: int) -> Path:
        return write_articles(HOME / f"articles-{files}", files, self._rules)

    def _termbase(self, size: int) -> Path:
        path = HOME / f"names-{len(self._rules)}-{size}.jsonl"
        write_termbase(path, self._rules, size)
        return path

    def _checking(self, termbase: Path, what: Path) -> list[str]:
        options = ["--isolated", "--no-cache", "--format", "concise", "--termbase", str(termbase)]
        return [*self._program(), "check", *options, str(what)]

    def _program(self) -> list[str]:
        script = Path(sysconfig.get_path("scripts")) / OWN
        return [str(script)] if script.is_file() else [sys.executable, "-m", OWN]


def timed(part: str, what: str, runs: Sequence[Run]) -> Iterator[Row]:
    """Yield the median of some runs, and their range if there are several."""
    seconds = sorted(one.seconds for one in runs)
    if not all(one.ended for one in runs):
        yield Row(part, what, f"> {seconds[-1]:.0f}", "s, then stopped")
        return
    spread = f" ({seconds[0]:.3g} to {seconds[-1]:.3g})" if len(seconds) > 1 else ""
    yield Row(part, what, f"{statistics.median(seconds):.3g}", f"s{spread}")


def ratios(part: str, runs: Mapping[str, Sequence[Run]], base: str = "") -> Iterator[Row]:
    """Yield how the times of each round compare: ours with the others', or all with ``base``; medians."""
    for other in runs:
        name, under = (OWN, other) if not base else (other, base)
        if name != under and name in runs and all(one.ended for one in (*runs[name], *runs[under])):
            pairs = zip(runs[name], runs[under], strict=True)
            ratio = statistics.median(one.seconds / two.seconds for one, two in pairs)
            yield Row(part, f"{name} / {under}", f"{ratio:.2f}", "of its time")


def megabytes(part: str, what: str, files: Iterable[Path]) -> Row:
    """Return how large files are together."""
    return Row(part, what, f"{sum(file.stat().st_size for file in files) / 1e6:.1f}", "MB")
