"""Counts the names of articles: how words are written, and where capitalised runs appear."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import partial
from itertools import chain, compress, groupby

from canonym.corpus.counts import MAX_ATTESTATIONS, RunCount, Statistics
from canonym.corpus.duplicates import sentence_hash
from canonym.corpus.words_before_names import Openings
from canonym.languages import ordinary
from canonym.termbase.concept import Attestation
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.document import Document
from canonym.text.memo import Memo
from canonym.text.names import Run, runs
from canonym.text.sentences import Sentence
from canonym.text.tokens import Token, is_all_caps, is_caseless

MAX_QUOTE = 300
"""Most code points of an example sentence."""

_ACRONYM = re.compile(r"\s*[(\[]([^\W\d_]{2,})[)\]]")


class Extraction:
    """Counts articles one by one. At the end, each form is split into words once.

    Args:
        quotes: Whether attestations hold their sentence.
    """

    def __init__(self, *, quotes: bool) -> None:
        self._quotes = quotes
        self._statistics = Statistics()
        self._words: Counter[str] = Counter()
        self._openers: Counter[str] = Counter()
        self._articles: Counter[str] = Counter()
        # Brings 3 % of learning Russian; emptied whole when it is full.
        self._parts = Memo(_parts)

    def add(self, document: Document, found: Iterable[Sentence], repeated: Set[int] | None = None) -> None:
        """Count the names of an article.

        Args:
            document: The article. Its ``path`` names it in attestations.
            found: Its sentences.
            repeated: Hashes of the sentences that another article owns; None if there are none, and the
                article repeats none of its own.
        """
        own = list(found)
        independent = True
        if repeated is not None:
            first = list(_first_printings(document.prose, own))
            own = [sentence for sentence, key in first if key not in repeated]
            independent = len(own) * 2 >= len(first)
        self._statistics.articles += independent
        self._count_words(s for s in own if not s.titled)
        self._count_runs(document, own, witness=int(independent))

    def statistics(self) -> Statistics:
        """Return the counts of all articles."""
        statistics = self._statistics
        words, openers = self._by_part(self._words), Counter[str]()
        for opener, times in self._openers.items():
            openers[self._parts[opener][0]] += times
        for word, times in words.items():
            opening = openers[word]
            if word[0].islower() or is_caseless(word):
                statistics.small[word] = times
                statistics.small_articles[word] = self._articles[word]
            elif Token(0, word).is_capitalised:
                if times > opening:
                    statistics.middle[word] = times - opening
                if opening:
                    statistics.first[word] = opening
        return statistics

    def _by_part(self, words: Counter[str]) -> Counter[str]:
        """Return how often each part of a word occurs, from the counts of the words."""
        counted = Counter[str]()
        for word, times in words.items():
            for part in self._parts[word]:
                counted[part] += times
        return counted

    def _count_words(self, found: Iterable[Sentence]) -> None:
        words: list[str] = []
        openers: list[str] = []
        for sentence in found:
            texts = [token.text for token in sentence.tokens]
            words += texts
            openers += compress(texts, sentence.opens)
        self._words.update(words)
        self._openers.update(openers)
        own = set(words)
        others = [word for word in own if not _is_plain(word)]
        own.difference_update(others)
        own.update(chain.from_iterable(map(self._parts.__getitem__, others)))
        self._articles.update(own)

    def _count_runs(self, document: Document, found: Iterable[Sentence], *, witness: int) -> None:
        prose = document.prose
        mentions: dict[str, list[int]] = {}
        openings = Openings()
        for sentence in found:
            every = tuple(runs(prose, sentence))
            here: Iterable[Run] = every
            for run, short in _acronyms(prose, every):
                self._statistics.acronyms[form_of(run), short] += 1
            if sentence.titled:
                here = chain.from_iterable(map(partial(_telling, sentence.language.tag), every))
            else:
                openings.add(sentence, every)
            for run in here:
                form = form_of(run)
                if form not in mentions:
                    mentions[form] = [0, 0]
                    self._attest(form, document, sentence, run)
                mentions[form][run.opens] += 1
        self._statistics.before.update(openings.before())
        for form, (middle, first) in mentions.items():
            count = self._statistics.runs[form]
            count.middle += middle
            count.first += first
            if middle:
                count.articles += witness
            else:
                count.first_articles += witness

    def _attest(self, form: str, document: Document, sentence: Sentence, run: Run) -> None:
        """Keep the place of the run, if it may be one of the examples."""
        count = self._statistics.runs.setdefault(form, RunCount())
        if len(count.places) < MAX_ATTESTATIONS or document.path < count.places[-1].path:
            place = _attestation(document, sentence, run, quotes=self._quotes)
            count.add(RunCount(places=(place,)))


def form_of(run: Run) -> str:
    """Return the words of a run in the spelling of ``plain``, with single spaces."""
    return plain(" ".join([token.text for token in run.tokens]))


def _parts(word: str) -> tuple[str, ...]:
    if _is_plain(word):
        return (word,)
    return tuple(part.text for part in Token(0, plain(word)).parts())


def _is_plain(word: str) -> bool:
    return word.isascii() and "-" not in word and "`" not in word


def _first_printings(prose: str, found: Iterable[Sentence]) -> Iterator[tuple[Sentence, int | None]]:
    seen: set[int] = set()
    for sentence in found:
        key = sentence_hash(prose, sentence.span)
        if key is None or key not in seen:
            yield sentence, key
        if key is not None:
            seen.add(key)


def _telling(tag: str, run: Run) -> Iterator[Run]:
    """Yield the parts of a headline's run between ordinary words, whose capitals say nothing there."""
    for is_ordinary, tokens in groupby(run.tokens, key=lambda t: ordinary(t.text.lower(), tag)):
        part = tuple(tokens)
        if not is_ordinary and not all(is_all_caps(t.text) for t in part):
            yield Run(part, opens=True)


def _acronyms(prose: str, found: Iterable[Run]) -> Iterator[tuple[Run, str]]:
    for run in found:
        match = _ACRONYM.match(prose, run.tokens[-1].end)
        short = match[1] if match else ""
        if short[:1].isupper() and short[-1].isupper() and _spells(short, run):
            yield run, short


def _spells(acronym: str, run: Run) -> bool:
    initials = "".join(t.text[0] for t in run.tokens if t.is_capitalised).upper()
    if initials == acronym.upper():
        return True
    return len(run.tokens) > 1 and initials.endswith(acronym.upper().rstrip("S"))


def _attestation(document: Document, sentence: Sentence, run: Run, *, quotes: bool) -> Attestation:
    line = document.lines.place(run.tokens[0].start).line + 1
    if not quotes:
        return Attestation(document.path, line)
    words = sentence.span.of(document.text).split(maxsplit=MAX_QUOTE)  # each of thousands of names asks
    text = " ".join(words)
    return Attestation(document.path, line, text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1] + "…")
