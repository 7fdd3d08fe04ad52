"""Tells where a value is unpacked, sliced or starred, so that a new field of it would break another file.

Mypy reads a copy of the program in which a ``NamedTuple`` is no tuple, and a span alone is a pair of offsets:
what takes a value apart by place is an error there. Run by ``make check``.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
COPY = HOUSE / "build/by-name"
NO_TUPLE = """
from typing import Any, ClassVar, Self, dataclass_transform

@dataclass_transform(frozen_default=True, order_default=True)
class NamedTuple:
    _fields: ClassVar[tuple[str, ...]]
    def __hash__(self) -> int: ...
    def _asdict(self) -> dict[str, Any]: ...
    def _replace(self, **changes: Any) -> Self: ...
"""
PAIR = """class Span(NamedTuple):
    from collections.abc import Iterator
    def __iter__(self) -> Iterator[int]: raise NotImplementedError
"""
APART = re.compile(r"is not iterable|is not indexable|Expected iterable as variadic|not enough values")


def main() -> int:
    """Return 1 if a value is taken apart by place; print where."""
    shutil.rmtree(COPY / "server", ignore_errors=True)
    shutil.copytree(HOUSE / "server", COPY / "server", ignore=shutil.ignore_patterns("__pycache__", "data"))
    (COPY / "server/canonym/text/values.pyi").write_text(NO_TUPLE, encoding="utf-8")
    span = COPY / "server/canonym/text/span.py"
    text = span.read_text(encoding="utf-8")
    span.write_text(text.replace("class Span(NamedTuple):\n", PAIR), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(HOUSE / "pyproject.toml")]
    done = subprocess.run(command, cwd=COPY, capture_output=True, text=True, check=False)
    assert "Found " in done.stdout, done.stdout + done.stderr  # some uses of tuples are errors by design
    found = [line for line in done.stdout.splitlines() if APART.search(line)]
    print("\n".join(found) or "No value is taken apart by place.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
