"""A word that stands beside very many others is judged as one that stands beside few."""

import pytest

from canonym.spelling.string_similarity import MANY
from marking import checked, corpus

STARTS, ENDS = ("Qan", "Zub", "Tev", "Gom"), "rvx"
MADE = [f"{start}{vowel}{end}" for start in STARTS for vowel in "aeiou" for end in ENDS]
"""Names that are like nothing else in these tests."""


def beside(word: str, count: int, draft_has: str) -> list[str]:
    """Articles that have ``word`` before ``count`` names, ``draft_has`` among them in three."""
    others = [f"The envoy met {word}-{name} in the old town." for name in MADE[: count - 1]]
    return [*others, *(f"Day {n}: the envoy met {word}-{draft_has} in the hall." for n in range(3))]


@pytest.mark.parametrize("count", [MANY - 2, MANY + 4])
@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("The envoy met al-Farouk in the hall.", id="a name that the corpus lacks"),
        pytest.param("The envoy met al-Assad in the hall.", id="a name that it has"),
        pytest.param(
            "The envoy met [al-Asad]{variant-name -> al-Assad} in the hall.", id="a name in another spelling"
        ),
    ],
)
def test_names_behind_one_particle(tmp_path, count, draft):
    index = corpus(tmp_path, *beside("al", count, "Assad"))
    assert len(index.followers("al")) == count
    assert checked(draft, index, ignore=("inconsistent-name",)) == draft


@pytest.mark.parametrize("count", [MANY - 2, MANY + 8])
def test_compounds_of_one_word(tmp_path, count):
    index = corpus(tmp_path, *beside("Anti", count, "Taliban"))
    assert len(index.followers("anti")) == count
    draft = "The [Anti-Tibetan]{suspect-term -> Anti-Taliban} men met the Taliban in the hall."
    assert checked(draft, index) == draft
