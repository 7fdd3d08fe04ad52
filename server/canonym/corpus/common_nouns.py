"""Tells common nouns from names in a language that writes both with a capital.

No list of the language is needed. The word before tells most: articles, numbers and adjectives stand before
nouns, but seldom before names. Which words those are is learned. At first, words that stand beside another
capitalised word are names, and all others are nouns. That gives weights of what stands before names and
nouns, how they end and whether they make compounds. The weights judge each word again, several times. This
is expectation maximisation of naive Bayes. Source: Nigam and others, Text Classification from Labeled and
Unlabeled Documents using EM, 2000.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import exp, log, log1p

from canonym.corpus.counts import Statistics
from canonym.corpus.words_before_names import BEFORE_CAPITAL, CAPITAL
from canonym.languages import language, profile
from canonym.text.tokens import Token, has_hyphen, is_all_caps

COMMONEST = 40
"""Small words by which it is told whether a language writes nouns with capitals."""
TELLING = 10
"""How many of them must often stand before a capital."""
BEFORE_CAPITALS = 0.35
"""Least share of their mentions before a capital. Languages with small nouns have .15 at most."""
MIN_MENTIONS = 20
"""Least mentions of each of them. A smaller corpus tells nothing."""
FIRST_CHANCE = (0.1, 0.5, 1.0)
"""First probability of a name, for words that never, seldom and mostly stand beside capitalised words."""
ROUNDS = 4
"""How often the words are judged."""
MIN_NAME = 0.05
"""Probability of a name below which a word is a noun. A lost name is worse than a noun among the names."""
MOST_ODDS = 30.0
"""The largest logarithm of odds of a word."""
MIN_WORDS = 5
"""Least words of a trait that tells anything."""
MOST_WEIGHT = 2.5
"""The largest weight of a trait."""
LETTERS_OF_END = 3
"""Letters at the end of a word that are a trait of it."""
MIN_PART = 4
"""Least letters of a part of a compound."""
MIN_REST = 3
"""Least letters of the part before it."""
SMOOTHING = 2

_Traits = dict[str, float]
"""The traits of a word with their strength. The first letter of a trait is its kind."""


def common_nouns(statistics: Statistics, tag: str) -> dict[str, int]:
    """Return the common nouns among the capitalised words, with the number of articles that have each.

    There are none in a language with small nouns. Nor are any looked for in a language with a dictionary.
    """
    if profile(tag).data or not _writes_nouns_with_capitals(statistics):
        return {}
    beside, every = Counter[str](), Counter[str]()
    for (left, word), times in statistics.before.items():
        if left in (CAPITAL, BEFORE_CAPITAL):
            beside[word] += times
        if left != BEFORE_CAPITAL:
            every[word] += times
    small = {word: language(tag).small(word) for word in sorted(every) if _may_be_noun(word)}
    small = {word: low for word, low in small.items() if low not in statistics.small}
    share = {word: min(1.0, beside[word] / every[word]) for word in small}
    nouns = set(_judged(_traits_of(statistics, small), share))
    nouns.update(word for word in every if has_hyphen(word) and _all_in(nouns, word))
    return {word: _articles(statistics, word) for word in nouns}


def _writes_nouns_with_capitals(statistics: Statistics) -> bool:
    before = Counter[str]()
    for (word, _), times in statistics.before.items():
        before[word] += times
    common = [(times, word) for word, times in statistics.small.items() if times >= MIN_MENTIONS]
    shares = [before[word] / times for times, word in sorted(common, reverse=True)[:COMMONEST]]
    return sum(share >= BEFORE_CAPITALS for share in shares) >= TELLING


def _may_be_noun(word: str) -> bool:
    return Token(0, word).is_capitalised and not is_all_caps(word) and not has_hyphen(word)


def _all_in(nouns: set[str], word: str) -> bool:
    return all(part.text in nouns for part in Token(0, word).parts())


def _articles(statistics: Statistics, word: str) -> int:
    count = statistics.runs.get(word)
    return max(1, count.articles + count.first_articles) if count else 1


def _traits_of(statistics: Statistics, small: Mapping[str, str]) -> dict[str, _Traits]:
    """Return the traits of words, given with their small letters, without those of a few words only."""
    traits: dict[str, _Traits] = {}
    whole, heads, tails = _in_compounds({*small.values(), *statistics.small})
    for word, low in small.items():
        traits[word] = {"e" + low[-LETTERS_OF_END:]: log1p(1)}
        traits[word].update({f"c{n}": 1.0 for n, found in enumerate((whole, heads, tails)) if low in found})
    for (left, word), times in statistics.before.items():
        if word in traits:
            traits[word]["b" + left] = log1p(times)
    usual = Counter(trait for own in traits.values() for trait in own)
    return {
        word: {trait: strength for trait, strength in own.items() if usual[trait] >= MIN_WORDS}
        for word, own in traits.items()
    }


def _in_compounds(known: set[str]) -> tuple[set[str], set[str], set[str]]:
    """Return the words that are compounds, those that are the head of one, and those that are the tail."""
    whole, heads, tails = set[str](), set[str](), set[str]()
    for word in known:
        cuts = range(MIN_REST, len(word) - MIN_PART + 1)
        if found := known.intersection([word[cut:] for cut in cuts]):
            whole.add(word)
            tails.update(found)
        heads.update(known.intersection([word[:cut] for cut in cuts[MIN_PART - MIN_REST :]]))
    return whole, heads, tails


def _judged(traits: Mapping[str, _Traits], share: Mapping[str, float]) -> Iterator[str]:
    """Yield the nouns among words with these traits.

    Args:
        traits: The traits of each word.
        share: How many of its mentions stand beside another capitalised word.
    """
    chance = {word: FIRST_CHANCE[(part > 0) + (part > 0.5)] for word, part in share.items()}
    for _ in range(ROUNDS):
        weights = _weights(traits, chance)
        names = sum(chance.values())
        odds = log((names + 1) / (len(chance) - names + 1))
        for word, own in traits.items():
            total = (
                odds + share[word] - 0.5 + sum(weights[trait] * strength for trait, strength in own.items())
            )
            chance[word] = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    return (word for word, likely in chance.items() if likely < MIN_NAME)


def _weights(traits: Mapping[str, _Traits], chance: Mapping[str, float]) -> dict[str, float]:
    """Return how much each trait speaks for a name: the logarithm of a ratio of probabilities."""
    names, every = defaultdict[str, float](float), defaultdict[str, float](float)
    for word, own in traits.items():
        for trait, strength in own.items():
            names[trait] += chance[word] * strength
            every[trait] += strength
    of_kind, names_of_kind = defaultdict[str, float](float), defaultdict[str, float](float)
    for trait, strength in every.items():
        of_kind[trait[0]] += strength
        names_of_kind[trait[0]] += names[trait]
    of_kind["c"], names_of_kind["c"] = len(traits), sum(chance.values())  # most words have none
    weights = {}
    for trait, strength in every.items():
        total, named = of_kind[trait[0]], names_of_kind[trait[0]]
        usual = SMOOTHING * strength / total
        for_name = (names[trait] + usual) / (named + SMOOTHING)
        for_noun = (strength - names[trait] + usual) / (total - named + SMOOTHING)
        weights[trait] = max(-MOST_WEIGHT, min(MOST_WEIGHT, log(for_name / for_noun)))
    return weights
