"""Describes a mistake of the program itself: what went wrong, where, and what to do."""

from types import TracebackType

_MOST = 200
"""Most code points of the error's own message."""


def describe_mistake(error: BaseException, *, words: bool = True) -> str:
    """Return what went wrong, in which module and line, and that it is to be reported.

    Args:
        error: What was raised.
        words: Whether to include the error's own message, which may quote a text.
    """
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    said = " ".join(str(error).split())[:_MOST] if words else ""
    what = f"{type(error).__name__}{_place(error.__traceback__)}{f' ({said})' if said else ''}"
    return f"{what}: this is a mistake in canonym itself; please report it"


def _place(trace: TracebackType | None) -> str:
    """Return the innermost place in our code that the error passed."""
    place = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == "canonym":
            place = f" in {module}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place
