"""How names are spelt. Are two words spellings of one name, and is the question worth asking?

The words come in folded (`fold`), except for `keys` and `skeleton`, which also use marks (š, ł). The
knowledge of scripts, habits, endings and names is data with its sources: `data/README.md`.

- `fold` gives a plain spelling without case, marks and foreign scripts. - `keys` finds candidates by look-up
(blocking). `skeleton` is the sound of a spelling. - `align` says which letters stand for which.
`same_spelling` gives the probability that both spell one name. - `are_twins`
knows pairs of different words that look alike: Austrian, Australian. - `known_name` knows common names,
`one_place` the spellings of the names of cities.
"""

from canonym.spelling.alignment import Alignment, Step, align
from canonym.spelling.cities import one_place
from canonym.spelling.folding import fold
from canonym.spelling.habits import readings, skeleton
from canonym.spelling.keys import keys
from canonym.spelling.lexicon import known_name
from canonym.spelling.same_name_probability import same_spelling
from canonym.spelling.twins import are_twins

__all__ = [
    "Alignment",
    "Step",
    "align",
    "are_twins",
    "fold",
    "keys",
    "known_name",
    "one_place",
    "readings",
    "same_spelling",
    "skeleton",
]
