"""The evidence for a finding, in a phrase."""

from canonym.checking.finding import Finding


def phrase(finding: Finding) -> str:
    """Return the evidence of the corpus for the suggestion; empty if there is none.

    Example: ``14 mentions in 5 articles, as in 001.md:12``
    """
    return ", ".join(filter(None, (_counted(finding), _example(finding))))


def more(finding: Finding) -> str:
    """Return the part of ``phrase`` that the message does not say already."""
    counted = _counted(finding)
    more_counted = "" if counted in finding.message else counted
    return ", ".join(filter(None, (more_counted, _example(finding))))


def _counted(finding: Finding) -> str:
    evidence = finding.evidence
    if not evidence.mentions:
        return ""
    return f"{count(evidence.mentions, 'mention')} in {count(evidence.articles, 'article')}"


def _example(finding: Finding) -> str:
    examples = finding.evidence.examples
    return f"as in {examples[0].path}:{examples[0].line}" if examples else ""


def count(number: int, noun: str, many: str = "") -> str:
    """Return ``1 finding``, ``2 findings``; ``many`` is an irregular plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {many or noun + 's'}"


def suggestions(finding: Finding) -> str:
    """Return ``Panjshir or Panjsher`` on one line; empty if there is no suggestion."""
    return " or ".join(map(flat, finding.suggestions))


def flat(text: str) -> str:
    """Return ``text`` on one line."""
    return " ".join(text.split())
