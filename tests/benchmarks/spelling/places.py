"""The lexicon of places: `python tests/benchmarks/spelling/places.py DATA_DIR` writes `places.txt`.

Of every city that is large enough, the spellings of its name that are alike: Kyiv, Kiev, Kyjiv. What is
another word as well tells nothing: words of the language, other cities, and names that a dictionary has
beside the city's own (Granada, Grenada).
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import sources
from jellyfish import jaro_winkler_similarity
from names import in_lines
from train import DATA

from canonym.languages import ordinary, proper
from canonym.spelling import fold

PEOPLE = 50_000
"""Inhabitants that make a city large enough."""
LETTERS = 4
LIKENESS = 0.75
"""Jaro-Winkler likeness to the city's main name from which a form is a spelling of it."""


def lexicon(folder: Path) -> str:
    """The text of `places.txt`: forms with the numbers of their cities, a line for every first letters."""
    large = [city for city in sources.cities(folder) if city.people >= PEOPLE]
    namesakes: dict[str, set[str]] = defaultdict(set)
    for city in large:
        namesakes[fold(city.name)].update(_spellings(city))
    cities: dict[str, list[str]] = defaultdict(list)
    for number, city in enumerate(large):
        main = fold(city.name)
        forms = {form for form in _spellings(city) if main in namesakes.get(form, (main,))}
        for form in sorted(forms) if len(forms) > 1 else ():
            cities[form].append(str(number))
    return in_lines(f"{form}:{','.join(numbers)}" for form, numbers in cities.items())


def _spellings(city: sources.City) -> Iterator[str]:
    main = fold(city.name)
    for form in (city.name, *city.others):
        word = fold(form)
        if form[:1].isupper() and form.isascii() and word.isalpha() and len(word) >= LETTERS:
            is_other = ordinary(word, "en") or (word != main and proper(word, "en") and proper(main, "en"))
            if not is_other and jaro_winkler_similarity(word, main) >= LIKENESS:
                yield word


if __name__ == "__main__":
    (DATA / "places.txt").write_text(lexicon(Path(sys.argv[1])), encoding="utf-8", newline="\n")
