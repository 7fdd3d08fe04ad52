"""What the server is at, for a status bar."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from canonym import __version__
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.loaded_project import Knowledge
from canonym.lsp.session.roots import Root

NOTIFICATION = "$/canonym/status"
"""The notification that carries a ``Status``; editors pass over what begins so if they do not know it."""


class State(StrEnum):
    """What there is to check against."""

    NONE = "none"
    LOADING = "loading"
    READY = "ready"
    STALE = "stale"


@dataclass(frozen=True)
class Status:
    """The state of a root.

    Attributes:
        version: The version of the server.
        root: URI of the directory.
        state: ``none`` (no termbase), ``loading``, ``ready``, or ``stale``: something cannot be used as it
            stands, and the last good state is used instead.
        problems: What cannot be used, and why.
        failed: Documents that could not be checked, and why.
        concepts: How many names are known.
        undecided: How many of them have competing spellings.
        articles: How many articles they were learned from.
        authored: URI of the termbase that decisions are written to.
        learned: URI of the termbase that ``learn`` writes.
        outdated: Whether the corpus changed since the termbase was learned.
    """

    version: str
    root: str
    state: State
    problems: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    concepts: int = 0
    undecided: int = 0
    articles: int = 0
    authored: str = ""
    learned: str = ""
    outdated: bool = False

    def json(self) -> dict[str, object]:
        """Return the status as it is sent."""
        return asdict(self)


def status_of(root: Root, failed: tuple[str, ...] = ()) -> Status:
    """Return the state of ``root``, of which some documents ``failed``; never waits for a load."""
    known = root.latest
    if known is None:
        return Status(__version__, uri_of(root.path), State.LOADING)
    return Status(
        __version__,
        uri_of(root.path),
        _state(root, known),
        known.problems,
        failed,
        known.index.size,
        known.index.undecided,
        known.index.articles,
        uri_of(known.project.authored),
        uri_of(known.project.learned),
        root.outdated,
    )


def _state(root: Root, known: Knowledge) -> State:
    if known.problems:
        return State.STALE
    if root.loading:
        return State.LOADING
    return State.READY if known.has_termbase else State.NONE
