"""Chooses the stories to keep, if only some may be kept."""

import re
from collections.abc import Sequence

from canonym.termbase.termbase import Story

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def newest(stories: Sequence[Story], most: int) -> Sequence[Story]:
    """Return at most ``most`` stories in their order, the newest ones.

    The date is the last one in an article's path (``2026-11-21``, ``2026/11/21``, ``20261121``), because the
    date of a file is that of its last copy. Articles without a date count as older than the others. Their
    order is that of their paths.
    """
    if len(stories) <= most:
        return stories
    paths = [story.path for story in stories]
    ranked = sorted(range(len(paths)), key=lambda n: (_date(paths[n]), paths[n]), reverse=True)
    return tuple(map(stories.__getitem__, sorted(ranked[:most])))


def _date(path: str) -> tuple[str, ...]:
    dates: list[tuple[str, ...]] = _DATE.findall(path)
    return dates[-1] if dates else ()
