"""Keeps the user's cache directory below a bound: what was least recently used goes first."""

import os
import time
from contextlib import suppress

from canonym.project.cache.cache_entries import remove_entry, users_entries
from canonym.project.cache.user_cache import users_cache

BOUND = 2 << 30
"""Most bytes in the user's cache directory. The index of a million names takes 0.8 GB."""
_FORGOTTEN = 30 * 86_400
"""Seconds without use after which a missing directory counts as deleted. A drive may come back sooner."""


def shrink(bound: int = BOUND, keep: str = "") -> None:
    """Remove from the user's cache directory first the entries of deleted directories, then the least used.

    Args:
        bound: Most bytes that may stay.
        keep: The name of the entry that is in use and stays.
    """
    with suppress(OSError):
        cache = users_cache()
        entries = users_entries()
        size = sum(entry.size for entry in entries)
        latest = time.time() - _FORGOTTEN
        for entry in entries:
            if entry.place.name == keep:
                continue
            gone = entry.used < latest and not os.path.isdir(entry.directory)  # noqa: PTH112  (Path's own may raise)
            if gone or size > bound:
                with suppress(OSError):  # on Windows a file in use cannot be removed
                    remove_entry(cache, entry.place.name)
                    size -= entry.size
