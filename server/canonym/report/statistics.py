"""Counts by rule, by concept and by spelling."""

from collections import Counter
from collections.abc import Iterator

from canonym.report.evidence import flat
from canonym.report.report import Report, Reported
from canonym.text.printable import printable


def by_rule(report: Report) -> Counter[str]:
    """Return the number of findings that count, by rule."""
    return Counter(r.finding.rule for r in report.counted)


def by_concept(report: Report) -> Counter[str]:
    """Return the number of findings that count, by concept."""
    return Counter(concept_name(r) for r in report.counted)


def by_spelling(report: Report) -> Counter[str]:
    """Return the number of findings that count, by spelling and suggestion."""
    return Counter(spelling_name(r) for r in report.counted)


def concept_name(reported: Reported) -> str:
    """Return the name of the concept for people: its preferred form, else its id, else the suggestion."""
    finding = reported.finding
    if finding.concept:
        return finding.concept.preferred or finding.concept.id
    return flat(finding.suggestions[0]) if finding.suggestions else "(no concept)"


def spelling_name(reported: Reported) -> str:
    """Return ``Punjir -> Panjshir``."""
    text, others = flat(reported.finding.text), reported.finding.suggestions
    return f"{text} -> {flat(others[0])}" if others else text


def tables(report: Report) -> Iterator[str]:
    """Yield the three tables, the most frequent first."""
    for title, counter in (
        ("rule", by_rule(report)),
        ("concept", by_concept(report)),
        ("spelling", by_spelling(report)),
    ):
        if counter:
            yield f"By {title} ({len(counter):,}):\n"
            for name, number in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
                yield f"{number:>7,}  {printable(name)}\n"
