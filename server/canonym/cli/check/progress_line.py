"""One line on a terminal that says how far a long check is."""

import os
import sys
from contextlib import suppress
from time import monotonic

_EVERY = 0.1


class Progress:
    """Shows ``checked 120 of 2,000 drafts`` on standard error, and takes it away at the end.

    Args:
        total: How many drafts there are.
        quiet: Say nothing.
    """

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._on = total > 1 and not quiet and sys.stderr.isatty() and not os.environ.get("CI")
        self._told = float("-inf")
        self._shown = 0

    def __call__(self, done: int) -> None:
        """Show that ``done`` drafts are checked."""
        if self._on and monotonic() - self._told > _EVERY:
            self._told = monotonic()
            line = f"checked {done:,} of {self._total:,} drafts"
            self._shown = len(line)
            _print(f"\r{line}")

    def close(self) -> None:
        """Take the line away, on a terminal that knows no escapes as well."""
        if self._shown:
            _print(f"\r{' ' * self._shown}\r")


def _print(text: str) -> None:
    with suppress(OSError):  # the terminal is gone; the check goes on
        sys.stderr.write(text)
        sys.stderr.flush()
