"""Finds entries of the settings that suppress nothing any more. Only a run over all drafts can tell."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from canonym.checking.check_settings import Ignore
from canonym.checking.finding import Finding
from canonym.checking.rules import RULES
from canonym.cli.check.checker import Checker, Outcome
from canonym.project.files.ignored_files import absolute
from canonym.project.settings_file import SettingsFile
from canonym.report.finding_places import place_findings
from canonym.termbase.toml_places import line_of
from canonym.text.formats import PLAIN, parse_document

_RULE = "unused-suppression"


def with_unused_ignores(checker: Checker, paths: list[str], outcomes: list[Outcome]) -> list[Outcome]:
    """Return the outcomes, and one more for the settings file if some entries are unused.

    Args:
        checker: Has the settings.
        paths: The paths on the command line.
        outcomes: The outcomes of the drafts.
    """
    settings, file = checker.settings, checker.project.file
    severity = settings.severity(_RULE, RULES[_RULE].severity)
    partly = checker.plan.select or checker.plan.ignore or not _covers(checker.project.root, paths)
    if partly or file is None or not severity.is_on or not settings.ignores:
        return outcomes
    used = {entry for outcome in outcomes for entry in outcome.ignores}
    document = parse_document(checker.project.name(file.path), file.text, PLAIN)
    findings = []
    for entry, line in _entries(checker, file):
        if entry not in used:
            span = document.lines.line(line - 1)
            message = _message(entry, checker.settings.today)
            findings.append(Finding(_RULE, span, span.of(file.text), message, severity))
    if not findings:
        return outcomes
    return [*outcomes, Outcome(document.path, tuple(findings), reported=place_findings(document, findings))]


def _covers(root: Path, paths: list[str]) -> bool:
    return any(root.is_relative_to(absolute(Path(path))) for path in paths)


def _entries(checker: Checker, file: SettingsFile) -> Iterator[tuple[Ignore, int]]:
    """Yield the entries with their lines, from 1."""
    for number, entry in enumerate(checker.project.settings.ignore):
        if isinstance(entry, Ignore):
            yield entry, line_of(file.text, (*file.table, "ignore", number))


def _message(entry: Ignore, today: date | None) -> str:
    if entry.expires and today and entry.expires < today:
        return f"The entry for {_what(entry)} expired on {entry.expires}; renew it or take it out"
    return f"Nothing is silenced by the entry for {_what(entry)}; it can go"


def _what(entry: Ignore) -> str:
    named = {"text": entry.text, "rule": entry.rule, "path": entry.path}
    return ", ".join(f"{key} “{value}”" for key, value in named.items() if value) or "everything"
