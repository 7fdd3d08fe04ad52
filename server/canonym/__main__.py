"""``python -m canonym`` and the ``canonym`` command."""

import gc
import os
import sys
from collections.abc import Sequence

from canonym.cli import main as cli

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    A check that is a process of its own ends at once: the system takes the memory back sooner than
    Python would have tidied it up. One that was interrupted waits for its processes.

    Args:
        argv: The arguments without the program; those of the process by default.
    """
    if argv is None:
        gc.set_threshold(100_000, 20, 100)  # what a run makes has hardly any cycles, and is much
    code = cli.main(argv)
    if argv is None and code in (0, 1) and sys.argv[1:2] == ["check"]:
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
