"""Made-up names and a termbase of them, the same for the same seed, one concept at a time.

Words are spelt by a chain of letters: each letter follows the three before it as often as it does in the
names that ship with Canonym. Given names and surnames are used as unequally as people use theirs (Zipf).
"""

import random
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from canonym.termbase.concept import Attestation, Concept, Kind, Term, TermStatus
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase
from canonym.text.package_data import read

ORDER = 3
"""Letters that the next one depends on."""
SURNAMES, GIVEN = 0.3, 0.05
"""Different surnames and given names for each concept; the rest repeats them."""
QUOTES = 3
FLAT = 30
"""So many of the first names are about as common as the first: the commonest surname has half a percent."""
HABITS = (
    ("sh", "sch"),
    ("ou", "u"),
    ("ai", "ay"),
    ("k", "kh"),
    ("z", "s"),
    ("v", "w"),
    ("i", "ee"),
    ("e", "i"),
    ("o", "u"),
    ("a", "e"),
)
"""Letters that one habit of transliteration writes, and another."""


class Rule(NamedTuple):
    """A surname, and another spelling of it that is wrong."""

    wrong: str
    right: str


class Letters:
    """Spells words that look like names."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in read("spelling/data/names.txt").split():
            name, _, band = entry.partition(":")
            if name.isalpha() and band.isdigit():
                padded = f"{' ' * ORDER}{name} "
                for at in range(ORDER, len(padded)):
                    counts[padded[at - ORDER : at]][padded[at]] += 2 ** int(band)
        self._next = {
            before: ("".join(found), list(accumulate(found.values()))) for before, found in counts.items()
        }

    def word(self) -> str:
        """Return a word of four letters or more, capitalised."""
        while True:
            letters = " " * ORDER
            while letters[-1] != " " or len(letters) == ORDER:
                choices, weights = self._next[letters[-ORDER:]]
                letters += choices[bisect(weights, self._chance.random() * weights[-1])]
            name = letters.strip()
            if 4 <= len(name) <= 12:
                return name.capitalize()

    def words(self, count: int, without: Sequence[str] = ()) -> list[str]:
        """Return so many different words, none of ``without`` among them."""
        found = dict.fromkeys(without)
        while len(found) < count + len(without):
            found[self.word()] = None
        return list(found)[len(without) :]


def make_rules(size: int) -> list[Rule]:
    """Return rules; no word of them is an ordinary one, and no wrong word is right or wrong elsewhere."""
    chance = random.Random(size)
    ordinary = set(read("languages/data/en/words.txt").split())
    right = [name for name in Letters(chance).words(2 * size) if name.lower() not in ordinary]
    seen = {*right, *map(str.capitalize, ordinary)}
    rules = []
    for name in right:
        wrong = respelt(name, chance)
        if wrong not in seen:
            seen.add(wrong)
            rules.append(Rule(wrong, name))
    return rules[:size]


def respelt(name: str, chance: random.Random) -> str:
    """Return ``name`` as another habit of transliteration would write it."""
    for here, there in chance.sample(HABITS, len(HABITS)):
        if here in name[1:]:
            return name[0] + name[1:].replace(here, there, 1)
    return name + name[-1]


def people(rules: Sequence[Rule], size: int) -> Iterator[tuple[str, str]]:
    """Yield ``size`` given names and surnames: one for each rule first, and these are always the same."""
    chance = random.Random(len(rules))
    letters = Letters(chance)
    own = [rule.right for rule in rules]
    given = letters.words(max(200, int(GIVEN * len(own))))
    seen = {(zipf(given, chance), surname): None for surname in own}
    yield from islice(seen, size)
    more = size - len(seen)
    if more <= 0:
        return
    given += letters.words(int(GIVEN * more), given)
    surnames = own + letters.words(int(SURNAMES * more), own)
    while more:
        person = (zipf(given, chance), zipf(surnames, chance))
        if person not in seen:
            seen[person] = None
            more -= 1
            yield person


def zipf(words: Sequence[str], chance: random.Random) -> str:
    """Return one of ``words``, the n-th about as often as one over n and a bit (Zipf and Mandelbrot)."""
    return words[int(FLAT * ((len(words) + FLAT) / FLAT) ** chance.random() - FLAT)]


def write_termbase(path: Path, rules: Sequence[Rule], size: int) -> None:
    """Write a learned termbase of so many people; of the rules it knows the wrong words as well."""
    if path.exists():
        return
    chance = random.Random(size)
    wrong = {rule.right: rule.wrong for rule in rules}
    names = sorted(people(rules, size), key=lambda person: f"{person[0]} {person[1]}".lower())
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8", newline="\n") as file:
        header, *_ = dump(Termbase(articles=size))
        file.write(header.replace('"records":0', f'"records":{size}'))
        for given, surname in names:
            _, line = dump(Termbase(concepts=(concept(given, surname, wrong.get(surname), chance),)))
            file.write(line)
    draft.replace(path)


def concept(given: str, surname: str, wrong: str | None, chance: random.Random) -> Concept:
    """Return a person with the evidence that an archive would give."""
    form = f"{given} {surname}"
    frequency = int(2 + 60 ** chance.random())
    quotes = tuple(
        Attestation(
            f"archive/{chance.randint(1, 99999):05}.txt",
            chance.randint(1, 80),
            f"On Monday {form} told the council what {chance.randint(2, 99)} of its members had asked for.",
        )
        for _ in range(QUOTES)
    )
    terms = [Term(form, frequency=frequency, articles=min(frequency, 9), attestations=quotes)]
    terms.append(Term(surname, TermStatus.ADMITTED, frequency * 2, min(frequency, 9)))
    if wrong:
        terms.append(Term(wrong, TermStatus.DEPRECATED))
    return Concept(form.lower(), Kind.PERSON, tuple(terms))
