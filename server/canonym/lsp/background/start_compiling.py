"""Compiles large termbases in a process of its own, so that typing never waits for it."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path

from canonym.lsp.background.processes import running
from canonym.project.load_index import Source

log = logging.getLogger("canonym.lsp")


async def compile_termbases(root: Path, sources: Sequence[Source]) -> None:
    """Compile learned termbases into the cache.

    Loading finds and reports any failure. A cancellation ends the process.
    """
    told = json.dumps([(str(source.path), source.name, source.required) for source in sources])
    async with running("canonym.lsp.background.compiling_process", str(root), told) as process:
        if await process.wait():
            log.warning("a termbase could not be compiled beforehand")
