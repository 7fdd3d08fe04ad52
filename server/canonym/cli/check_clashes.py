"""Reports and baselines that a run would write over the drafts and files that it reads."""

import codecs
import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

from canonym.cli.check_session import STDIN, Session
from canonym.project.outputs import is_special
from canonym.project.places import same_file
from canonym.project.settings_file import OWN_FILE

_MADE_BY_PROGRAMS = re.compile(rb"\s*(?:\{(?!\"canonym\")|\[(?:\s|\]|\{)|<[!?])")
"""How reports for programs begin, and no article: JSON, but no learned termbase and no TOML; XML; HTML."""
_FOR_PEOPLE = tuple(
    f"--output {name}:" for name in ("text", "concise", "markdown", "github", "azure", "teamcity")
)
"""The options whose reports may begin with anything: of what lies in their place nothing can be told."""


def clash(session: Session) -> str:
    """Return what a run would write over, in a sentence; empty when there is nothing."""
    args, own = session.args, dict(_own_files(session))
    named = {f"--output {name}:{file}": Path(file) for name, file in args.output}
    written = {option: path for option, path in named.items() if not is_special(path)}
    baseline = {"--baseline": own.pop("the baseline")} if args.update_baseline else {}
    for_programs = {option: path for option, path in written.items() if not option.startswith(_FOR_PEOPLE)}
    over = (
        _over_draft(session, written)
        or _over_own({**written, **baseline}, own)
        or _over_another(written)
        or _over_text(for_programs)
    )
    return f"{over}; name another file" if over else ""


def _over_draft(session: Session, written: Mapping[str, Path]) -> str:
    for option, path in written.items():
        if path.exists() and any(same_file(path, draft) for draft in session.paths.values()):
            return f"{option}: is a draft of this run"
    return ""


def _over_text(written: Mapping[str, Path]) -> str:
    """Return which report would be written over what is none, such as a draft that this run leaves out."""
    for option, path in written.items():
        begins = _beginning(path)
        if begins and not _MADE_BY_PROGRAMS.match(begins):
            return f"{option}: is there, and no report"
    return ""


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(codecs.BOM_UTF8).strip()
    except OSError:
        return b""  # what cannot be read is no draft; whether it can be written is told later


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
