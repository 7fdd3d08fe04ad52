"""The grammar that a corpus teaches, by its words alone."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.corpus.counts import Statistics
from canonym.corpus.learn_grammar import learn_grammar
from canonym.spelling.grammar import Grammar


def grammar_of(words: list[str]) -> Grammar:
    counted = Counter(words)
    small = Counter({word: times for word, times in counted.items() if word[0].islower()})
    return Grammar(*learn_grammar(Statistics(small=small, middle=counted - small)))


def declined(stems: str, endings: str) -> list[str]:
    return [stem + ending.strip("-") for stem in stems.split() for ending in endings.split()]


CZECH = declined("voda ryba kniha hora škola".replace("a ", " ")[:-1], "-a -u -ou -y") + declined(
    "Prah Pavl Zuzan Barbor", "-a -u -ou"
)
FINNISH = declined("talo metsä kukka koira tyttö lintu", "- -n -ssa -lle") + declined(
    "Helsinki Mikko Virta Laakso", "- -n"
)
HUNGARIAN = declined("ablak virág madár barát asztal", "- -nak -ban") + declined(
    "István Kovács Sopron Lakatos", "- -nak"
)
UKRAINIAN = declined("завод народ острів город камін", "- -у -ом -а") + declined(
    "Іван Остап Богдан Харків", "- -у -ом -а"
)
LITHUANIAN = declined("vaik miest krašt stal medž", "-as -o -ui") + declined(
    "Vilni Jon Kaun Alg Petr", "-as -o -ui"
)
GERMAN = declined("Freund Berg Stein Abend Verein", "- -e -s") + "der die das und auf geht ganz klein".split()
SMALL = """
they said that many people would like this more than those which were there before and nobody could have known
how long it might take until some other town had its own bridge
""".split()
ARABIC = declined("مدينة رئيس حكومة جامعة وزير", "-") + [
    "ال" + stem for stem in "مدينة رئيس حكومة جامعة وزير".split()
]


@pytest.mark.parametrize(
    ("words", "a", "b"),
    [
        (CZECH, "Kamila", "Kamilou"),
        (FINNISH, "Pekkala", "Pekkalan"),
        (HUNGARIAN, "Sándor", "Sándornak"),
        (UKRAINIAN, "Степан", "Степаном"),
        (LITHUANIAN, "Antanas", "Antano"),
        (GERMAN, "Ferdinand", "Ferdinands"),
        (ARABIC, "محمود", "المحمود"),
    ],
)
def test_endings_and_beginnings_of_many_stems_are_grammar(words, a, b):
    assert grammar_of(words).are_forms(a, b)


@pytest.mark.parametrize(
    ("words", "a", "b"),
    [
        ([], "Kamila", "Kamilou"),
        (CZECH, "Kamila", "Kamyla"),  # the stem
        (CZECH, "Dagmar", "Dagmarr"),  # a doubled letter
        (HUNGARIAN, "Sándor", "Sandor"),
        # Names alone: a habit of spelling, no grammar.
        (
            declined("Beatt Charl Fredd Nell Arch", "-y -ie") + SMALL,
            "Kelly",
            "Kellie",
        ),
        # Few of the words with the rarer ending have the other one.
        (
            declined("past plan cast", "- -e") + [f"{a}{b}ore" for a in "bcdfgm" for b in "aeiou"],
            "Clark",
            "Clarke",
        ),
    ],
)
def test_what_is_no_grammar(words, a, b):
    assert not grammar_of(words).are_forms(a, b)


@given(st.randoms(use_true_random=False))
def test_the_order_of_words_makes_no_difference(random: Random):
    shuffled = CZECH + HUNGARIAN
    random.shuffle(shuffled)
    assert grammar_of(shuffled) == grammar_of(CZECH + HUNGARIAN)


@given(st.lists(st.text("abcä'", min_size=4, max_size=9), max_size=30))
def test_a_doubled_letter_is_no_grammar_whatever_the_words(words):
    grammar = grammar_of([word for word in words if word[0].isalpha()])
    assert not any(grammar.are_forms(stem, stem + stem[-1]) for stem in ("abca", "Cabac", "bacä"))
