"""Counts the instructions of a keystroke, a check, a run and a lesson, with each memory and without it.

A process under valgrind (callgrind) makes all ready. For each memory it forks a child, which takes that
memory away. The child forks another one at once, which works. Each writes what it has counted since the
process began. So their difference is what the work took. The count has no noise: nothing but the work is
counted, and hashes are no random ones.

usage: ``ablate_memory.py --instructions`` starts one such process for each kind of work
"""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from memory_work import PATIENCE, checked, decided, keystrokes, prepared, stroke
from removable_memories import Remembers, forget_modules, memories, memories_made_inside, memories_of_modules

from canonym.cli.main import main as canonym
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.file_reader import Reader
from canonym.index.termbase_index import Index, compiled
from canonym.termbase.learned import dump

HOW_TO_INSTALL = "valgrind is missing; install it: apt-get install valgrind, or dnf install valgrind"
KINDS = {
    "short": "a keystroke in 25,000 characters",
    "long": "a keystroke in 250,000 characters",
    "check": "a check of a draft",
    "run": "canonym check of drafts",
    "learn": "canonym learn of articles",
}
"""The kinds of work."""
_STROKES = {"short": 4, "long": 2}
_WARMING, _CHECKED, _LEARNED = 24, 3, 15
_MADE_INSIDE = {
    "run": ("canonym.project.files.ignored_files",),
    "learn": ("canonym.corpus.variant_candidates", "canonym.corpus.related.related_stories"),
}
"""Modules whose caches are made by what runs, by kind of work."""
_SUMMARY = re.compile(r"^(?:summary|totals): (\d+)", re.MULTILINE)


class Prepared(NamedTuple):
    """What a kind of work begins with: the memories, and what works."""

    memories: Sequence[Remembers]
    index: Index
    work: Callable[[], object]


def is_installed() -> bool:
    """Return whether valgrind is there."""
    return shutil.which("valgrind") is not None


def write_work(folder: Path, concepts: int, articles: int) -> None:
    """Write what all kinds of work need: articles, an index of them and more names, drafts."""
    (folder / "articles").mkdir()
    termbase, work = prepared(folder / "articles", concepts, articles)
    (folder / "index").write_bytes(compiled(termbase, decided()))
    (folder / "work.json").write_text(json.dumps([work.drafts, list(work.long.items())]), encoding="utf-8")
    project = folder / "project"
    project.mkdir()
    (project / "termbase.learned.jsonl").write_text("".join(dump(termbase)), encoding="utf-8")
    (project / "canonym.toml").write_text('exclude = ["*.tmp", "old/**"]\n', encoding="utf-8")
    for number, draft in enumerate(work.drafts[-_CHECKED:]):
        (project / f"{number}.txt").write_text(draft, encoding="utf-8")
    check = [sys.executable, "-m", "canonym", "check", "--exit-zero", str(project)]
    subprocess.run(check, stdout=subprocess.DEVNULL, check=True)  # compiles the index


def counts(folder: Path, kind: str, only: str) -> Iterator[tuple[str, int]]:
    """Yield each memory and the instructions of a kind of work without it, first with all, twice."""
    logs = folder / f"counts-{kind}"
    logs.mkdir()
    command = ["valgrind", "--tool=callgrind", "--quiet", f"--callgrind-out-file={logs}/%p"]
    command += [sys.executable, __file__, str(folder), kind, only]
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for line in process.stdout:
            name, before, after = line.rstrip("\n").split("\t")
            yield name, _counted(logs / after) - _counted(logs / before)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def _counted(file: Path) -> int:
    found = _SUMMARY.search(file.read_text(encoding="utf-8"))
    assert found is not None, file
    file.unlink()
    return int(found[1])


def main() -> int:
    """Prepare a kind of work, and do it in children, with all memories and without each."""
    folder, kind, only = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the findings of the command go there
    known, index, work = _prepare(folder, kind)
    gc.collect()
    gc.freeze()
    gc.disable()
    nothing = Remembers("", lambda _index: None)
    for memory in (nothing, nothing, *(one for one in known if only in one.name)):
        print(memory.name, *_children(memory, index, work), sep="\t", file=answers)
    return 0


def _prepare(folder: Path, kind: str) -> Prepared:
    drafts, long = json.loads((folder / "work.json").read_text(encoding="utf-8"))
    index = Index(Reader((folder / "index").read_bytes()))
    if kind in _STROKES:
        index.memory.patience = PATIENCE
        draft = dict(long)[25_000 if kind == "short" else 250_000]
        first, *rest = islice(keystrokes(draft), 1 + _STROKES[kind])
        stroke(index, first)
        return Prepared(list(memories(index)), index, lambda: [stroke(index, text) for text in rest])
    if kind == "check":
        checked(index, drafts[:_WARMING])
        stroke(index, drafts[0])
        known = list(memories(index))
        return Prepared(known, index, lambda: checked(index, drafts[-_CHECKED:]))
    work = _command(folder / "project") if kind == "run" else _lesson(folder / "articles")
    work()
    forget_modules()  # a command begins with nothing
    inside = memories_made_inside(*_MADE_INSIDE[kind])
    return Prepared([*memories_of_modules(), *inside], index, work)


def _command(project: Path) -> Callable[[], object]:
    report = project.parent / "report.sarif"
    arguments = ["check", "--exit-zero", "--no-cache", "--jobs=1", "--quiet", f"--output=sarif:{report}"]
    return lambda: canonym([*arguments, str(project)])


def _lesson(articles: Path) -> Callable[[], object]:
    paths = sorted(articles.iterdir())[:_LEARNED]
    return lambda: learn([ArticleSource(path, path.name) for path in paths])


def _children(memory: Remembers, index: Index, work: Callable[[], object]) -> tuple[int, int]:
    """Return the process that has counted all but the work, and the one that did the work."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        memory.remove(index)
        worker = os.fork()
        if not worker:
            work()
            os._exit(0)
        os.waitpid(worker, 0)
        os.write(sending, str(worker).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        worker = int(pipe.read())
    os.waitpid(child, 0)
    return child, worker


def table(results: Mapping[str, Mapping[str, int]], spreads: Mapping[str, float]) -> Iterator[str]:
    """Yield a line for each memory, the dearest to lack first.

    Args:
        results: The instructions by memory and kind of work.
        spreads: The difference of two counts with all memories, by kind of work.
    """
    usual = results[""]
    for kind, count in usual.items():
        spread = f"two counts differ by {spreads[kind]:.3%}"
        yield f"{kind}: {KINDS[kind]}; with all {count:,} instructions; {spread}"
    yield f"{'without':72}" + "".join(f"{kind:>9}" for kind in usual)

    def shares(name: str) -> dict[str, float]:
        return {kind: count / usual[kind] - 1 for kind, count in results[name].items()}

    for name in sorted(filter(None, results), key=lambda one: -max(shares(one).values())):
        mine = shares(name)
        yield f"{name:72}" + "".join(f"{mine[kind]:+9.2%}" if kind in mine else " " * 9 for kind in usual)


if __name__ == "__main__":
    sys.exit(main())
