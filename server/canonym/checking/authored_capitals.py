"""Findings about words whose capitals people decided in a termbase: ``Github`` for ``GitHub``."""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import evidence_of, reference
from canonym.checking.fixes.style_of_place import Suggestion, place_in, suggestion_for
from canonym.index.memory import those
from canonym.index.termbase_index import Index
from canonym.languages import ordinary
from canonym.matching.draft_sentence import ParsedSentence
from canonym.termbase.concept import Concept, Term
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.tokens import Token

_JOINTS = frozenset("_/\\@#=")
"""Beside one of these, a word is part of a path, a handle or an identifier."""
_WORDS = 1 << 16
"""Words whose answers are remembered."""


def decided_capitals(checked: DraftUnderCheck, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``term-form`` for words whose capitals differ from a person's decision."""
    if not checked.index.has_cased:
        return
    draft = checked.draft
    # Without it a keystroke in 25,000 characters takes 72 %, one in 250,000 55 % more CPU; emptied by
    # those() once no draft asks, and with the index.
    telling = those(checked.index, _is_in_question, draft.vocabulary, _WORDS)
    if not telling:
        return
    for start, sentence in zip(draft.starts, draft.sentences, strict=True):
        if not telling.isdisjoint(sentence.words):
            for instead, concept, term in _otherwise(sentence, checked):
                yield _finding(checked, instead.shifted(start), concept, term, severity)


def _is_in_question(index: Index, word: str) -> bool:
    return _decided(index, plain(word)) is not None


def _otherwise(
    sentence: ParsedSentence, checked: DraftUnderCheck
) -> Iterator[tuple[Suggestion, Concept, Term]]:
    for token in sentence.sentence.tokens:
        decided = _decided(checked.index, plain(token.text))
        if decided is not None and not _is_joined(sentence.text, token):
            concept, term = decided
            place = place_in(sentence, token.span)
            if (instead := suggestion_for(term.form, place, checked.apostrophe)) is not None:
                yield instead, concept, term


def _is_joined(prose: str, token: Token) -> bool:
    return not _JOINTS.isdisjoint((prose[token.start - 1 : token.start], prose[token.end : token.end + 1]))


def _decided(index: Index, form: str) -> tuple[Concept, Term] | None:
    """Return the decided concept and term of ``form`` if its capitals differ. Ordinary words are left out."""
    low = form.lower()
    found = index.cased(low)
    if not found or index.has(form) or ordinary(low, index.language) or index.is_ordinary(low):
        return None
    return found[0]


def _finding(
    checked: DraftUnderCheck, instead: Suggestion, concept: Concept, term: Term, severity: Severity
) -> Finding:
    quoted = checked.is_quoted(instead.span)
    return Finding(
        rule="term-form",
        span=instead.span,
        text=instead.text,
        message=f"“{instead.text}” is written “{term.form}” in the termbase",
        severity=severity,
        confidence=1.0,
        suggestions=(instead.new,),
        safe=not quoted,
        concept=reference(concept),
        evidence=evidence_of(term),
        quoted=quoted,
    )
