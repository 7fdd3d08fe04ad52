"""Why, in a phrase."""

from canonym.checking.finding import Finding


def phrase(finding: Finding) -> str:
    """Return what the corpus says for the suggestion; empty when it says nothing.

    ``14 mentions in 5 articles, as in 001.md:12``; without the numbers when the message has them.
    """
    evidence = finding.evidence
    if not evidence.mentions:
        return ""
    counted = f"{count(evidence.mentions, 'mention')} in {count(evidence.articles, 'article')}"
    told = counted in finding.message
    if not evidence.examples:
        return "" if told else counted
    first = evidence.examples[0]
    example = f"as in {first.path}:{first.line}"
    return example if told else f"{counted}, {example}"


def count(number: int, noun: str, many: str = "") -> str:
    """Return ``1 finding``, ``2 findings``; ``many`` is the plural where it is no plain one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {many or noun + 's'}"


def suggestions(finding: Finding) -> str:
    """Return ``Panjshir or Panjsher`` on one line; empty when there is none."""
    return " or ".join(map(flat, finding.suggestions))


def flat(text: str) -> str:
    """Return ``text`` on one line."""
    return " ".join(text.split())
