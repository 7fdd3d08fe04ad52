"""Tells in which languages of drafts nothing could be found: a wrong tag would pass everything."""

from collections import Counter
from collections.abc import Iterator, Sequence

from canonym.cli.check.checker import Outcome
from canonym.project.project import Project
from canonym.report.evidence import count
from canonym.termbase.language_tags import UNDETERMINED, primary


def notes_on_languages(outcomes: Sequence[Outcome], project: Project) -> Iterator[str]:
    """Yield notes on drafts in languages without names, if there are names of others, and on wrong tags."""
    for outcome in outcomes:
        if outcome.misdeclared:
            yield f"{outcome.name}: its language {outcome.misdeclared!r} is no tag of BCP 47"
    drafts = Counter(primary(outcome.language) for outcome in outcomes if outcome.language)
    drafts.pop(UNDETERMINED, None)
    lacking = project.languages_without_names(drafts)
    if lacking:
        told = " and ".join(f"{tag} ({count(drafts[tag], 'draft')})" for tag in lacking)
        yield f"no termbase has names in {told}; `canonym check --show-languages` lists the languages"
