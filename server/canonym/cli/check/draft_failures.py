"""The boundary that catches the failure of one draft. It reports the failure, and the run continues."""

from collections.abc import Iterator
from contextlib import contextmanager

from canonym.report.report import Problem
from canonym.termbase.errors import SourceError
from canonym.text.internal_errors import describe_mistake


@contextmanager
def problem_on_failure(name: str, problems: list[Problem], what: str = "") -> Iterator[None]:
    """Turn any mistake of the program in the block into a problem of the draft.

    Args:
        name: The draft.
        problems: Receives the problem, once.
        what: What failed, if it was not the check.

    Raises:
        SourceError: A file of ours is unusable. That concerns every draft.
        OSError: Something cannot be read or written. The caller handles that.
    """
    try:
        yield
    except (SourceError, OSError):
        raise
    except Exception as error:
        problem = Problem(name, f"{what}{describe_mistake(error)}")
        if problem not in problems:
            problems.append(problem)
