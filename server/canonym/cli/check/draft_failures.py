"""The edge at which the failure of one draft is caught: it is told, and the others go on."""

from collections.abc import Iterator
from contextlib import contextmanager

from canonym.report.report import Problem
from canonym.termbase.errors import SourceError
from canonym.text.mistakes import told


@contextmanager
def told_of(name: str, problems: list[Problem], what: str = "") -> Iterator[None]:
    """Let no mistake of ours in the block pass; it is a problem of the draft.

    Args:
        name: The draft.
        problems: Where it is added, once.
        what: What failed, if not the check.

    Raises:
        SourceError: A file of ours cannot be used; that is no matter of one draft.
        OSError: So is what cannot be read or written.
    """
    try:
        yield
    except (SourceError, OSError):
        raise
    except Exception as error:
        problem = Problem(name, f"{what}{told(error)}")
        if problem not in problems:
            problems.append(problem)
