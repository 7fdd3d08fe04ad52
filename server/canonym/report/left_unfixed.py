"""The findings that a repair left, and the reasons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from canonym.report.evidence import count, flat
from canonym.report.report import Mending, Report, Reported
from canonym.text.values import NamedTuple

FEW = 8
"""Most places that are listed for each reason. The report above lists all."""
KNOWN = "that the baseline knows"
QUOTED = "inside quotations"
FOR_A_PERSON = "for a person, likely but not sure"
_HINT = "`--diff --unsafe-fixes` shows what would become of them, `--interactive` asks for each."


class Unfixed(NamedTuple):
    """Findings that were left for one reason. The reason completes «2 findings …»."""

    reason: str
    findings: tuple[Reported, ...]


def unfixed(
    reported: Iterable[Reported], mending: Mending, unwritten: Set[str] = frozenset()
) -> tuple[Unfixed, ...]:
    """Return the remaining findings that have a suggestion, by reason, the commonest first.

    Args:
        reported: The findings that remain and are not suppressed.
        mending: What was to be repaired.
        unwritten: Drafts that could not be written.
    """
    found: defaultdict[str, list[Reported]] = defaultdict(list)
    for one in reported:
        if one.finding.suggestions:
            found[_reason(one, mending, unwritten)].append(one)
    ordered = sorted(found.items(), key=lambda item: -len(item[1]))
    return tuple(Unfixed(reason, tuple(findings)) for reason, findings in ordered)


def _reason(one: Reported, mending: Mending, unwritten: Set[str]) -> str:
    if not one.counts:
        return KNOWN
    if one.path in unwritten:
        return "in drafts that could not be written"
    if one.refusal:
        return "that cannot be mended there"
    if mending is Mending.ALL or one.finding.safe:
        return "beside another fix"
    return QUOTED if one.finding.quoted else FOR_A_PERSON


def summary(report: Report) -> Iterator[str]:
    """Yield a line with the places for each reason, and how to see the possible repairs."""
    if report.mending is Mending.NOTHING:
        return
    groups = unfixed(report.shown, report.mending, {problem.path for problem in report.problems})
    for group in groups:
        places = dict.fromkeys(_place(one) for one in group.findings)
        named = list(places)[:FEW]
        more = " and elsewhere" if len(places) > FEW else ""
        yield f"left {count(len(group.findings), 'finding')} {group.reason}: {', '.join(named)}{more}"
    if any(group.reason in (QUOTED, FOR_A_PERSON) for group in groups):
        yield _HINT


def _place(one: Reported) -> str:
    return f"{one.path}:{one.start.line + 1} {flat(one.finding.text)}"


def counts(groups: Iterable[Unfixed]) -> str:
    """Return the number of findings left for each reason, as a phrase."""
    return ", ".join(f"{count(len(group.findings), 'finding')} {group.reason}" for group in groups)
