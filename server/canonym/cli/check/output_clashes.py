"""Finds reports and baselines that would overwrite the inputs of a run."""

import codecs
import os
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from canonym.cli.check.check_run import STDIN, Session
from canonym.project.files.links_outside import lies_in, same_file
from canonym.project.settings_file import OWN_FILE
from canonym.project.writing.outputs import is_special
from canonym.report.earlier_report import HEAD, TAIL, is_report


def leave_out_reports(session: Session) -> None:
    """Leave out reports that this run writes again, unless they are named. A walk finds them like drafts."""
    named = [Path(name) for name in session.requested]
    for path in (Path(file) for _, file in session.args.output):
        if is_special(path) or not _is_report(path) or any(same_file(path, one) for one in named):
            continue
        session.paths = {name: draft for name, draft in session.paths.items() if not same_file(path, draft)}


def clash(session: Session) -> str:
    """Return in a sentence which file a run would overwrite; empty if none."""
    args, own = session.args, dict(_own_files(session))
    named = {f"--output {name}:{file}": Path(file) for name, file in args.output}
    written = {option: path for option, path in named.items() if not is_special(path)}
    baseline = {"--baseline": own.pop("the baseline")} if args.update_baseline else {}
    over = (
        _over_draft(session, written)
        or _over_own({**written, **baseline}, own)
        or _over_another(written)
        or _over_other(written, anywhere=args.allow_outside)
    )
    return f"{over}; name another file" if over else ""


def _over_draft(session: Session, written: Mapping[str, Path]) -> str:
    for option, path in written.items():
        if path.exists() and any(same_file(path, draft) for draft in session.paths.values()):
            return f"{option}: is a draft of this run"
    return ""


def _over_other(written: Mapping[str, Path], *, anywhere: bool) -> str:
    """Return which report would overwrite a file that is no report, such as a draft outside of this run.

    A link that leads outside is refused when the report is written, unless it may be written ``anywhere``.
    """
    for option, path in written.items():
        if _is_report(path) is False and (anywhere or _lies_there(path)):
            return f"{option}: is there, and no report"
    return ""


def _lies_there(path: Path) -> bool:
    return lies_in(Path(os.path.realpath(path)), (path.parent,))


def _is_report(path: Path) -> bool | None:
    """Return whether a file is a report of an earlier run; None if it is missing, empty or unreadable.

    An unreadable file is not a draft. Writing reports later whether it can be written.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).removeprefix(codecs.BOM_UTF8)
            file.seek(max(os.fstat(file.fileno()).st_size - TAIL, 0))
            return is_report(head, file.read(TAIL)) if head.strip() else None
    except OSError:
        return None


def _over_own(written: Mapping[str, Path], own: Mapping[str, Path]) -> str:
    for option, path in written.items():
        for what, file in own.items():
            if same_file(path, file):
                return f"{option}: is {what}"
    return ""


def _over_another(written: Mapping[str, Path]) -> str:
    for (one, path), (other, file) in combinations(written.items(), 2):
        if same_file(path, file):
            return f"{other}: is the file of {one}"
    return ""


def _own_files(session: Session) -> Iterator[tuple[str, Path]]:
    project, args = session.checker.project, session.args
    yield "the file of the settings", project.file.path if project.file else project.root / OWN_FILE
    yield "the authored termbase", project.authored
    yield "the learned termbase", project.learned
    yield from ((f"the termbase {source.name}", source.path) for source in project.sources)
    if args.baseline:
        yield "the baseline", Path(args.baseline)
    if args.files_from not in (None, STDIN):
        yield "the list of drafts", Path(args.files_from)
