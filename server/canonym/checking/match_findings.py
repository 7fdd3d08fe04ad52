"""Findings from matches: one decision for each word of the draft, told apart by rule."""

from collections.abc import Iterator, Mapping

from canonym.checking.capital_surnames import is_kin_in_capitals
from canonym.checking.draft_reading import Reading
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import concept_at, counted, evidence_of, reference, strongest
from canonym.checking.suggestion import Suggestion, place_in, suggestion_for
from canonym.index.memory import notes, remembered
from canonym.index.termbase_index import Index, NameWord
from canonym.matching.draft_sentence import SentenceReading, Spot
from canonym.matching.matcher import Match
from canonym.matching.real_word_errors import swapped
from canonym.matching.scoring import model
from canonym.spelling import ordinary
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Term
from canonym.text.capitals import is_loud, same_in_capitals
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_PLACES = 1 << 14
"""Places of words of which the finding is remembered, each as it was last."""


def name_findings(reading: Reading, rule: str, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of ``rule``: ``variant-name``, ``suspect-term`` or ``term-form``."""
    for match in reading.matches_by_rule.get(rule, ()):
        for place in match.places:
            number, spot = match.word.places[place]
            finding = _told(reading, match, place, (reading.draft.sentences[number], spot), rule, severity)
            if finding is not None:
                yield _placed(reading, finding, reading.draft.starts[number])


class _Told(NamedTuple):
    """What was found at a place of a word when it was last looked at, in whatever draft.

    Attributes:
        spot: The place.
        match: What is the same object as long as the match is.
        part: The concept that the word there belongs to.
        basis: What else the finding was made from.
        finding: The finding, if there is one.
    """

    spot: Spot
    match: Mapping[str, object]
    part: Concept
    basis: tuple[object, ...]
    finding: Finding | None


def _told(
    reading: Reading,
    match: Match,
    place: int,
    at: tuple[SentenceReading, Spot],
    rule: str,
    severity: Severity,
) -> Finding | None:
    """Return what is found at a place, as counted from the start of its sentence and if nobody is quoted."""
    sentence, spot = at
    known = notes(reading.index, _told, _PLACES)
    key = match.word.form, place
    last: _Told | None = known.get(key)
    if last is not None and (last.spot is not spot or last.match is not match.aspects):
        last = None
    part = concept_at(match.name, spot, reading.index) if last is None else last.part
    concept = reading.introduced(part)
    loud = match.name.folded in reading.surnames_in_capitals
    opens_alone = _opens_alone(match, spot)
    basis = (rule, severity, reading.apostrophe, concept, loud, opens_alone)
    if last is None or last.basis != basis:
        instead = None if opens_alone else _suggestion(reading, match, sentence, spot, loud=loud)
        finding = instead and _finding(reading, match, (spot, instead), (part, concept), rule, severity)
        last = known[key] = _Told(spot, match.aspects, part, basis, finding)
    return last.finding


def _placed(reading: Reading, finding: Finding, by: int) -> Finding:
    span = Span(finding.span.start + by, finding.span.end + by)
    quoted = finding.safe and reading.is_quoted(span)
    return finding.placed(span, safe=finding.safe and not quoted, quoted=quoted)


def _finding(
    reading: Reading,
    match: Match,
    at: tuple[Spot, Suggestion],
    meant: tuple[Concept, Concept],
    rule: str,
    severity: Severity,
) -> Finding | None:
    part, concept = meant
    spot, instead = at
    span, text, new, form = instead
    if _is_never(concept, match, spot, reading.index) or is_kept_apart(text, form, reading.index):
        return None
    best = _term_with(part, match)
    level = Severity.WARNING if rule == "term-form" and severity is Severity.INFO else severity
    return Finding(
        rule=rule,
        span=span,
        text=text,
        message=_message(rule, text, new, best, match),
        severity=level,
        confidence=round(match.confidence, 3),
        suggestions=(new,),
        safe=_is_safe(reading.index, match, rule),
        concept=reference(concept),
        evidence=evidence_of(best),
        comparisons=match.comparisons,
    )


def _is_never(concept: Concept, match: Match, spot: Spot, index: Index) -> bool:
    """Tell whether somebody decided that this is never the name; of a word alone it holds in whole names."""
    nevers = (*map(joined, concept.never), *_nevers_of_word(index, match.name.folded))
    around = "".join([*reversed(spot.left), joined(match.word.form), *spot.right]) if nevers else ""
    return any(never in around for never in nevers)


@remembered(1 << 13)
def _nevers_of_word(index: Index, folded: str) -> tuple[str, ...]:
    """Return, folded, what is never the name that a word is by itself."""
    word = index.word(folded)
    heads = index.heads(word) if word is not None else ()
    alone = (index.concept(h.id) for h in heads if h.is_bounded and joined(h.form) == folded)
    return tuple(joined(never) for concept in alone if concept for never in concept.never)


def is_kept_apart(text: str, replacement: str, index: Index) -> bool:
    """Tell whether somebody decided that ``replacement``, which may be a compound, is never ``text``."""
    return any(joined(text) == joined(never) for c in index.bounded(replacement) for never in c.never)


def _suggestion(
    reading: Reading, match: Match, sentence: SentenceReading, spot: Spot, *, loud: bool
) -> Suggestion | None:
    """Return what to write where; a part of a known compound brings the whole compound.

    Args:
        reading: The draft.
        match: The word and its name.
        sentence: Where the word stands.
        spot: Its place there.
        loud: Whether the draft has this name in capitals by convention.
    """
    token, whole, form = spot.token, spot.compound, match.name.form
    span = token.span
    if whole is not None and reading.index.has(compound := swapped(whole, token, form)):
        span, form = whole.span, compound
    place = place_in(sentence, span)
    if not place.loud and is_loud(token.text):
        place = place._replace(loud=loud or _is_loud_beside(reading.index, match.name, sentence, spot))
    return suggestion_for(form, place, reading.apostrophe)


def _opens_alone(match: Match, spot: Spot) -> bool:
    """Tell whether a name in capitals opens sentences alone, where these may be due to the place."""
    if not (spot.opens and is_loud(spot.token.text) and same_in_capitals(spot.token.text, match.name.form)):
        return False
    return all(other.opens for other in match.word.spots)


def _is_loud_beside(index: Index, name: NameWord, sentence: SentenceReading, spot: Spot) -> bool:
    """Tell whether a word stands in capitals together with what it is put together with, or named with."""
    if spot.compound is not None and is_loud(spot.compound.text):
        return True
    return is_kin_in_capitals(sentence, spot, name, index)


def _term_with(concept: Concept, match: Match) -> Term:
    return next((t for t in concept.terms if match.name.form in t.form), concept.terms[0])


def _message(rule: str, text: str, replacement: str, best: Term, match: Match) -> str:
    source = "corpus" if best.frequency else "termbase"
    what = {
        "variant-name": f"“{text}” looks like another spelling of “{replacement}”",
        "suspect-term": f"“{text}” stands where the {source} has “{replacement}”",
        "term-form": f"“{text}” is written “{replacement}” in the {source}",
    }[rule]
    counts = f"{counted(best.frequency, 'mention')} in {counted(best.articles, 'article')}"
    unlikely = match.aspects["spelling"].numbers.get("spelling", 0.0) < 0  # by its letters alone
    silent = ("corpus", "spelling") if unlikely else ("corpus",)
    why = strongest(c for c in match.comparisons if c.name not in silent)
    reasons = "; ".join(reason for reason in (counts if best.frequency else "", why) if reason)
    return f"{what}: {reasons}" if reasons else what


def _is_safe(index: Index, match: Match, rule: str) -> bool:
    """Tell whether a machine may apply the fix, if nobody is quoted.

    Only where a parallel sentence has the name in this very place, each is the likest the other
    could have there, and the letters alone speak for one name; never for a word of the language,
    for a hyphen, or for a name as the other sex or another case has it.
    """
    if rule == "suspect-term" or match.confidence < model().safe:
        return False
    form = match.word.form.lower()
    word = match.aspects["word"].numbers
    if ordinary(form) or index.is_ordinary(form) or word["hyphen"] or word["derivation"]:
        return False
    by_letters = match.aspects["spelling"].numbers.get("spelling", 1.0) > 0
    return by_letters and match.aspects["slot"].numbers.get("slot_mutual", 0.0) > 0
