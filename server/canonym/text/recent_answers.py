"""Remembers answers as long as the drafts that are checked need them."""

from typing import Any

_NOTHING = object()


class Recent(dict[Any, Any]):
    """Answers by key. ``[]`` and ``get`` find them; ``begin`` forgets those that no draft needs any more.

    There are two layers. A hit in the lower layer moves the answer to the upper one. After many new answers,
    the upper layer becomes the lower one, and the old lower layer is dropped. So everything that a draft
    needs is there when it is checked again, whatever its length. The words of earlier versions go.

    Args:
        least: How many new answers must come before any is forgotten.
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
        """Return the answer, or ``default`` if there is none. Another thread may forget it meanwhile."""
        answer = super().get(key, _NOTHING)
        if answer is _NOTHING:
            answer = self._lower.get(key, _NOTHING)
            if answer is _NOTHING:
                return default
            self[key] = answer
            self._raised += 1
        return answer

    def forget(self) -> None:
        """Forget all answers."""
        self.clear()
        self._lower = {}
        self._raised = 0

    def begin(self) -> None:
        """Note that the check of a draft begins. Drop the lower layer if there are enough new answers."""
        if len(self) - self._raised >= max(self._least, self._raised):
            self._lower = dict(self)
            self.clear()
            self._raised = 0
