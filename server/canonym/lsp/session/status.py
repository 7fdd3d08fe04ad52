"""The status of the server, for a status bar."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from canonym import __version__
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.failures import Failures
from canonym.lsp.session.loaded_project import Knowledge
from canonym.lsp.session.roots import Root
from canonym.lsp.session.unnamed_languages import UnnamedLanguages

NOTIFICATION = "$/canonym/status"
"""The notification with a ``Status``. Editors ignore an unknown method that begins with ``$/``."""


class State(StrEnum):
    """The state of the termbase of a root."""

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
        state: ``none`` (no termbase), ``loading``, ``ready``, or ``stale``: something is unusable, and the
            last good state is used.
        problems: The unusable files and the reasons.
        failed: Documents that could not be checked, and the reasons.
        concepts: The number of known names.
        undecided: The number of names with competing spellings.
        articles: The number of articles that they were learned from.
        authored: URI of the termbase for decisions.
        learned: URI of the termbase that ``learn`` writes.
        outdated: Whether the corpus changed since the termbase was learned.
        unnamed: Tags of the languages of open documents, if the termbases have names only in others.
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
    unnamed: tuple[str, ...] = ()

    def json(self) -> dict[str, object]:
        """Return the status as JSON."""
        return asdict(self)


def status_of(root: Root, failures: Failures, unnamed: UnnamedLanguages) -> Status:
    """Return the state of ``root`` and its documents. It never waits for a load."""
    known = root.latest
    if known is None:
        return Status(__version__, uri_of(root.path), State.LOADING)
    return Status(
        __version__,
        uri_of(root.path),
        _state(root, known),
        known.problems,
        failures.below(root.path),
        known.index.size,
        known.index.undecided,
        known.index.articles,
        uri_of(known.project.authored),
        uri_of(known.project.learned),
        root.outdated,
        unnamed.below(root.path),
    )


def _state(root: Root, known: Knowledge) -> State:
    if known.problems:
        return State.STALE
    if root.loading:
        return State.LOADING
    return State.READY if known.has_termbase else State.NONE
