"""Compiles large termbases in a process of its own, so that typing never waits for it."""

import json
import logging
from collections.abc import Sequence

from canonym.lsp.background.processes import running
from canonym.project.project import Project
from canonym.project.termbase_files import Source

log = logging.getLogger("canonym.lsp")


async def compile_termbases(project: Project, sources: Sequence[Source]) -> None:
    """Compile learned termbases into the cache, for each language that the settings name.

    Loading finds and reports any failure. A cancellation ends the process.
    """
    told = json.dumps([(str(source.path), source.name, source.required) for source in sources])
    languages = (project.settings.language, *project.languages_by_path)
    arguments = (str(project.kept_beside), told, *languages)
    async with running("canonym.lsp.background.compiling_process", *arguments) as process:
        if await process.wait():
            log.warning("a termbase could not be compiled beforehand")
