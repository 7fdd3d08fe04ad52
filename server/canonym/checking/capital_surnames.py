"""Recognises surnames in capitals by convention, as in minutes, lists of names and bylines: Erik STRAUSS."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from canonym.index.concept_rows import Head
from canonym.index.memory import remembered
from canonym.index.termbase_index import Index, NameWord
from canonym.languages import ordinary
from canonym.matching.draft import Draft
from canonym.matching.draft_sentence import ParsedSentence, Spot
from canonym.matching.matcher import Match
from canonym.matching.neighbouring_words import is_kin
from canonym.spelling import known_name
from canonym.spelling.folding import joined
from canonym.text.capitals import is_loud
from canonym.text.names import adjacent

MAX_NAMES = 60
"""Most names with a word that are searched for one that ends with it."""
ENOUGH = 2
"""This many surnames in capitals in one draft prove its convention, whatever is beside them."""


def surnames_in_capitals(draft: Draft, matches: Iterable[Match], index: Index) -> frozenset[str]:
    """Return, folded, the surnames that a draft writes in capitals by convention.

    The word before one of them shows it (a given name, ``Mr``), or another such surname does. An acronym such
    as NATO does not count, because it ends no longer name.
    """
    found: dict[str, list[bool]] = defaultdict(list)
    for match in matches:
        folded = match.verdict.name.folded
        if is_loud(match.word.form) and _ends_a_name(index, folded):
            for place in match.verdict.places:
                number, spot = match.word.places[place]
                sentence = draft.sentences[number]
                if spot.token.start >= sentence.loud_until:
                    found[folded].append(is_led(sentence, spot))
    if len(found) >= ENOUGH:
        return frozenset(found)
    return frozenset(name for name, led in found.items() if any(led))


# Brings 1.3 and 1.6 % of a keystroke in a short and a long draft; emptied by Memory.begin.
@remembered(1 << 11)
def _ends_a_name(index: Index, folded: str) -> bool:
    """Return whether a word ends a longer name, or the last word of a longer name: Rashidi."""
    name = index.word(folded)
    some = islice(index.heads(name), MAX_NAMES) if name is not None else ()
    return any(_ends(folded, head) for head in some)


def _ends(folded: str, head: Head) -> bool:
    if head.form[:1].islower() and not head.form.isalpha():
        return True  # al-Farouk, d'Arcy: the prefix belongs to the surname
    return bool(head.words) and "".join(head.words) != folded and head.words[-1].endswith(folded)


def is_led(sentence: ParsedSentence, spot: Spot) -> bool:
    """Return whether a name, or a word that leads to one, precedes a word: Erik, Mr, Pieter VAN DER."""
    tokens = sentence.sentence.tokens
    at = _number(sentence, spot)
    while at and adjacent(sentence.text, tokens[at - 1], tokens[at]):
        before = tokens[at - 1].text
        language = sentence.language
        low = language.small(before)
        if low not in language.particles:
            if low in language.roles or low in language.titles:
                return True
            return _may_be_a_name(before, language.tag) and not is_loud(before)
        at -= 1
    return False


def _may_be_a_name(word: str, tag: str) -> bool:
    return word[:1].isupper() and (known_name(joined(word)) > 0 or not ordinary(word.lower(), tag))


def _number(sentence: ParsedSentence, spot: Spot) -> int:
    """Return the number of the token at a spot, or of the token that contains it."""
    return sentence.number_at((spot.compound or spot.token).start) or 0


def is_kin_in_capitals(sentence: ParsedSentence, spot: Spot, name: NameWord, index: Index) -> bool:
    """Return whether another name of the person is beside a word, also in capitals: KHALID AL-RASHIDI."""
    return any(
        _is_somebodys(joined(beside), index.language) and is_kin(joined(beside), name, known, index)
        for beside, known in _beside(sentence, spot, name, index)
        if is_loud(beside)
    )


def _is_somebodys(word: str, tag: str) -> bool:
    """Return whether a folded word is a known name and no word of the language: not New in New York."""
    return known_name(word) > 0 and not ordinary(word, tag)


def _beside(
    sentence: ParsedSentence, spot: Spot, name: NameWord, index: Index
) -> Iterator[tuple[str, dict[str, int]]]:
    tokens = sentence.sentence.tokens
    at = _number(sentence, spot)
    if at and adjacent(sentence.text, tokens[at - 1], tokens[at]):
        yield tokens[at - 1].text, index.leaders(name.folded)
    if at + 1 < len(tokens) and adjacent(sentence.text, tokens[at], tokens[at + 1]):
        yield tokens[at + 1].text, index.followers(name.folded)
