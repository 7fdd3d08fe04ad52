"""Answers that are remembered as long as somebody asks for them."""

from typing import Any

_NOTHING = object()


class Recent(dict[Any, Any]):
    """Answers by key, which ``[]`` and ``get`` find; ``begin`` forgets those that nobody asks for any more.

    They lie in two layers. An answer of the lower one that is asked for comes up; when many new ones have
    come, the upper layer becomes the lower one, and what was left in that is gone. So all that a draft asks
    for is there when it is checked again, however long it is; the words that somebody typed on the way go.

    Args:
        least: How many new answers come before any is forgotten.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self._lower: dict[Any, Any] = {}
        self._raised = 0

    def __missing__(self, key: object) -> Any:  # noqa: ANN401  (of any type)
        answer = self.get(key, _NOTHING)
        if answer is _NOTHING:
            raise KeyError(key)
        return answer

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ANN401
        """Return the answer, or ``default`` if there is none; another thread may forget it meanwhile."""
        answer = super().get(key, _NOTHING)
        if answer is _NOTHING:
            answer = self._lower.get(key, _NOTHING)
            if answer is _NOTHING:
                return default
            self[key] = answer
            self._raised += 1
        return answer

    def forget(self) -> None:
        """Forget all."""
        self.clear()
        self._lower = {}
        self._raised = 0

    def begin(self) -> None:
        """Take note that a draft is gone through from its beginning."""
        if len(self) - self._raised >= max(self._least, self._raised):
            self._lower = dict(self)
            self.clear()
            self._raised = 0
