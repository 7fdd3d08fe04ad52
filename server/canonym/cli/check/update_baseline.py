"""``--update-baseline``: the present findings become known."""

from pathlib import Path
from typing import IO

from canonym.cli.check.baseline_and_diff import rules_off
from canonym.cli.check.check_run import Session
from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain, say
from canonym.project.files.text_files import LIMIT, text_of
from canonym.project.writing.rewriting import rewrite
from canonym.report.baseline import Entry, dump, parse, update
from canonym.report.evidence import count
from canonym.text.printable import printable


def update_baseline(session: Session) -> int:
    """Write the present findings. Entries of other drafts and of rules that are off stay."""
    file = Path(session.args.baseline)
    off = rules_off(session.checker.settings)
    checked = {*(outcome.name for outcome in session.outcomes), *session.judge.gone()}
    found = session.found()
    entries: tuple[Entry, ...] = ()

    def updated(held: IO[bytes] | None) -> bytes:
        nonlocal entries
        text = "" if held is None else text_of(held.read(LIMIT + 1), file).text
        known = () if held is None else parse(text, file.as_posix())
        aside = tuple(entry for entry in known if entry.rule in off)
        entries = (*aside, *update([e for e in known if e.rule not in off], found, checked))
        return dump(entries).encode("utf-8", "replace")

    rewrite(file, updated, within=None if session.args.allow_outside else (file.parent,))
    for problem in session.problems:
        complain(f"{problem.path}: {problem.message}")
    if not session.args.quiet:
        say(printable(f"{file}: {count(len(entries), 'known finding')}"))
    return EXIT_ERROR if session.problems else EXIT_CLEAN
