"""The grammar of a language, as far as it changes the letters of a name at its end or at its beginning.

A case form, a possessive or a plural of a name is that name. Which letters may follow or precede a stem is
learned from the words of a corpus (`corpus/learn_grammar.py`). Letters that take each other's place on many
unrelated stems are grammar. No table of any language is needed. Source: the pairs of suffixes in Goldsmith,
Unsupervised Learning of the Morphology of a Natural Language, 2001.
"""

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Protocol
from unicodedata import combining, normalize

from jellyfish import levenshtein_distance

from canonym.languages import is_made_of
from canonym.languages.stemming import have_one_stem
from canonym.spelling.doublets import unified
from canonym.spelling.stem_changes import STAR, changes
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.values import NamedTuple

MIN_STEM = 3
"""Least letters that two forms of one word share."""
LONGEST = 5
"""Most letters of an ending or a beginning."""
LIKELY = "?"
"""Stands first among the letters of a pair that is only likely: it excuses a form, and it makes none."""


class Alternations(Protocol):
    """Pairs of endings that take each other's place, or of beginnings."""

    def get(self, key: str, default: str, /) -> str:
        """Return the letters of stems beside which a pair was seen; ``default`` if it was not.

        Args:
            key: The pair, as ``pair`` writes it.
            default: What to return for an unknown pair.
        """


class Grammar(NamedTuple):
    """What alternates in a language.

    Attributes:
        endings: Pairs of endings, with the last letters of the stems that have both; also those with a change
            of the stem, as ``stem_changes`` writes them.
        beginnings: Pairs of beginnings, turned (the last letter first), with the first letters of stems.
        language: The tag of the language, which may have a stemmer.
    """

    endings: Alternations
    beginnings: Alternations
    language: str = ""

    def are_forms(self, a: str, b: str) -> bool:
        """Return whether two words, which differ, are forms of one word.

        They differ at one end only. A doubled last letter is a habit of spelling and never grammar.
        """
        a, b = lowered(a), lowered(b)
        if a == b:
            return False
        if _alternate(a, b, self.endings) or _alternate(a[::-1], b[::-1], self.beginnings):
            return True
        if _change(a, b, self.endings):
            return True
        return self._have_one_stem(a, b) or self._have_one_moved_mark(a, b)

    def _have_one_moved_mark(self, a: str, b: str) -> bool:
        """Return whether the stress moves with the ending: Αλέξανδρος, Αλεξάνδρου."""
        bare = _without_moved_mark(a, b)
        if bare is None:
            return False
        return have_one_stem(bare[0], bare[1], self.language) or _alternate(bare[0], bare[1], self.endings)

    def _makes(self, form: str, name: str) -> bool:
        """Return whether a form may be made of a name: the pair of their endings is more than likely."""
        a, b = lowered(form), lowered(name)
        return a != b and (
            _alternate(a, b, self.endings, sure=True)
            or _alternate(a[::-1], b[::-1], self.beginnings)
            or _change(a, b, self.endings)
            or self._have_one_stem(a, b)
        )

    def are_kin(self, a: str, b: str) -> bool:
        """Return whether two words are forms of one word, or one is made of the other."""
        bare = [lowered(word).partition("'")[0] for word in (a, b)]
        return self.are_forms(a, b) or is_made_of(bare[0], bare[1], self.language)

    def _have_one_stem(self, a: str, b: str) -> bool:
        """Return whether a stemmer makes one stem of both words.

        Spellings differ in single letters, too. On these a corpus that teaches endings has the last word.
        """
        stem, mine, theirs = _apart(a, b)
        if not stem or stem[-1] in (mine[:1], theirs[:1]):  # some stemmers undouble letters
            return False
        if bool(self.endings) and len(mine) < 2 and len(theirs) < 2:
            return False
        both_spellings = (
            (a, b),
            (unified(a, self.language), unified(b, self.language)),
        )  # a stemmer may know one doublet of orthography alone
        return any(have_one_stem(*two, self.language) for two in both_spellings)

    def may_follow(self, ending: str, name: str) -> bool:
        """Return whether letters may be an ending of a name, by what follows this or other last letters.

        Args:
            ending: The letters.
            name: A form of which it is known that it is a name: for any other word this is too little.
        """
        if self.are_forms(name + ending, name):
            return True
        if doubles(name, "", ending):
            return False
        if self.endings.get(pair("", lowered(ending)), ""):
            return True
        others = [name[:-1] + letter for letter in sorted(set(lowered(name)))]
        return any(self.are_forms(other + ending, other) for other in others)

    def are_forms_of_name(self, a: str, b: str) -> bool:
        """Return whether two names of as many words differ, and only in forms of their words."""
        mine, theirs = a.split(), b.split()
        if len(mine) != len(theirs) or lowered(a) == lowered(b):
            return False
        both = zip(mine, theirs, strict=True)
        return all(lowered(one) == lowered(other) or self.are_forms(one, other) for one, other in both)

    def in_form_of(self, name: str, form: str, known: Callable[[str], bool] | None = None) -> str:
        """Return ``name`` with the ending of ``form``, a misspelling of it in perhaps another case.

        The result must be a form of the name with another last letter, and nearer to ``form`` by letters. If
        nobody has seen it, its ending must stand behind the same letter. Otherwise the name stays as it is.

        Args:
            name: The name.
            form: The misspelling.
            known: Tells known forms, if the result must be one. Then it need only be likely.
        """
        result, least = name, levenshtein_distance(form, name)
        for stem, ending in _parted(form):
            for kept, _ in _parted(name):
                if known is None and kept[-1] != stem[-1]:
                    continue  # another letter may ask for another ending: Kijów, Kijowa
                if ending[-1:] == name[-1] and "'" not in ending:
                    continue  # they differ before their ends, as spellings do: Djordjević, Đorđević
                made = kept + ending
                changes = levenshtein_distance(form, made)
                if 0 < changes < least and (
                    self._makes(made, name) if known is None else known(made) and self.are_forms(made, name)
                ):
                    least, result = changes, made
        return result


NO_GRAMMAR = Grammar(MappingProxyType({}), MappingProxyType({}))
"""The grammar of a language of which nothing is known: every difference is one of spelling."""


def lowered(word: str) -> str:
    """Return a word as a grammar compares it: in small letters, in the spelling of ``plain``."""
    return plain(word).lower().replace("i\u0307", "i")  # of the Turkish capital with a dot


def _without_moved_mark(a: str, b: str) -> tuple[str, str] | None:
    """Return two words without the only mark of each, if it is one mark on two places; else None."""
    if a.isascii() or b.isascii():
        return None
    mine, theirs = normalize("NFD", a), normalize("NFD", b)
    marks = list(filter(combining, mine))
    if len(marks) != 1 or marks != list(filter(combining, theirs)):
        return None
    mark = marks[0]
    if mine.index(mark) == theirs.index(mark):
        return None
    return mine.replace(mark, ""), theirs.replace(mark, "")


def pair(a: str, b: str) -> str:
    """Return the key of two endings, whichever comes first."""
    return f"{a}\t{b}" if a < b else f"{b}\t{a}"


def doubles(stem: str, a: str, b: str) -> bool:
    """Return whether two endings differ only in that one doubles the last letter of ``stem``."""
    return stem[-1:] + a == b or stem[-1:] + b == a


def _alternate(a: str, b: str, known: Alternations, *, sure: bool = False) -> bool:
    stem, mine, theirs = _apart(a, b)
    letters = known.get(pair(mine, theirs), "") if stem else ""
    return bool(stem) and stem[-1] in letters and not (sure and letters[0] == LIKELY)


def _change(a: str, b: str, known: Alternations) -> bool:
    """Return whether two words differ in a change of the stem that goes with an ending."""
    shared = common_start(a, b)
    ends = changes(a[shared:], b[shared:]) if shared else ()
    return any(not {a[shared - 1], STAR}.isdisjoint(known.get(pair(*two), "")) for two in ends)


def _apart(a: str, b: str) -> tuple[str, str, str]:
    """Return the stem of two words and what follows it in each; no stem if they cannot be one word."""
    shared = common_start(a, b)
    while shared and not a[shared - 1].isalpha():
        shared -= 1  # an apostrophe belongs to the ending
    mine, theirs = a[shared:], b[shared:]
    if shared < MIN_STEM or max(len(mine), len(theirs)) > LONGEST or doubles(a[:shared], mine, theirs):
        return "", "", ""
    return a[:shared], mine, theirs


def _parted(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a word into a stem and an ending, the shortest ending first."""
    for size in range(min(LONGEST, len(word) - MIN_STEM) + 1):
        stem = word[: len(word) - size]
        if stem[-1].isalpha():
            yield stem, word[len(word) - size :]


def common_start(a: str, b: str) -> int:
    """Return how many letters both share at the start."""
    for place, (left, right) in enumerate(zip(a, b, strict=False)):
        if left != right:
            return place
    return min(len(a), len(b))
