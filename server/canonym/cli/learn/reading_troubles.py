"""Problems of reading while learning: the first few of each file, and the number of the rest."""

from collections import defaultdict
from typing import TYPE_CHECKING

from canonym.cli.common import Problems, complain

if TYPE_CHECKING:
    from canonym.corpus.articles import Trouble

_MOST = 5
"""Most problems of one file that are printed one by one."""


class Troubles:
    """Collects problems, and prints them when no progress line is in the way.

    Args:
        problems: Counts them.
    """

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._first: dict[str, list[str]] = defaultdict(list)
        self._more: dict[str, int] = defaultdict(int)

    def __call__(self, trouble: "Trouble") -> None:
        """Record ``trouble``."""
        self._problems.count += trouble.records
        first = self._first[trouble.source]
        shown = len(first) < _MOST
        if shown:
            first.append(str(trouble))
        self._more[trouble.source] += trouble.records - shown

    def print_all(self) -> None:
        """Print the problems."""
        from canonym.corpus.articles import and_more

        for source, troubles in self._first.items():
            for trouble in troubles:
                complain(trouble)
            if more := self._more.get(source):
                complain(and_more(source, more))
