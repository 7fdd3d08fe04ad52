"""How names are spelt: are two words spellings of one name, and which words are worth the question?

The words come in folded (`fold`), except for `keys` and `skeleton`, which also make use of marks (š, ł).
What this package knows of scripts, habits, endings and names is data with its sources: `data/README.md`.

- `fold` makes one plain spelling of case, marks and scripts.
- `keys` finds candidates by look-up (blocking); `skeleton` is how a spelling sounds.
- `align` says which letters stand for which; `same_spelling` how likely both are spellings of one name.
- `is_derivation` knows plurals, demonyms and the names of the other sex, which are words of their own.
- `are_twins` knows words that are alike in letters and yet are two: Austrian, Australian.
- `known_name` and `ordinary` know the names of others and the words of the language, `one_place` how the
  names of cities are spelt.
"""

from canonym.spelling.alignment import Alignment, Step, align
from canonym.spelling.derivation import is_derivation
from canonym.spelling.folding import fold
from canonym.spelling.habits import readings, skeleton
from canonym.spelling.keys import keys
from canonym.spelling.lexicon import known_name, one_place, ordinary, proper
from canonym.spelling.same_name_probability import same_spelling
from canonym.spelling.twins import are_twins

__all__ = [
    "Alignment",
    "Step",
    "align",
    "are_twins",
    "fold",
    "is_derivation",
    "keys",
    "known_name",
    "one_place",
    "ordinary",
    "proper",
    "readings",
    "same_spelling",
    "skeleton",
]
