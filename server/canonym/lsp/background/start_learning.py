"""Learns a termbase in a process of its own, which ends on request or with the server."""

import asyncio
import json
import logging
from collections.abc import Iterable
from pathlib import Path

from canonym.lsp.background.processes import running
from canonym.lsp.background.progress_bars import Report

log = logging.getLogger("canonym.lsp")


class LearningFailed(Exception):  # noqa: N818  named by what it says
    """The process could not learn. The message says why."""


async def learn_termbase(root: Path, within: Iterable[Path], report: Report) -> dict[str, object]:
    """Learn the termbase of a root and write it.

    Args:
        root: The directory of the root.
        within: Folders, one of which must contain the termbase with all links followed.
        report: Receives the progress.

    Returns:
        ``path``, ``articles``, ``names`` and ``undecided``.

    Raises:
        LearningFailed: There is nothing to learn from, or the termbase cannot be written.
    """
    async with running("canonym.lsp.background.learning_process", *map(str, (root, *within))) as process:
        return await _follow(process, report)


async def _follow(process: asyncio.subprocess.Process, report: Report) -> dict[str, object]:
    assert process.stdout is not None
    async for line in process.stdout:
        told = json.loads(line)
        if "failed" in told:
            raise LearningFailed(told["failed"])
        if "path" in told:
            return dict(told)
        if "trouble" in told:
            log.warning("learning: %s", told["trouble"])
            continue
        done, total = told["done"], told["total"]
        report(f"{done} of {total} steps", 100 * done // max(total, 1))
    raise LearningFailed("the process that learns ended early")
