"""``python -m canonym`` and the ``canonym`` command."""

import sys

from canonym.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
