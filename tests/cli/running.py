"""The real command in a real process."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Outcome(NamedTuple):
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


def canonym(
    *arguments: object,
    cwd: Path,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
) -> Outcome:
    """Run ``canonym`` in ``cwd``; line ends of its output are ``\\n``."""
    done = subprocess.run(
        [sys.executable, "-m", "canonym", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env={**os.environ, **(env or {})},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, _text(done.stdout), _text(done.stderr))


def _text(data: bytes) -> str:
    return data.decode().replace("\r\n", "\n")


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """Make files below ``root``, text as UTF-8 with its line ends as they are."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root
