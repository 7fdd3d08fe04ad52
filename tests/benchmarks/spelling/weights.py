"""Learns the weights of the features of two spellings by logistic regression."""

from collections import Counter
from collections.abc import Iterable

from examples import Example
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from canonym.spelling.alignment import align
from canonym.spelling.same_name_probability import features

SELDOM = 20
"""A feature seen in fewer examples has no weight."""
STRENGTH = 0.3
"""Inverse strength of the L2 penalty."""


def learn(examples: Iterable[Example]) -> dict[str, float]:
    examples = list(examples)
    rows = [dict(features(align(e.left, e.right), e.left, e.right)) for e in examples]
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= SELDOM)
    model = LogisticRegression(C=STRENGTH, solver="newton-cholesky", tol=1e-8, fit_intercept=False)
    model.fit(_matrix(rows, names), [e.same for e in examples], sample_weight=[e.weight for e in examples])
    return dict(zip(names, model.coef_[0].tolist(), strict=True))


def _matrix(rows: list[dict[str, float]], names: list[str]) -> csr_matrix:
    column = {name: place for place, name in enumerate(names)}
    cells = [
        (place, column[name], value)
        for place, row in enumerate(rows)
        for name, value in row.items()
        if name in column
    ]
    places, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (places, columns)), shape=(len(rows), len(names)))
