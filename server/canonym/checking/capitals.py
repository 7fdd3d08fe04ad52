"""Findings from the capitals of words that people wrote into a termbase: ``Github`` for ``GitHub``."""

from collections.abc import Iterator
from itertools import filterfalse

from canonym.checking.finding import Finding, Severity
from canonym.checking.reading import Reading
from canonym.checking.wording import evidence_of, reference, typeset
from canonym.matching.index import Index
from canonym.matching.memory import notes, remembered
from canonym.matching.recognition import loud_words
from canonym.matching.sentence import SentenceReading
from canonym.matching.spelling import ordinary
from canonym.termbase.model import Concept, Term
from canonym.text.span import Span
from canonym.text.tokens import Token, plain

_JOINTS = frozenset("_/\\@#=")
"""Next to one of these a word is part of a path, a handle or an identifier."""
_WORDS = 1 << 16
_SENTENCES = 1 << 13
"""Words, and sentences, of which answers are remembered."""


def decided_capitals(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``term-form`` for words with other capitals than people decided on."""
    silent = notes(reading.index, decided_capitals, _SENTENCES)
    for start, sentence in zip(reading.draft.starts, reading.draft.sentences, strict=True):
        if sentence.text in silent:
            continue
        if not _is_in_question(reading.index, sentence):
            silent[sentence.text] = True
        else:
            for span, concept, term in _otherwise(sentence, reading.index):
                yield _finding(reading, Span(span.start + start, span.end + start), concept, term, severity)


def _is_in_question(index: Index, sentence: SentenceReading) -> bool:
    """Tell whether a word of the sentence may be written otherwise; words that may not be are remembered."""
    known = notes(index, _is_in_question, _WORDS)
    for word in filterfalse(known.__contains__, sentence.words):
        if _decided(index, plain(word)) is not None:
            return True
        known[word] = True
    return False


def _otherwise(sentence: SentenceReading, index: Index) -> Iterator[tuple[Span, Concept, Term]]:
    tokens, opens = sentence.sentence.tokens, sentence.sentence.opens
    for at, token in enumerate(tokens):
        decided = _decided(index, plain(token.text))
        if decided is None or at < loud_words(sentence.text, tokens) or _is_joined(sentence.text, token):
            continue
        concept, term = decided
        opening = opens[at] or sentence.sentence.titled
        if not (opening and plain(token.text) == term.form[:1].upper() + term.form[1:]):
            yield token.span, concept, term


def _is_joined(prose: str, token: Token) -> bool:
    return not _JOINTS.isdisjoint((prose[token.start - 1 : token.start], prose[token.end : token.end + 1]))


@remembered(_WORDS)
def _decided(index: Index, form: str) -> tuple[Concept, Term] | None:
    """Return what ``form`` is to be, if its capitals are others; an ordinary word may mean something else."""
    low = form.lower()
    found = index.cased(low)
    if not found or index.terms(form) or ordinary(low) or index.is_ordinary(low):
        return None
    return found[0]


def _finding(reading: Reading, span: Span, concept: Concept, term: Term, severity: Severity) -> Finding:
    text = span.of(reading.document.text)
    level = Severity.WARNING if severity is Severity.INFO else severity
    return Finding(
        rule="term-form",
        span=span,
        text=text,
        message=f"“{text}” is written “{term.form}” in the termbase",
        severity=level,
        confidence=1.0,
        suggestions=(typeset(term.form, text, reading.apostrophe),),
        safe=not reading.is_quoted(span),
        concept=reference(concept),
        evidence=evidence_of(term),
    )
