"""Repairs drafts in rounds of edits, until no applicable finding remains."""

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import IO, Literal

from canonym.checking.finding import Finding
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.write_replacement import written
from canonym.cli.check.baseline_and_diff import Judge
from canonym.cli.check.checker import Checker
from canonym.cli.common import why_not_written
from canonym.project.files.text_files import LIMIT, NotText, TextFile, text_of
from canonym.project.writing.whole_files import ChangedError, write_atomic
from canonym.report.report import Reported
from canonym.text.document import Document
from canonym.text.values import NamedTuple

_ROUNDS = 10

Wanted = Callable[[Reported], bool]
"""Decides whether the first suggestion of a finding may be applied."""


class Repair(NamedTuple):
    """A draft and its new text.

    Attributes:
        file: The draft.
        text: Its new text.
        edits: ``old, new`` of each edit.
    """

    file: TextFile
    text: str
    edits: tuple[tuple[str, str], ...]


class Refusal(Exception):  # noqa: N818  (a draft that stays unchanged, not a failure)
    """A draft cannot be repaired. The text says why."""


def safe(reported: Reported) -> bool:
    """Return whether a finding may be repaired unasked."""
    return reported.counts and reported.finding.safe and reported.is_mendable


def any_suggestion(reported: Reported) -> bool:
    """Return whether a finding can be repaired at all."""
    return reported.counts and reported.is_mendable


def repair(
    checker: Checker, judge: Judge, path: Path, file: TextFile, first: Sequence[Reported], wanted: Wanted
) -> Repair:
    """Return the repair of a draft.

    Each round applies edits that do not overlap and checks the new text. So a second run finds nothing more
    to repair.

    Args:
        checker: Checks the new text.
        judge: Marks known findings and unchanged lines again.
        path: The draft.
        file: Its text.
        first: The findings in this text.
        wanted: Decides which of them to repair.
    """
    document, reported = checker.project.document_of(path, file.text), tuple(first)
    done: list[tuple[str, str]] = []
    for _ in range(_ROUNDS):
        chosen = [r.finding for r in reported if wanted(r) and is_there(r.finding, document)]
        made = written(document, select(chosen, unsafe=True))
        if not made.edits:
            break
        done += [(document.visible_text(edit.span), edit.text) for edit in made.meant]
        document = checker.project.document_of(path, apply(document.text, made.edits))
        outcome = checker.check_document(document)
        reported, _ = judge.judge(outcome.reported, {outcome.name})
    return Repair(file, document.text, tuple(done))


def is_there(finding: Finding, document: Document) -> bool:
    """Return whether the draft still has the text of a finding in its place."""
    return document.visible_text(finding.span) == finding.text


def encoded(repaired: Repair) -> bytes:
    """Return the bytes of a repaired draft with its old encoding, byte order mark and line ends.

    Raises:
        Refusal: The encoding lacks a character.
    """
    try:
        return repaired.file.with_text(repaired.text).data()
    except UnicodeEncodeError as error:
        lacking = error.object[error.start : error.end]
        raise Refusal(f"its encoding {error.encoding} has no {lacking!r}; nothing was written") from error


def write(path: Path, repaired: Repair, within: Collection[Path] | None) -> None:
    """Write a repaired draft.

    Args:
        path: The draft.
        repaired: Its repair.
        within: Folders, one of which must contain it with all links followed; None for anywhere.

    Raises:
        Refusal: It cannot be written, or it changed meanwhile.
    """

    def is_the_same(file: IO[bytes] | None) -> bool:
        try:
            return file is not None and text_of(file.read(LIMIT + 1), path) == repaired.file
        except NotText:
            return False

    data = encoded(repaired)
    try:
        write_atomic(path, data, within=within, expected=is_the_same)
    except ChangedError as error:
        raise Refusal("was changed meanwhile; nothing was written") from error
    except OSError as error:
        raise Refusal(f"cannot be written: {why_not_written(error)}") from error


def diff(name: str, repaired: Repair) -> Iterator[str]:
    """Yield a unified diff in a form that ``git apply`` and ``patch`` accept."""
    before, after = (_lines(text) for text in (repaired.file.text, repaired.text))
    yield f"--- {_quoted(f'a/{name}')}\n"
    yield f"+++ {_quoted(f'b/{name}')}\n"
    for group in _Changes(before, after).get_grouped_opcodes():
        ends = group[0], group[-1]
        yield f"@@ -{_range(ends[0][1], ends[1][2])} +{_range(ends[0][3], ends[1][4])} @@\n"
        for tag, start, end, new_start, new_end in group:
            signed = [(" " if tag == "equal" else "-", line) for line in before[start:end]]
            signed += [("+", line) for line in after[new_start:new_end] if tag != "equal"]
            for sign, line in signed:
                yield sign + line if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"


class _Changes(difflib.SequenceMatcher[str]):
    """The changed lines. Where there are as many as before each is compared with the one of its number.

    To look for them among all others takes the square of the number of changes.
    """

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, before, after)
        self._lines = before, after

    def get_opcodes(self) -> list[tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]]:
        """Return runs of lines that are equal or replaced."""
        before, after = self._lines
        if len(before) != len(after):
            return super().get_opcodes()
        same = [one == other for one, other in zip(before, after, strict=True)]
        ends = [*(at for at in range(1, len(same)) if same[at] != same[at - 1]), len(same)]
        runs = pairwise((0, *ends))
        return [("equal" if same[start] else "replace", start, end, start, end) for start, end in runs]


def _range(start: int, end: int) -> str:
    """Return the numbers of lines as a diff writes them."""
    return f"{start + 1}" if end - start == 1 else f"{start + (end > start)},{end - start}"


def _quoted(name: str) -> str:
    """Return a name as git writes it: in quotes with escapes of C if it needs them."""
    if name.isprintable() and not set(_ESCAPES).intersection(name):
        return name
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _octal(c)) for c in name) + '"'


_ESCAPES = {'"': r"\"", "\\": r"\\"}


def _octal(character: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "replace"))


def _lines(text: str) -> list[str]:
    """Split only after LF, like diff."""
    return [line for line in re.split(r"(?<=\n)", text) if line]
