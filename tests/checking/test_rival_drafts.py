"""A draft that is compared with what is near it is told what a comparison with all drafts tells it."""

from hypothesis import example, given
from hypothesis import strategies as st

from canonym.checking.check_settings import Settings
from canonym.checking.engine import compare, survey
from canonym.checking.rival_drafts import Rivals
from canonym.index.termbase_index import Index
from canonym.termbase.termbase import Termbase
from english import parse_document

WORDS = (
    "Kowalsky",
    "Kowalski",
    "Kovalsky",
    "Marrowby",
    "Marowby",
    "Jan",
    "Maria",
    "spoke",
    "of",
    "left",
    ".",
)
DRAFTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=1, max_size=5)
EMPTY = Index.build(Termbase(language="en"))


def surveys_of(drafts):
    return [survey(parse_document(f"{n}.txt", draft), EMPTY) for n, draft in enumerate(drafts)]


def test_a_draft_without_a_rival_is_compared_with_nothing():
    mine, other = surveys_of(["They met Kowalsky there.", "They met Marrowby there."])
    assert Rivals([other]).beside(mine) == ()


def test_a_name_that_another_draft_writes_otherwise_is_found():
    mine, other = surveys_of(["They met Kowalsky there.", "They met Kowalski. Later Kowalski left."])
    [finding] = compare(Rivals([other]).beside(mine), Settings())["0.txt"]
    assert (finding.text, finding.suggestions, finding.related[0].path) == (
        "Kowalsky",
        ("Kowalski",),
        "1.txt",
    )


@given(DRAFTS, st.integers(0, 4))
@example(["Marrowby left. They met Marrowby, not Marowby.", "They met Marowby."], 1)
def test_what_is_near_tells_as_much_as_all_drafts(drafts, number):
    surveys = surveys_of(drafts)
    mine = surveys[number % len(surveys)]
    near = Rivals([one for one in surveys if one is not mine]).beside(mine)
    told = compare(near, Settings()).get(mine.path, ())
    own = compare((mine,), Settings()).get(mine.path, ())
    wanted = compare(tuple(surveys), Settings()).get(mine.path, ())
    assert {one.span for one in wanted} <= {one.span for one in (*told, *own)}
    assert not near or told == wanted


def test_what_is_near_among_hundreds_of_alike_names_tells_as_much_as_all_drafts():
    letters = "abcdefghij"
    names = [f"al-Xyz{one}{two}{three}" for one in letters for two in letters for three in letters[:5]]
    surveys = surveys_of([f"In {' they met '.join(names[start::3])} it rained." for start in range(3)])
    wanted = compare(tuple(surveys), Settings())
    assert sum(map(len, wanted.values())) > 100
    for mine in surveys:
        near = Rivals([one for one in surveys if one is not mine]).beside(mine)
        assert compare(near, Settings())[mine.path] == wanted[mine.path]
