"""Notifies waiting tasks that something changed."""

import asyncio


class ChangeCounter:
    """Counts changes. A task that has seen all of them can wait for the next."""

    def __init__(self) -> None:
        self.count = 0
        self._next: asyncio.Future[None] | None = None

    def note(self) -> None:
        """Note that something changed."""
        self.count += 1
        if self._next is not None and not self._next.done():
            self._next.set_result(None)
        self._next = None

    async def after(self, count: int) -> None:
        """Return when there were more than ``count`` changes."""
        while self.count <= count:
            if self._next is None:
                self._next = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._next)
