"""What could not be read while learning: of each file the first few troubles, and how many more."""

from collections import defaultdict
from typing import TYPE_CHECKING

from canonym.cli.common import Problems, complain

if TYPE_CHECKING:
    from canonym.corpus.articles import Trouble

_MOST = 5
"""Troubles of one file that are told one by one."""


class Troubles:
    """Told of troubles, tells people when the progress is not in the way any more.

    Args:
        problems: Counts them.
    """

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._first: dict[str, list[str]] = defaultdict(list)
        self._more: dict[str, int] = defaultdict(int)

    def __call__(self, trouble: "Trouble") -> None:
        """Take ``trouble``."""
        self._problems.count += trouble.records
        first = self._first[trouble.source]
        told = len(first) < _MOST
        if told:
            first.append(str(trouble))
        self._more[trouble.source] += trouble.records - told

    def tell(self) -> None:
        """Tell people."""
        from canonym.corpus.articles import and_more

        for source, troubles in self._first.items():
            for trouble in troubles:
                complain(trouble)
            if more := self._more.get(source):
                complain(and_more(source, more))
