"""The result of one feature of a comparison."""

from canonym.text.values import NamedTuple


class Comparison(NamedTuple):
    """One feature in which a form of the draft and a name are compared.

    Attributes:
        name: The feature: ``spelling``, ``rest_of_name``, ``slot`` …
        score: Log-odds that it adds for (above 0) or against (below 0) a match.
        reason: What was compared, in words; may be empty.
    """

    name: str
    score: float
    reason: str
