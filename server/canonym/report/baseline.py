"""Findings that a team knows and accepts for now. A file marks them; they are never dropped.

A finding is recognised by its fingerprint. After an edit of its sentence the fingerprint differs. Then the
finding takes an entry of the same rule, draft, concept and spelling that no other finding uses. So a change
to the words beside a known finding does not bring it back.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from canonym.report.report import Reported, StaleEntry, Standing
from canonym.termbase.errors import SourceError
from canonym.text.values import NamedTuple

VERSION = 1
_FIELDS = ("fingerprint", "rule", "path", "concept", "text")


class BaselineError(SourceError):
    """A baseline is unreadable. The message says what to do."""

    def __init__(self, source: str, line: int, key: str, message: str) -> None:
        remedy = f"name another file; or delete {source}, then run --update-baseline again"
        super().__init__(source, line, key, f"{message}; {remedy}")


class Entry(NamedTuple):
    """One known finding."""

    fingerprint: str
    rule: str
    path: str
    concept: str
    text: str

    @property
    def kin(self) -> tuple[str, str, str, str]:
        """The part that stays when the sentence is edited."""
        return (self.rule, self.path, self.concept, " ".join(self.text.casefold().split()))


def parse(text: str, source: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline.

    Args:
        text: The content of the file.
        source: The name of the file in messages.

    Raises:
        BaselineError: It is not a baseline of this version.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        line, why = _unreadable(text, error)
        raise BaselineError(source, line, "", f"is no JSON ({why})") from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise BaselineError(source, 0, "version", f"is no baseline of version {VERSION}")
    entries = content.get("findings")
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise BaselineError(source, 0, "findings", f"each entry needs {', '.join(_FIELDS)}")
    return tuple(Entry(*(e[name] for name in _FIELDS)) for e in entries)


def dump(entries: Iterable[Entry]) -> str:
    """Return the content of the file: sorted, an entry a line, so that a diff shows what changed."""
    ordered = sorted(set(entries), key=lambda e: (e.path, e.rule, e.concept, e.text, e.fingerprint))
    lines = ",\n".join("    " + json.dumps(e._asdict(), ensure_ascii=False) for e in ordered)
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def entry(reported: Reported) -> Entry:
    """Return the entry that makes a finding known."""
    finding = reported.finding
    concept = finding.concept.id if finding.concept else ""
    return Entry(reported.fingerprint, finding.rule, reported.path, concept, finding.text)


def update(old: Sequence[Entry], reported: Iterable[Reported], checked: Collection[str]) -> tuple[Entry, ...]:
    """Return a baseline of the present findings. Entries of drafts that were not checked stay."""
    kept = [e for e in old if e.path not in checked]
    return (*kept, *(entry(r) for r in reported if r.suppression is None))


def compare(
    reported: Sequence[Reported], entries: Sequence[Entry], checked: Collection[str]
) -> tuple[tuple[Reported, ...], tuple[StaleEntry, ...]]:
    """Mark the known findings.

    Args:
        reported: The findings.
        entries: The baseline.
        checked: The drafts of this run. An entry of another draft is never stale.

    Returns:
        The findings, each with its standing, and the entries that no finding matches.
    """
    exact = {e.fingerprint for e in entries}
    present = {r.fingerprint for r in reported}
    spare: defaultdict[tuple[str, str, str, str], list[Entry]] = defaultdict(list)
    for known in entries:
        if known.fingerprint not in present:
            spare[known.kin].append(known)
    marked = tuple(_marked(r, exact, spare) for r in reported)
    return marked, tuple(_stale(spare.values(), checked))


def _marked(
    reported: Reported, exact: Collection[str], spare: dict[tuple[str, str, str, str], list[Entry]]
) -> Reported:
    if reported.fingerprint in exact:
        return reported._replace(standing=Standing.KNOWN)
    kin = entry(reported).kin
    if reported.suppression is None and spare.get(kin):
        spare[kin].pop(0)
        return reported._replace(standing=Standing.REWORDED)
    return reported


def _stale(groups: Iterable[list[Entry]], checked: Collection[str]) -> Iterator[StaleEntry]:
    for group in groups:
        for left in group:
            if left.path in checked:
                yield StaleEntry(left.fingerprint, left.rule, left.path, left.text)


def _unreadable(text: str, error: Exception) -> tuple[int, str]:
    """Return the line, from 1, of an error in JSON, and its message."""
    from canonym.termbase.toml_text import too_deep, too_long

    if isinstance(error, json.JSONDecodeError):
        return error.lineno, error.msg
    return too_deep(text) if isinstance(error, RecursionError) else too_long(text)


def _is_entry(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(name), str) for name in _FIELDS)
