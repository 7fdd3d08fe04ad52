"""What one article says of names: counts, and where its capitalised runs stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import NamedTuple

from canonym.corpus.duplicates import sentence_hash
from canonym.matching.spelling import ordinary
from canonym.termbase.model import Attestation
from canonym.text.document import Document
from canonym.text.names import Run, runs
from canonym.text.sentences import Sentence, sentences
from canonym.text.tokens import is_all_caps

MAX_QUOTE = 300
"""Longest example sentence that is kept, in code points."""

_ACRONYM = re.compile(r"\s*[(\[]([A-Z][A-Za-z]*[A-Z])[)\]]")


class RunKey(NamedTuple):
    """A capitalised run as it is counted.

    Attributes:
        words: Its words.
        opens: Whether the first capital may be due to its place.
    """

    words: tuple[str, ...]
    opens: bool


@dataclass
class Article:
    """What one article adds to the statistics; repeated sentences are left out.

    Attributes:
        small: How often each word (in small letters) is written small.
        middle: How often each capitalised word stands where nothing but its being a name asks for a capital.
        first: How often each capitalised word stands where a capital is due anyway.
        runs: How often each run stands.
        places: The first attestation of each run.
        acronyms: Long form and acronym, by the pattern ``National Resistance Front (NRF)``.
        independent: Whether most of its sentences are its own.
    """

    small: Counter[str] = field(default_factory=Counter)
    middle: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    runs: Counter[RunKey] = field(default_factory=Counter)
    places: dict[RunKey, Attestation] = field(default_factory=dict)
    acronyms: Counter[tuple[tuple[str, ...], str]] = field(default_factory=Counter)
    independent: bool = True


def extract(document: Document, owned_elsewhere: frozenset[int], *, quotes: bool) -> Article:
    """Count the names of ``document``.

    Args:
        document: The article; its ``path`` names it in attestations.
        owned_elsewhere: Hashes of the sentences that another article owns.
        quotes: Whether attestations carry their sentence.
    """
    article = Article()
    own = total = 0
    for sentence in _first_printings(document):
        total += 1
        if sentence_hash(sentence) in owned_elsewhere:
            continue
        own += 1
        if not sentence.titled:
            _count_words(article, sentence)
        _count_runs(article, sentence, document, quotes=quotes)
    article.independent = own * 2 >= total
    return article


def _first_printings(document: Document) -> Iterator[Sentence]:
    seen: set[int] = set()
    for sentence in sentences(document):
        key = sentence_hash(sentence)
        if key is None or key not in seen:
            yield sentence
        if key is not None:
            seen.add(key)


def _count_words(article: Article, sentence: Sentence) -> None:
    for token, opens in zip(sentence.tokens, sentence.opens, strict=True):
        for number, part in enumerate(token.parts()):
            word = part.text
            if word[0].islower():
                article.small[word] += 1
            elif part.is_capitalised:
                (article.first if opens and number == 0 else article.middle)[word] += 1


def _count_runs(article: Article, sentence: Sentence, document: Document, *, quotes: bool) -> None:
    found = tuple(runs(document.prose, sentence))
    for run in chain.from_iterable(map(_telling, found)) if sentence.titled else found:
        key = RunKey(tuple(t.text for t in run.tokens), run.opens)
        article.runs[key] += 1
        if key not in article.places:
            article.places[key] = _attestation(document, sentence, run, quotes=quotes)
    for run, short in _acronyms(document.prose, found):
        article.acronyms[tuple(t.text for t in run.tokens), short] += 1


def _telling(run: Run) -> Iterator[Run]:
    """Yield the parts of a headline's run between ordinary words, whose capitals say nothing there."""
    for is_ordinary, tokens in groupby(run.tokens, key=lambda t: ordinary(t.text.lower())):
        part = tuple(tokens)
        if not is_ordinary and not all(is_all_caps(t.text) for t in part):
            yield Run(part, opens=True)


def _acronyms(prose: str, found: Iterable[Run]) -> Iterator[tuple[Run, str]]:
    for run in found:
        match = _ACRONYM.match(prose, run.tokens[-1].end)
        if match and _spells(match.group(1), run):
            yield run, match.group(1)


def _spells(acronym: str, run: Run) -> bool:
    initials = "".join(t.text[0] for t in run.tokens if t.is_capitalised).upper()
    if initials == acronym.upper():
        return True
    return len(run.tokens) > 1 and initials.endswith(acronym.upper().rstrip("S"))


def _attestation(document: Document, sentence: Sentence, run: Run, *, quotes: bool) -> Attestation:
    line = document.lines.place(run.tokens[0].start).line + 1
    if not quotes:
        return Attestation(document.path, line)
    text = " ".join(sentence.span.of(document.text).split())
    return Attestation(document.path, line, text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1] + "…")
