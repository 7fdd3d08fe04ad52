"""Which stories to keep where only so many may be kept."""

import re

from canonym.termbase.termbase import Story

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def newest(stories: tuple[Story, ...], most: int) -> tuple[Story, ...]:
    """Return at most ``most`` stories, the newest kept, in the order of their paths.

    The date is the last one that an article's path names (``2026-11-21``, ``2026/11/21``, ``20261121``),
    since the date of a file is that of its last copy; articles without one count as older than those with,
    and among themselves go by their paths.
    """
    if len(stories) <= most:
        return stories
    ranked = sorted(stories, key=lambda s: (_date(s.path), s.path), reverse=True)
    return tuple(sorted(ranked[:most], key=lambda s: s.path))


def _date(path: str) -> tuple[str, ...]:
    dates: list[tuple[str, ...]] = _DATE.findall(path)
    return dates[-1] if dates else ()
