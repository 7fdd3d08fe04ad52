"""The process that compiles: ``python -m canonym.lsp.background.compiling_process ROOT SOURCES LANGUAGE…``.

``SOURCES`` is a JSON list of path, name and whether the file must exist. The first ``LANGUAGE`` is that of
the project; empty if the settings say none. The process ends when its input is closed.
"""

import json
import sys
from pathlib import Path

from canonym.lsp.background.processes import end_with_input
from canonym.project.load_index import compile_learned
from canonym.project.termbase_files import Source
from canonym.termbase.errors import SourceError


def main() -> int:
    """Compile."""
    end_with_input()
    sources = [Source(Path(path), name, required) for path, name, required in json.loads(sys.argv[2])]
    try:
        own, *others = sys.argv[3:]
        compile_learned(sources, Path(sys.argv[1]), own, others)
    except (SourceError, KeyboardInterrupt):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
