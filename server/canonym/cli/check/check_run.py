"""One run of ``canonym check``: the drafts, their outcomes, and the report."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from canonym import __version__
from canonym.checking.rules import RULES
from canonym.cli.check.baseline_and_diff import Judge
from canonym.cli.check.checker import Checker, Outcome, is_kept
from canonym.cli.check.compare_drafts import with_comparison
from canonym.cli.check.progress_line import Progress
from canonym.cli.check.run_many import check_drafts
from canonym.project.files.find_files import Problem as FileProblem
from canonym.project.files.find_files import folders_of, is_stream
from canonym.project.files.ignored_files import absolute
from canonym.project.files.read_stream import read_stream
from canonym.project.files.standard_streams import StreamError, read_stdin
from canonym.project.files.text_files import LIMIT, reason
from canonym.report.report import FixedFile, Mending, Problem, Report, Reported, StaleEntry

if TYPE_CHECKING:
    from canonym.cli.check.outcome_cache import Cache

STDIN = "-"


class Session:
    """The state of a run.

    Attributes:
        args: The command line.
        checker: Checks a draft.
        judge: Leaves findings out, or marks them.
        requested: The paths on the command line.
        stdin: The content of standard input; None if no draft came from there.
        stdin_name: The name of the draft on standard input.
        problems: What could not be read, checked or written.
        paths: The drafts by name, in order.
        outcomes: The outcome of each draft, before drafts are compared.
        streams: The content of FIFOs and devices, which can be read only once, by name of the draft.
        fixed: Drafts that were repaired.
        elsewhere: Why the cache is outside of the project; empty if it is not.
    """

    def __init__(self, args: Namespace, checker: Checker, judge: Judge) -> None:
        self.args = args
        self.checker = checker
        self.judge = judge
        self.requested: list[str] = []
        self.stdin: bytes | None = None
        self.stdin_name = ""
        self.streams: dict[str, bytes] = {}
        self.problems: list[Problem] = []
        self._unchecked: list[Problem] = []
        self.paths: dict[str, Path] = {}
        self.outcomes: list[Outcome] = []
        self.fixed: list[FixedFile] = []
        self.elsewhere = ""

    @cached_property
    def writable(self) -> list[Path] | None:
        """The folders in which drafts may be written, from the command line; None for anywhere."""
        if self.args.allow_outside:
            return None
        return folders_of(Path(path) for path in self.requested if path != STDIN)

    @property
    def decidable(self) -> list[Path] | None:
        """The folders in which decisions may be written; None for anywhere."""
        project = self.checker.project
        if self.args.allow_outside:
            return None
        return [project.root, *(path.parent for path in project.termbases)]

    def gather(self, paths: Sequence[str]) -> None:
        """Find the drafts."""
        self.requested = list(paths)
        named = [Path(path) for path in paths if path != STDIN]
        for path in self.checker.project.drafts(named, self._note_unreadable) if named else ():
            self.paths[self.checker.project.name(path)] = path
        for path in filter(is_stream, named):
            self._read(self.checker.project.name(path), path)
        if STDIN in paths:
            path = Path(self.args.stdin_filename or "<stdin>")
            self.stdin_name = self.checker.project.name(path)
            self.paths.pop(self.stdin_name, None)
            try:
                self.stdin = read_stdin()
                self._judge_as_given(self.stdin_name, self.stdin)
                self.paths[self.stdin_name] = path
            except StreamError as error:
                self.problems.append(Problem(self.stdin_name, error.message))

    def _read(self, name: str, path: Path) -> None:
        """Read a FIFO or device to its end, before any other work waits for it."""
        try:
            with path.open("rb") as stream:
                self.streams[name] = read_stream(stream, LIMIT + 1)
        except OSError as error:
            self.problems.append(Problem(name, reason(error)))
            self.paths.pop(name, None)
        else:
            self._judge_as_given(name, self.streams[name])

    def _judge_as_given(self, name: str, data: bytes) -> None:
        self.judge = self.judge._replace(given={**self.judge.given, name: data})

    def check(self) -> None:
        """Check the drafts."""
        read = {self.stdin_name, *self.streams} if self.stdin is not None else set(self.streams)
        files = [path for name, path in self.paths.items() if name not in read]
        self.checker.plan = self.checker.plan._replace(together=len(self.paths) > 1)
        if len(files) > 1:
            from canonym.project.termination_signals import raise_on_end_signals

            raise_on_end_signals()
        cache = self._cache() if len(files) > 1 else None
        progress = Progress(len(files), quiet=self.args.quiet)
        try:
            self.outcomes = check_drafts(self.checker, files, self.args.jobs, cache, progress)
        finally:
            progress.close()
        for name, data in self.streams.items():
            self.outcomes.append(self.checker.check_bytes(self.paths[name], data))
        if self.stdin is not None:
            self.outcomes.append(self.checker.check_bytes(self.paths[self.stdin_name], self.stdin))
        self._unchecked = [Problem(o.name, o.problem) for o in self.outcomes if o.problem]
        for problem in self._unchecked:
            self.note(problem)
        self.outcomes = [o for o in self.outcomes if not o.problem]

    def check_anew(self) -> None:
        """Check again with the present termbase."""
        self.checker = Checker(self.checker.plan)
        self.problems = [problem for problem in self.problems if problem not in self._unchecked]
        self.check()

    def note(self, problem: Problem) -> None:
        """Record a problem once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def is_stdin(self, name: str) -> bool:
        """Return whether a draft came from standard input."""
        return self.stdin is not None and name == self.stdin_name

    def found(self) -> list[Reported]:
        """Return all findings in order, with those that compare the drafts."""
        outcomes = with_comparison(self.checker, self.outcomes, self.problems)
        if self.judge.since is None and self.checker.settings.ignores and not self.problems:
            from canonym.cli.check.unused_ignores import with_unused_ignores

            outcomes = with_unused_ignores(self.checker, self.requested, outcomes)
        return [r for o in outcomes for r in o.reported]

    def judged(self) -> tuple[tuple[Reported, ...], tuple[StaleEntry, ...]]:
        """Return the remaining findings with the known ones marked, and the stale baseline entries."""
        return self.judge.judge(self.found(), {o.name for o in self.outcomes})

    def report(self, reported: Iterable[Reported], stale: Iterable[StaleEntry]) -> Report:
        """Return the report. Drafts have names relative to the current directory."""
        shown = _Names(self.checker.project.root)
        return Report(
            reported=tuple(_renamed(r, shown) for r in reported),
            files=tuple(shown(o.name) for o in self.outcomes),
            problems=tuple(p._replace(path=shown(p.path)) for p in self.problems),
            rules=RULES,
            stale=tuple(s._replace(path=shown(s.path)) for s in stale),
            fixed=tuple(f._replace(path=shown(f.path)) for f in self.fixed),
            mending=self.mending,
            compared=self.judge.entries is not None,
            version=__version__,
            properties={"termbases": [shown(s.name) for s in self.checker.project.sources]},
        )

    @property
    def mending(self) -> Mending:
        """Which findings this run repairs unasked, or shows repaired."""
        if self.args.interactive:
            return Mending.NOTHING
        if self.args.unsafe_fixes:
            return Mending.ALL
        return Mending.SAFE if self.args.fix or self.args.diff else Mending.NOTHING

    def _cache(self) -> "Cache | None":
        """Return the cache of the project; None if there is no project to keep it in."""
        if self.args.no_cache or self.checker.plan.isolated or not is_kept(self.checker.project):
            return None
        from canonym.cli.check.outcome_cache import Cache

        cache = Cache(self.checker)
        self.elsewhere = cache.elsewhere
        return cache

    def _note_unreadable(self, problem: FileProblem) -> None:
        name = self.checker.project.name(problem.path)
        self.problems.append(Problem(name, problem.message))


class _Names:
    """Names of drafts, relative to the current directory; whole paths outside of it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._here = Path.cwd()

    def __call__(self, name: str) -> str:
        if self._root == self._here or name == "<stdin>":
            return name
        path = Path(absolute(self._root / name))
        return (path.relative_to(self._here) if path.is_relative_to(self._here) else path).as_posix()


def _renamed(reported: Reported, shown: _Names) -> Reported:
    path = shown(reported.path)
    if path == reported.path and not reported.related:
        return reported
    related = tuple(r._replace(path=shown(r.path)) for r in reported.related)
    return reported._replace(path=path, related=related)
