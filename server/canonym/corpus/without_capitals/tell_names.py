"""Tells names from ordinary words in scripts without capitals.

A word is a name if it reads as one by its letters, and if it comes in bursts: few articles have it, and those
more than once (Church and Gale, Poisson Mixtures, 1995). The letters of names are those of foreign names in
this language. The letters of ordinary words are those of the words that many articles of the corpus have.
"""

from collections.abc import Iterator, Mapping
from math import log

from canonym.corpus.counts import Statistics
from canonym.languages.foreign_names import foreign_names
from canonym.spelling.letters_of_names import LettersOfNames
from canonym.text.joining.unspaced import writes_foreign
from canonym.text.tokens import is_caseless

COMMON = 4
"""Least articles of a common word."""
FEW_ARTICLES = 30
"""Fewer do not show what is common: a small newsroom writes of the same few names. There a name recurs."""
RECURRING = 3
"""Least mentions of a name in few articles."""
COMMON_SHARE = 0.005
"""The same as a share of all articles."""
EVERYWHERE = 0.3
"""From this share of the articles on, a word is common however often they have it."""
BURST = 1.8
"""Mentions in an article from which a word of few articles is no common one."""
WEIGHT_OF_BURSTS = 3.0
"""The weight of the logarithm of the mentions in an article."""
LEAST_ODDS = 1.0
"""Least logarithm of the odds that a word is a name."""


def tell_names(statistics: Statistics, tag: str) -> None:
    """Count the words that are names as if capitals showed them, and no more as ordinary words."""
    words = {word: times for word, times in statistics.small.items() if is_caseless(word)}
    known = foreign_names(tag) if words else ()
    if not known:
        return
    few = statistics.articles < FEW_ARTICLES
    common = frozenset(_common(words, statistics)) - known
    letters = LettersOfNames(known, {word: words[word] for word in common})
    for word, times in words.items():
        if word in common or len(word) == 1 or (few and times < RECURRING):
            continue
        bursts = log(times / max(statistics.small_articles[word], 1))
        if (
            word in known
            or writes_foreign(word)
            or letters.log_odds(word) + WEIGHT_OF_BURSTS * bursts > LEAST_ODDS
        ):
            del statistics.small[word]
            del statistics.small_articles[word]
            statistics.middle[word] += times


def _common(words: Mapping[str, int], statistics: Statistics) -> Iterator[str]:
    if statistics.articles < FEW_ARTICLES:
        return
    least = max(COMMON, COMMON_SHARE * statistics.articles)
    for word, times in words.items():
        articles = statistics.small_articles[word]
        bursts = times >= BURST * articles and articles < EVERYWHERE * statistics.articles
        if articles >= least and not bursts:
            yield word
