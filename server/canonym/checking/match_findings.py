"""Findings from matches: what a check says of each place of a word that is taken for another name."""

from collections.abc import Iterator
from functools import partial

from canonym.checking.capital_surnames import is_kin_in_capitals
from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import counted, evidence_of, reference, strongest
from canonym.checking.fixes.style_of_place import Suggestion, place_in, suggestion_for
from canonym.index.name_word import NameWord
from canonym.index.termbase_index import Index
from canonym.languages import profile
from canonym.matching.draft_sentence import ParsedSentence, Spot
from canonym.matching.matcher import Difference, Match, Verdict
from canonym.matching.real_word_errors import swapped
from canonym.matching.scoring import model
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Term
from canonym.text.capitals import is_loud, same_in_capitals
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_UNSURE = ("ordinary", "corpus_small", "hyphen", "derivation")
"""What of a word makes its fix a person's business, by the features of the comparison ``word``."""


class Complaint(NamedTuple):
    """What a check says of the matches that it finds fault with.

    Attributes:
        rule: The id of the check.
        difference: In what the words differ from their names.
        message: What is wrong, with ``{text}`` for what stands there, ``{new}`` for what is suggested and
            ``{source}`` for who knows the name.
        may_be_safe: Whether a machine may ever apply the fix.
    """

    rule: str
    difference: Difference
    message: str
    may_be_safe: bool = True


def findings_from_matches(
    checked: DraftUnderCheck, complaint: Complaint, severity: Severity
) -> Iterator[Finding]:
    """Yield what ``complaint`` says of the matches of a draft."""
    for match in checked.matches_by_difference.get(complaint.difference, ()):
        made, loud = match.made, match.verdict.name.folded in checked.surnames_in_capitals
        for place, part in zip(match.verdict.places, match.concepts, strict=True):
            number, spot = match.word.places[place]
            concept = checked.introduced(part)
            basis = (place, complaint.rule, severity, checked.apostrophe, concept.id, loud)
            if basis not in made:
                meant = _Meant(match, spot, checked.draft.sentences[number], part, concept, loud)
                made[basis] = _finding(checked, meant, complaint, severity)
            if (finding := made[basis]) is not None:
                yield _placed(checked, finding, checked.draft.starts[number])


class _Meant(NamedTuple):
    """A place where a word is meant for a name.

    Attributes:
        match: The word and the name.
        spot: The place, as counted from the start of its sentence.
        sentence: The sentence.
        part: What the word there belongs to.
        concept: The full name that the draft has introduced where ``part`` is short for it; else the same.
        loud: Whether the draft has this name in capitals by convention.
    """

    match: Match
    spot: Spot
    sentence: ParsedSentence
    part: Concept
    concept: Concept
    loud: bool


def _placed(checked: DraftUnderCheck, finding: Finding, by: int) -> Finding:
    span = Span(finding.span.start + by, finding.span.end + by)
    quoted = finding.safe and checked.is_quoted(span)
    return finding.placed(span, safe=finding.safe and not quoted, quoted=quoted)


def _finding(
    checked: DraftUnderCheck, meant: _Meant, complaint: Complaint, severity: Severity
) -> Finding | None:
    """Return what is found at a place, as counted from the start of its sentence and if nobody is quoted."""
    match = meant.match
    if _opens_alone(meant) or (instead := _suggestion(checked, meant)) is None:
        return None
    if _is_never(meant) or is_kept_apart(instead.text, instead.form, checked.index):
        return None
    best = _term_with(meant)
    return Finding(
        rule=complaint.rule,
        span=instead.span,
        text=instead.text,
        message=_message(complaint, instead, best, match.verdict),
        severity=severity,
        confidence=round(match.verdict.confidence, 3),
        suggestions=(instead.new,),
        safe=complaint.may_be_safe and _is_sure(match.verdict) and not _is_inflected(meant, checked.index),
        concept=reference(meant.concept),
        evidence=evidence_of(best),
        comparisons=match.verdict.comparisons,
    )


def _is_never(meant: _Meant) -> bool:
    """Tell whether somebody decided that this is never the name; of a word alone it holds in whole names."""
    match, spot = meant.match, meant.spot
    nevers = (*map(joined, meant.concept.never), *match.never)
    around = "".join([*reversed(spot.left), joined(match.word.form), *spot.right]) if nevers else ""
    return any(never in around for never in nevers)


def is_kept_apart(text: str, replacement: str, index: Index) -> bool:
    """Tell whether somebody decided that ``replacement``, which may be a compound, is never ``text``."""
    return any(joined(text) == joined(never) for c in index.bounded(replacement) for never in c.never)


def _suggestion(checked: DraftUnderCheck, meant: _Meant) -> Suggestion | None:
    """Return what to write where; a part of a known compound brings the whole compound."""
    name, sentence, spot = meant.match.verdict.name, meant.sentence, meant.spot
    token, whole = spot.token, spot.compound
    form = _form_at(meant, checked.index)
    span = token.span
    if whole is not None and checked.index.has(compound := swapped(whole, token, form)):
        span, form = whole.span, compound
    place = place_in(sentence, span)
    if not place.loud and is_loud(token.text):
        place = place._replace(loud=meant.loud or _is_loud_beside(checked.index, name, sentence, spot))
    return suggestion_for(form, place, checked.apostrophe)


def _form_at(meant: _Meant, index: Index) -> str:
    """Return the name with the ending that the word in the draft has, a known form of it if there is one.

    In a language that knows what its endings mean the corpus must have it so. That of a name has none there.
    An ending behind an apostrophe is no part of the name, so it need not be seen with this one.
    """
    name, wrong = meant.match.verdict.name, meant.match.word.form
    form = index.grammar.in_form_of(name.form, wrong, partial(_has_form, index))
    if form != name.form:
        return form
    form = index.grammar.in_form_of(name.form, wrong)
    is_known = index.word(joined(form)) is not None or not profile(index.language).data
    return form if is_known or ("'" in form and "'" in wrong) else name.form


def _has_form(index: Index, form: str) -> bool:
    word = index.word(joined(form))
    return word is not None and form in word.forms


def _is_inflected(meant: _Meant, index: Index) -> bool:
    """Return whether the suggestion has another ending than the name: a person must look at it."""
    return _form_at(meant, index) != meant.match.verdict.name.form


def _opens_alone(meant: _Meant) -> bool:
    """Tell whether a name in capitals opens sentences alone, where these may be due to the place."""
    spot, match = meant.spot, meant.match
    if not (
        spot.opens and is_loud(spot.token.text) and same_in_capitals(spot.token.text, match.verdict.name.form)
    ):
        return False
    return all(other.opens for other in match.word.spots)


def _is_loud_beside(index: Index, name: NameWord, sentence: ParsedSentence, spot: Spot) -> bool:
    """Tell whether a word stands in capitals together with what it is put together with, or named with."""
    if spot.compound is not None and is_loud(spot.compound.text):
        return True
    return is_kin_in_capitals(sentence, spot, name, index)


def _term_with(meant: _Meant) -> Term:
    terms, form = meant.part.terms, meant.match.verdict.name.form
    return next((term for term in terms if form in term.form), terms[0])


def _message(complaint: Complaint, instead: Suggestion, best: Term, verdict: Verdict) -> str:
    source = "corpus" if best.frequency else "termbase"
    what = complaint.message.format(text=instead.text, new=instead.new, source=source)
    counts = f"{counted(best.frequency, 'mention')} in {counted(best.articles, 'article')}"
    unlikely = verdict.number("spelling", "spelling") < 0  # by its letters alone
    silent = ("corpus", "spelling") if unlikely else ("corpus",)
    why = strongest(c for c in verdict.comparisons if c.name not in silent)
    reasons = "; ".join(reason for reason in (counts if best.frequency else "", why) if reason)
    return f"{what}: {reasons}" if reasons else what


def _is_sure(verdict: Verdict) -> bool:
    """Tell whether a machine may apply the fix, if nobody is quoted.

    A parallel sentence must have the name in this very place, each must be the most similar word to the
    other there, and the letters alone must speak for one name. The fix is never safe for a word of the
    language, for a hyphen, or for a name in the form of the other sex or of another case.
    """
    if verdict.confidence < model().safe:
        return False
    if any(
        verdict.number("word", feature) for feature in ("ordinary", "corpus_small", "hyphen", "derivation")
    ):
        return False
    by_letters = verdict.number("spelling", "spelling", 1.0) > 0
    return by_letters and verdict.number("slot", "slot_mutual") > 0
