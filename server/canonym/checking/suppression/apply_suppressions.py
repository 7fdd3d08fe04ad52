"""Applies suppressions to findings, and finds suppressions that suppress nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from canonym.checking.check_settings import Ignore, Settings
from canonym.checking.finding import Finding, Severity
from canonym.checking.rules import RULES
from canonym.checking.suppression.directive import Directive, DirectiveKind, Directives
from canonym.checking.suppression.directive_reach import Reaches
from canonym.checking.suppression.read_directives import read_directives
from canonym.text.document import JOINER, Document
from canonym.text.glob import matches_path
from canonym.text.span import Span
from canonym.text.values import NamedTuple

RULE = "unused-suppression"


class SuppressionKind(StrEnum):
    """Where a finding is suppressed: in the draft or in the settings."""

    IN_SOURCE = "in-source"
    EXTERNAL = "external"


class SuppressedFinding(NamedTuple):
    """A suppressed finding.

    Attributes:
        finding: The finding.
        kind: Where it is suppressed.
        justification: The reason if there is one, else the directive or ``[sic]``.
    """

    finding: Finding
    kind: SuppressionKind
    justification: str


class Suppressed(NamedTuple):
    """The findings of a document, split by suppression.

    Attributes:
        kept: Findings to report.
        suppressed: Suppressed findings.
        unused: Findings about suppressions that suppress nothing, have expired or name an unknown rule.
        ignores: The entries of the settings that suppressed something here. Only a run over all drafts can
            tell which entries are unused; see ``unused_ignores``.
    """

    kept: tuple[Finding, ...]
    suppressed: tuple[SuppressedFinding, ...]
    unused: tuple[Finding, ...]
    ignores: frozenset[Ignore]


def suppress(document: Document, findings: Iterable[Finding], settings: Settings) -> Suppressed:
    """Split ``findings`` of ``document`` by the suppressions of its author and of the settings."""
    judge = _Judge(document, settings)
    kept: list[Finding] = []
    suppressed: list[SuppressedFinding] = []
    for finding in findings:
        silenced = judge.silenced(finding)
        if silenced:
            suppressed.append(silenced)
        else:
            kept.append(finding)
    unused: list[Finding] = []
    for finding in sorted(judge.complaints(), key=lambda complaint: complaint.span):
        silenced = judge.silenced(finding)
        if silenced:
            suppressed.append(silenced)
        else:
            unused.append(finding)
    return Suppressed(tuple(kept), tuple(suppressed), tuple(unused), frozenset(judge.used_ignores))


def unused_ignores(settings: Settings, results: Iterable[Suppressed]) -> tuple[Ignore, ...]:
    """Return the entries of the settings that suppressed nothing in any document of a run."""
    used = frozenset[Ignore]().union(*(result.ignores for result in results))
    return tuple(ignore for ignore in settings.ignores if ignore not in used)


class _Judge:
    """Decides for one document what is suppressed, and remembers by what."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self.used_ignores: set[Ignore] = set()
        self._document = document
        self._settings = settings
        self._directives: Directives = read_directives(document)
        self._used: dict[Directive, set[str]] = defaultdict(set)
        self._reaches = Reaches(document, self._directives.understood, RULE)
        self._expired: dict[Ignore, Finding] = {}
        self._may_say_sic = "[" in document.text or "(" in document.text

    def silenced(self, finding: Finding) -> SuppressedFinding | None:
        """Return ``finding`` with its suppression; None if it has none."""
        if self._is_sic(finding):
            return SuppressedFinding(finding, SuppressionKind.IN_SOURCE, "[sic]")
        if directive := self._reaches.over(finding.rule, finding.span.start):
            self._used[directive].add(finding.rule)
            why = directive.reason or directive.span.of(self._document.text)
            return SuppressedFinding(finding, SuppressionKind.IN_SOURCE, why)
        if ignore := self._ignore_of(finding):
            self.used_ignores.add(ignore)
            return SuppressedFinding(
                finding, SuppressionKind.EXTERNAL, ignore.reason or "ignored by the settings"
            )
        return None

    def complaints(self) -> Iterator[Finding]:
        """Yield the findings about the suppressions of this document."""
        severity = self._settings.severity(RULE, RULES[RULE].severity)
        if not severity.is_on:
            return
        for span in self._directives.misread:
            yield self._complaint(span, severity, "This directive is not understood; " + _KNOWN_DIRECTIVES)
        for directive in self._directives.understood:
            for message in self._wrong_with(directive):
                yield self._complaint(directive.span, severity, message)
        for ignore, finding in self._expired.items():
            message = f"The entry that ignored “{finding.text}” expired on {ignore.expires}"
            yield self._complaint(finding.span, severity, message)

    def _is_sic(self, finding: Finding) -> bool:
        if finding.rule == RULE or not self._may_say_sic:
            return False
        return _sic().match(self._document.text, finding.span.end) is not None

    def _ignore_of(self, finding: Finding) -> Ignore | None:
        for ignore in self._settings.ignores:
            if not _applies(ignore, finding, self._document.path):
                continue
            if ignore.expires and self._settings.today and ignore.expires < self._settings.today:
                self._expired.setdefault(ignore, finding)
                continue
            return ignore
        return None

    def _wrong_with(self, directive: Directive) -> Iterator[str]:
        yield from (_unknown_rule(rule) for rule in directive.rules if rule not in RULES)
        if directive.kind is DirectiveKind.ON:
            if not self._reaches.is_off_before(directive):
                yield "Nothing is switched off here; the directive can go"
            return
        # A rule that does not run cannot tell whether its directive is used.
        known = [rule for rule in directive.rules if rule in RULES and rule != RULE and self._runs(rule)]
        idle = [rule for rule in known if rule not in self._used[directive]]
        if idle:
            yield f"Nothing here is silenced of {' and '.join(idle)}; the directive can go"
        elif (
            not directive.rules
            and not self._used[directive]
            and directive.kind is not DirectiveKind.IGNORE_FILE
        ):
            yield "Nothing here is silenced; the directive can go"

    def _runs(self, rule: str) -> bool:
        return self._settings.severity(rule, RULES[rule].severity).is_on

    def _complaint(self, span: Span, severity: Severity, message: str) -> Finding:
        return Finding(
            rule=RULE, span=span, text=span.of(self._document.text), message=message, severity=severity
        )


_KNOWN_DIRECTIVES = "write off, on, ignore[rule], ignore-next[rule] or ignore-file[rule]"


def _applies(ignore: Ignore, finding: Finding, path: str) -> bool:
    return (
        ignore.text in ("", finding.text)
        and ignore.rule in ("", finding.rule)
        and (not ignore.path or matches_path(path, ignore.path))
    )


def _unknown_rule(rule: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule, RULES, 1)
    meant = f"; did you mean “{near[0]}”?" if near else f"; there are {', '.join(sorted(RULES))}"
    return f"No rule is called “{rule}”{meant}"


@cache
def _sic() -> re.Pattern[str]:
    """Return the pattern of ``[sic]`` after a form."""
    return re.compile(
        rf"(?:['’]s?(?!\w))?[\"'”’»*_)\]{JOINER}]*\s{{0,4}}[\[(][*_]*sic[!.]?[*_]*[\])]", re.IGNORECASE
    )
