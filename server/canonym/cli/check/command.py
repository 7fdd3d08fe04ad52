"""``canonym check``: drafts in, findings out."""

import os
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.checking.rules import RULES
from canonym.cli.check.baseline_and_diff import judge_of
from canonym.cli.check.check_run import STDIN, Session
from canonym.cli.check.checker import Checker, Plan, names
from canonym.cli.check.options import add_arguments
from canonym.cli.check.output import write_report
from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain, say
from canonym.project.files.ignored_files import absolute
from canonym.project.files.read_stream import read_stream
from canonym.project.files.standard_streams import read_stdin
from canonym.project.files.text_files import LIMIT, NotText, read_text, reason, text_of
from canonym.text.document import Document
from canonym.text.printable import printable

if TYPE_CHECKING:
    from canonym.cli.check.changes import Work

__all__ = ["add_arguments", "run"]


def run(args: Namespace) -> int:
    """Check, repair on request, and report. Return the exit code.

    Raises:
        SourceError: Settings, a termbase or the baseline are unusable.
    """
    mistake = _mistake(args)
    if mistake:
        complain(mistake)
        return EXIT_ERROR
    paths = _paths(args)
    checker = Checker(_plan(args, paths))
    session = Session(args, checker, judge_of(checker.project, checker.settings, args.baseline, args.since))
    session.gather(paths)
    if args.show_files:
        return _show_files(session)
    if args.show_languages:
        return _show_languages(session)
    clash = _clash(session)
    if clash:
        complain(clash)
        return EXIT_ERROR
    session.check()
    _report_missing_baseline(args)
    _report_missing_termbase(session)
    _report_unknown_languages(session)
    _report_cache_elsewhere(session)
    if args.update_baseline:
        from canonym.cli.check.update_baseline import update_baseline

        return update_baseline(session)
    if _mends(args):
        from canonym.cli.check.changes import change

        return change(session, _work(args))
    return write_report(session.report(*session.judged()), args)


def _work(args: Namespace) -> "Work":
    """Return the work of a run on its findings: ask about them, or mend them."""
    if args.interactive:
        from canonym.cli.check.interactive import ask

        return ask
    from canonym.cli.check.changes import mend

    return mend


def _report_missing_baseline(args: Namespace) -> None:
    """Report a missing baseline, because its name may be mistyped."""
    name = args.baseline
    if name and not (args.quiet or args.update_baseline or os.path.exists(name)):  # noqa: PTH110  (Path's own may raise)
        complain(f"{name} does not exist. All findings count as new. --update-baseline writes it.")


def _report_missing_termbase(session: Session) -> None:
    """Report a missing termbase. Otherwise a gate would pass everything when its termbase is forgotten."""
    project = session.checker.project
    if session.args.quiet or project.isolated or not session.outcomes:
        return
    if not any(source.path.exists() for source in project.sources):
        complain("found no termbase: only names that compete are looked for; `canonym learn` makes one")
    elif project.file and project.file.sets("learned") and not project.learned.exists():
        name = project.name(project.learned)
        complain(f"{name}: is named in the settings and not there; `canonym learn` makes it")


def _report_unknown_languages(session: Session) -> None:
    """Report drafts in whose language nothing is known."""
    if not session.args.quiet and session.outcomes:
        from canonym.cli.check.unknown_languages import notes_on_languages

        for note in notes_on_languages(session.outcomes, session.checker.project):
            complain(printable(note))


def _report_cache_elsewhere(session: Session) -> None:
    notice = session.elsewhere or session.checker.project.index_elsewhere()
    if notice and not session.args.quiet:
        complain(notice)


def _mistake(args: Namespace) -> str:
    """Return the mistake in the command line; empty if there is none."""
    for rule in names((*args.select, *args.ignore)):
        if rule not in RULES:
            from canonym.termbase.toml_shape import nearest

            return f"unknown rule {rule!r}{nearest(rule, RULES)}"
    if args.update_baseline and (mistake := _mistake_of_update(args)):
        return mistake
    if args.diff and args.interactive:
        return "--diff changes nothing and --interactive asks what to change; give one of them"
    if args.stdin_filename and STDIN not in args.paths:
        return "--stdin-filename names standard input; give - as a path"
    if args.interactive and STDIN in (*args.paths, args.files_from):
        return "--interactive asks on standard input and cannot read drafts from there"
    if STDIN in args.paths and args.files_from == STDIN:
        return "standard input is either a draft (-) or a list of drafts (--files-from -)"
    return ""


def _mistake_of_update(args: Namespace) -> str:
    if not (args.baseline and _may_be_file(args.baseline)):
        return "--update-baseline needs --baseline FILE, the file to write: no device, FIFO or pipe"
    if _mends(args):
        return "--update-baseline writes what is found and mends nothing; fix first, then run it alone"
    return ""


def _mends(args: Namespace) -> bool:
    return bool(args.fix or args.unsafe_fixes or args.diff or args.interactive)


def _clash(session: Session) -> str:
    """Return which input this run would overwrite; empty if none."""
    if not session.args.output and not session.args.update_baseline:
        return ""
    from canonym.cli.check.output_clashes import clash, leave_out_reports

    leave_out_reports(session)
    return clash(session)


def _may_be_file(name: str) -> bool:
    from canonym.project.writing.outputs import is_special

    return not is_special(Path(name))


def _paths(args: Namespace) -> list[str]:
    given = list(args.paths)
    if args.files_from is None:
        return given or ["."]
    from_stdin = args.files_from == STDIN
    listed = read_stdin() if from_stdin else _list_in(args.files_from)
    return given + [line for line in listed.decode(errors="surrogateescape").splitlines() if line.strip()]


def _list_in(name: str) -> bytes:
    """Return the list in a file or in a pipe with an end."""
    with open(name, "rb") as file:  # noqa: PTH123  (Path's own is the same)
        listed = read_stream(file, LIMIT + 1)
    if len(listed) > LIMIT:
        raise NotText(Path(name), "has no end, or too many names")
    return listed


def _plan(args: Namespace, paths: Sequence[str]) -> Plan:
    return Plan(
        start=_start(args, paths),
        isolated=args.isolated,
        termbases=tuple(absolute(Path(name)) for name in args.termbase),
        select=names(args.select),
        ignore=names(args.ignore),
        today=date.today(),
        language=args.language or "",
    )


def _start(args: Namespace, paths: Sequence[str]) -> str:
    """Return the directory that contains all drafts. The search for settings begins there."""
    real = [Path(args.stdin_filename or "." if path == STDIN else path) for path in paths]
    found = [path if path.is_dir() else path.parent for path in real if os.path.exists(path)]  # noqa: PTH110  (Path's own may raise)
    try:
        return os.path.commonpath([absolute(path) for path in found])
    except ValueError:  # no path exists, or the drafts are on several drives
        return str(Path.cwd())


def _show_files(session: Session) -> int:
    for path in session.paths.values():
        say(printable(path.as_posix()))
    for problem in session.problems:
        complain(f"{problem.path}: {problem.message}")
    return EXIT_ERROR if session.problems else EXIT_CLEAN


def _languages_of(document: Document) -> str:
    """Return the tag of the language of a draft, and those of its parts: en+de+fr."""
    parts = sorted({part.language.tag for part in document.parts})
    return "+".join((document.language.tag, *parts))


def _show_languages(session: Session) -> int:
    """Print the languages that each draft is taken for, a draft a line."""
    project, problems = session.checker.project, [f"{one.path}: {one.message}" for one in session.problems]
    for name, path in session.paths.items():
        data = session.stdin if session.is_stdin(name) else session.streams.get(name)
        try:
            text = text_of(data, path).text if data is not None else read_text(path).text
        except (NotText, OSError) as error:
            problems.append(f"{name}: {reason(error) if isinstance(error, OSError) else error.message}")
        else:
            say(f"{_languages_of(project.document_of(path, text))}\t{printable(name)}")
    for problem in problems:
        complain(problem)
    if any(absolute(Path(path)) == absolute(project.root) for path in session.requested):
        for glob in project.idle_language_globs(session.paths.values()):
            complain(printable(f"language-by-path: {glob!r} matches no draft and no article"))
    return EXIT_ERROR if problems else EXIT_CLEAN
