"""The progress line of a long check on a terminal."""

import os
import sys
from contextlib import suppress
from time import monotonic

_EVERY = 0.1


class Progress:
    """Shows ``checked 120 of 2,000 drafts`` on standard error, and removes it at the end.

    Args:
        total: How many drafts there are.
        quiet: Whether to print nothing.
    """

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._on = total > 1 and not quiet and sys.stderr.isatty() and not os.environ.get("CI")
        self._last_shown = float("-inf")
        self._shown = 0

    def __call__(self, done: int) -> None:
        """Show that ``done`` drafts are checked."""
        if self._on and monotonic() - self._last_shown > _EVERY:
            self._last_shown = monotonic()
            line = f"checked {done:,} of {self._total:,} drafts"
            self._shown = len(line)
            _print(f"\r{line}")

    def close(self) -> None:
        """Remove the line, even on a terminal without escapes."""
        if self._shown:
            _print(f"\r{' ' * self._shown}\r")


def _print(text: str) -> None:
    with suppress(OSError):  # the terminal is closed, and the check continues
        sys.stderr.write(text)
        sys.stderr.flush()
