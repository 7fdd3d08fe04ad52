"""Why two forms are, or are not, one name: one aspect of it."""

from canonym.text.values import NamedTuple


class Comparison(NamedTuple):
    """One compared aspect of a draft's form and a name.

    Attributes:
        name: The aspect: ``spelling``, ``rest_of_name``, ``slot`` …
        score: Log-odds that this aspect adds for (above 0) or against (below 0) a match.
        reason: What was compared, in words; may be empty.
    """

    name: str
    score: float
    reason: str
