"""Concepts and terms, in the words of TBX (ISO 30042)."""

from enum import StrEnum

from canonym.text.values import NamedTuple


class TermStatus(StrEnum):
    """The standing of a term (TBX ``administrativeStatus``)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


UNSETTLED = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED, None)
"""The standing of terms that are not to be written, or that nothing decides (None)."""


class Kind(StrEnum):
    """What a concept names, as far as it is known."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    PEOPLE = "people"
    WORK = "work"
    TERM = "term"
    NAME = "name"


class Origin(StrEnum):
    """Who says so: the corpus or a person."""

    LEARNED = "learned"
    AUTHORED = "authored"


class Attestation(NamedTuple):
    """A place in the corpus where a term stands.

    Attributes:
        path: The article, relative to the corpus, with ``/``.
        line: Its line, from 1.
        text: The sentence; empty when the termbase was learned without quotes.
    """

    path: str
    line: int
    text: str = ""


class Term(NamedTuple):
    """One form of a name.

    Attributes:
        form: The form as it is written.
        status: Its standing; None while the concept is undecided.
        frequency: How often the corpus has it, repeated text counted once.
        articles: How many independent articles have it (dispersion).
        attestations: Some of them, at most a handful.
        note: What a person wrote about this form.
        language: BCP 47 tag of the language whose norm this form is; empty for the default.
    """

    form: str
    status: TermStatus | None = TermStatus.PREFERRED
    frequency: int = 0
    articles: int = 0
    attestations: tuple[Attestation, ...] = ()
    note: str = ""
    language: str = ""


class Concept(NamedTuple):
    """The thing named.

    Attributes:
        id: Stable name of the concept: the folded preferred form, numbered when taken.
        kind: What it names.
        terms: Its forms, the preferred one first when there is one.
        never: Forms that must never be taken for this concept.
        parts: Longer names that this one may stand for: ids of concepts.
        note: What a person wrote about it.
        origin: Learned or authored.
        source: ``path:line`` of the entry that says so, for messages; empty when unknown.
    """

    id: str
    kind: Kind
    terms: tuple[Term, ...]
    never: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    note: str = ""
    origin: Origin = Origin.LEARNED
    source: str = ""

    @property
    def preferred(self) -> Term | None:
        """The preferred term; None while the concept is undecided."""
        first = self.terms[0]
        return first if first.status is TermStatus.PREFERRED else None

    @property
    def undecided(self) -> bool:
        """Tell whether competing forms wait for a person's decision."""
        return self.preferred is None
