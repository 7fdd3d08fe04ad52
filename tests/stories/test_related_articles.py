"""Articles are ranked by what they share with a draft, whatever was asked before."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.stories.related_articles import Ranking

keys = st.frozensets(st.integers(0, 12))
articles = st.lists(keys, max_size=8)


def ranking(told):
    return Ranking(weight, 0.5, lambda key: [n for n, keys in enumerate(told) if key in keys])


def weight(key):
    return 2.3 / (1 + key)


@given(told=articles, drafts=st.lists(keys, min_size=1, max_size=6), most=st.integers(1, 5))
def test_what_was_asked_before_changes_no_answer(told, drafts, most):
    asked = ranking(told)
    for draft in drafts:
        assert asked.best(draft, most) == ranking(told).best(draft, most)


@given(told=articles, draft=keys, most=st.integers(1, 5))
def test_the_articles_that_share_most_come_first(told, draft, most):
    shared = {n: sum(weight(k) for k in keys & draft if weight(k) > 0.5) for n, keys in enumerate(told)}
    best = ranking(told).best(draft, most)
    assert len(best) == min(most, sum(map(bool, shared.values())))
    for story, share in best:
        assert abs(share - shared[story] / sum(map(weight, draft))) < 1e-6
    assert [round(shared[n], 6) for n, _ in best] == [
        round(s, 6) for s in sorted(shared.values())[::-1][: len(best)]
    ]
