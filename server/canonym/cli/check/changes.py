"""``--fix``, ``--unsafe-fixes``, ``--diff`` and ``--interactive``: the changes of a run."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from canonym.cli.check.check_run import Session
from canonym.cli.check.draft_failures import problem_on_failure
from canonym.cli.check.fix import Refusal, Repair, Wanted, any_suggestion, diff, encoded, repair, safe, write
from canonym.cli.check.output import exit_code, print_problems, write_report
from canonym.cli.common import complain
from canonym.project.files.standard_streams import writing
from canonym.project.files.text_files import NotText, TextFile, read_text, text_of
from canonym.project.termination_signals import raise_on_end_signals
from canonym.report.evidence import count
from canonym.report.left_unfixed import counts, unfixed
from canonym.report.report import FixedFile, Problem, Reported
from canonym.text.printable import visible

Work = Callable[[Session, Sequence[Reported]], None]
"""Changes drafts by the findings in them."""


def change(session: Session, work: Work) -> int:
    """Do ``work`` on the findings that count, or show the possible repairs; then report the rest."""
    raise_on_end_signals()
    reported, stale = session.judged()
    if session.args.diff:
        _show(session, reported)
        report = session.report(reported, stale)
        print_problems(report)
        return exit_code(report, session.args)
    work(session, reported)
    report = session.report(*session.judged())
    if session.stdin is not None:
        with writing("standard output"):
            sys.stdout.buffer.write(session.stdin)
            sys.stdout.flush()
    return write_report(report, session.args, sys.stdout if session.stdin is None else sys.stderr)


def mend(session: Session, reported: Sequence[Reported]) -> None:
    """Repair the findings that may be repaired."""
    for name, repaired in _repairs(session, reported):
        put(session, name, repaired)


def by_draft(reported: Sequence[Reported]) -> dict[str, list[Reported]]:
    """Return the findings by draft."""
    found: defaultdict[str, list[Reported]] = defaultdict(list)
    for one in reported:
        found[one.path].append(one)
    return dict(found)


def draft_of(session: Session, name: str) -> TextFile | None:
    """Read a draft again. If that fails, record a problem and return None."""
    path = session.paths[name]
    read = session.stdin if session.is_stdin(name) else session.streams.get(name)
    try:
        return read_text(path) if read is None else text_of(read, path)
    except (OSError, NotText) as error:
        session.problems.append(Problem(name, str(error)))
        return None


def put(session: Session, name: str, repaired: Repair) -> None:
    """Write a repaired draft and check it again."""
    try:
        if session.is_stdin(name):
            session.stdin = encoded(repaired)
        elif name in session.streams:
            raise Refusal("is no regular file and is never written; --diff shows what would be mended")
        else:
            write(session.paths[name], repaired, session.writable)
    except Refusal as refusal:
        session.problems.append(Problem(name, str(refusal)))
        return
    session.fixed.append(FixedFile(name, repaired.edits))
    fresh = session.checker.check_text(session.paths[name], lambda: repaired.text)
    if fresh.problem:
        session.problems.append(Problem(name, fresh.problem))
    known = session.outcomes
    session.outcomes = [
        fresh if one.name == name else one for one in known if one.name != name or not fresh.problem
    ]


def _show(session: Session, reported: Sequence[Reported]) -> None:
    """Write the diff, and its summary on standard error."""
    edits = drafts = 0
    for name, repaired in _repairs(session, reported):
        with writing("standard output"):
            sys.stdout.writelines(_lines(name, repaired))
            sys.stdout.flush()
        edits, drafts = edits + len(repaired.edits), drafts + 1
    if not session.args.quiet:
        wanted = _wanted(session)
        shown = (one for one in reported if one.suppression is None and not wanted(one))
        others = unfixed(shown, session.mending)
        rest = f"; {counts(others)}" if others else ""
        complain(f"would fix {count(edits, 'finding')} in {count(drafts, 'draft')}{rest}")


def _lines(name: str, repaired: Repair) -> Iterator[str]:
    """Yield the diff: exact for programs; at a terminal, without anything that steers it."""
    lines = diff(name, repaired)
    if not sys.stdout.isatty():
        return lines
    return (visible(line.removesuffix("\n")) + "\n" for line in lines)


def _repairs(session: Session, reported: Sequence[Reported]) -> Iterator[tuple[str, Repair]]:
    wanted = _wanted(session)
    for name, those in by_draft(reported).items():
        done = _repair(session, name, those, wanted) if any(map(wanted, those)) else None
        if done is not None and done.text != done.file.text:
            yield name, done


def _wanted(session: Session) -> Wanted:
    return any_suggestion if session.args.unsafe_fixes else safe


def _repair(session: Session, name: str, those: Sequence[Reported], wanted: Wanted) -> Repair | None:
    """Return the repair of a draft. If that fails, record a problem and return None."""
    file = draft_of(session, name)
    if file is not None:
        with problem_on_failure(name, session.problems):
            return repair(session.checker, session.judge, session.paths[name], file, those, wanted)
    return None
