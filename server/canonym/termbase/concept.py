"""Concepts and terms, in the words of TBX (ISO 30042)."""

from enum import StrEnum

from canonym.text.values import NamedTuple


class TermStatus(StrEnum):
    """The status of a term (TBX ``administrativeStatus``)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


UNSETTLED = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED, None)
"""The status of terms that must not be used, or that nothing decides (None)."""


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
    """The source of a concept: the corpus or a person."""

    LEARNED = "learned"
    AUTHORED = "authored"


class FoundBy(StrEnum):
    """How learning knew that a form is a name."""

    CAPITALS = "capitals"
    CONTEXT = "context"
    PARALLEL = "parallel"


class Attestation(NamedTuple):
    """A place in the corpus that has a term.

    Attributes:
        path: The article, relative to the corpus, with ``/``.
        line: Its line, from 1.
        text: The sentence; empty if the termbase was learned without quotes.
    """

    path: str
    line: int
    text: str = ""


class Term(NamedTuple):
    """One form of a name.

    Attributes:
        form: Its spelling.
        status: Its status; None while the concept is undecided.
        frequency: How often the corpus has it. Repeated text counts once.
        articles: How many independent articles have it (dispersion).
        attestations: Some of them, at most a handful.
        note: A person's note about this form.
        language: BCP 47 tag of the language whose norm this form follows; empty for that of its termbase.
        found: How learning knew that it is a name; a compiled index does not keep it.
    """

    form: str
    status: TermStatus | None = TermStatus.PREFERRED
    frequency: int = 0
    articles: int = 0
    attestations: tuple[Attestation, ...] = ()
    note: str = ""
    language: str = ""
    found: FoundBy = FoundBy.CAPITALS


class Link(NamedTuple):
    """A name of another language that is probably this one. It proposes a form, and decides nothing.

    Attributes:
        language: BCP 47 tag of that language.
        form: Its form there.
        likeness: How alike both are by letters, in percent.
        articles: How many articles of both languages that tell the same have both names.
        parallel: Whether some of these are translations of each other, by their paths.
        path: The first of these articles, in that language.
    """

    language: str
    form: str
    likeness: int
    articles: int
    parallel: bool
    path: str

    @property
    def evidence(self) -> str:
        """The evidence in words."""
        told = "translations" if self.parallel else "related articles"
        times = "" if self.articles == 1 else f", {self.articles} times"
        return f"{self.likeness} % alike, in {told}{times}"


class Concept(NamedTuple):
    """The thing named.

    Attributes:
        id: Stable name of the concept: the folded preferred form, with a number if it is taken.
        kind: What it names.
        terms: Its forms, the preferred one first if there is one.
        never: Forms that never name this concept.
        parts: Longer names that this one may shorten: ids of concepts.
        note: A person's note about it.
        origin: Learned or authored.
        source: ``path:line`` of its entry, for messages; empty when unknown.
        links: Names of other languages of the corpus that are probably this one.
    """

    id: str
    kind: Kind
    terms: tuple[Term, ...]
    never: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    note: str = ""
    origin: Origin = Origin.LEARNED
    source: str = ""
    links: tuple[Link, ...] = ()

    @property
    def preferred(self) -> Term | None:
        """The preferred term; None while the concept is undecided."""
        first = self.terms[0]
        return first if first.status is TermStatus.PREFERRED else None

    @property
    def undecided(self) -> bool:
        """Return whether competing forms wait for a person's decision."""
        return self.preferred is None
