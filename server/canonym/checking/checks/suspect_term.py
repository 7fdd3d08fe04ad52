"""A real word where the corpus has another.

Machine translation swaps one real word for another. The word is right by itself, so no spelling
checker sees it; the corpus has another name beside the same words, and the story at hand is about
that one.

*anti-Taliban* is the term of the related articles:

- flagged: the **anti-Tibetan** Northern Alliance → anti-Taliban
- left alone: *anti-Soviet* (the corpus has it, too)

Fix: the corpus's word; never safe, since the draft may mean what it says.
"""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import counted, evidence_of, reference
from canonym.checking.fixes.style_of_place import suggestion_for
from canonym.checking.match_findings import Complaint, findings_from_matches, is_kept_apart
from canonym.matching.matcher import Difference
from canonym.matching.real_word_errors import Suspect, suspects

SEVERITY = Severity.WARNING
TAGS = ("names", "meaning")
FIXABLE = "unsafe"
CONFIDENCE = 0.6
"""Of a word in another's frame; none was learned, for such words are rare in any labelled text."""
_MISPLACED = Complaint(
    "suspect-term", Difference.WORD, "“{text}” stands where the {source} has “{new}”", may_be_safe=False
)


def find(checked: DraftUnderCheck, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``checked``."""
    yield from findings_from_matches(checked, _MISPLACED, severity)
    for suspect in suspects(checked.draft, checked.index):
        if not is_kept_apart(suspect.compound.text, suspect.form, checked.index):
            yield from _finding(checked, suspect, severity)


def _finding(checked: DraftUnderCheck, suspect: Suspect, severity: Severity) -> Iterator[Finding]:
    start, place = checked.place_at(suspect.compound.span)
    instead = suggestion_for(suspect.form, place, checked.apostrophe)
    if instead is None:
        return
    concept, term = checked.index.terms(suspect.form)[0]
    yield Finding(
        rule="suspect-term",
        span=instead.shifted(start).span,
        text=instead.text,
        message=(
            f"“{suspect.compound.text}” stands where the corpus has “{suspect.form}”:"
            f" {counted(term.frequency, 'mention')} in {counted(term.articles, 'article')};"
            f" the draft speaks of {suspect.name.form}, the corpus never of {suspect.spot.token.text}"
        ),
        severity=severity,
        confidence=CONFIDENCE,
        suggestions=(instead.new,),
        concept=reference(concept),
        evidence=evidence_of(term),
    )
