"""The complaint, its evidence and its repair."""

from enum import StrEnum

from canonym.matching.feature_result import Comparison
from canonym.termbase.concept import Attestation
from canonym.text.span import Span
from canonym.text.values import NamedTuple


class Severity(StrEnum):
    """Does it matter; a rule set to OFF is not run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)

    @property
    def is_on(self) -> bool:
        """Tell whether a rule at this level is run."""
        return self is not Severity.OFF


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span``.

    What a finding suggests is a text that people read; ``replacing.written`` makes an edit of the file of it.
    """

    span: Span
    text: str


class Piece(NamedTuple):
    """A part of an edit: where, what is read there, what is to be read there, and how that is written."""

    span: Span
    old: str
    new: str
    text: str


class ConceptRef(NamedTuple):
    """The concept a finding speaks of; ``preferred`` is empty while it is undecided."""

    id: str
    preferred: str


class Evidence(NamedTuple):
    """What the corpus says for the suggestion: independent articles, mentions, some examples."""

    articles: int = 0
    mentions: int = 0
    examples: tuple[Attestation, ...] = ()


class Related(NamedTuple):
    """A competing spelling elsewhere in the drafts: its document, place and text."""

    path: str
    span: Span
    text: str


class Finding(NamedTuple):
    """Something a person should look at.

    Three scales stay apart: severity (does it matter), confidence (are we sure) and
    safe (may a machine apply the first suggestion unasked).

    Attributes:
        rule: The id of the check.
        span: Where, in code points of the document's text.
        text: What stands there, as a person reads it: ``O’Brien`` where the file has ``O&rsquo;Brien``.
        message: What is wrong and why, in a sentence without line breaks.
        severity: As set for the rule.
        confidence: Probability from 0 to 1 that a careful editor agrees.
        suggestions: Replacements for ``span``, the best first; may be empty.
        safe: Whether a machine may apply the first suggestion unasked.
        concept: What it is about, if known.
        evidence: What the corpus says.
        comparisons: Why, aspect by aspect.
        related: Competing spellings in the drafts.
        quoted: Whether it would be safe, if it did not stand inside quotation marks.
    """

    rule: str
    span: Span
    text: str
    message: str
    severity: Severity
    confidence: float = 1.0
    suggestions: tuple[str, ...] = ()
    safe: bool = False
    concept: ConceptRef | None = None
    evidence: Evidence = Evidence()
    comparisons: tuple[Comparison, ...] = ()
    related: tuple[Related, ...] = ()
    quoted: bool = False

    def placed(self, span: Span, *, safe: bool, quoted: bool = False) -> "Finding":
        """Return the same finding at another place."""
        return self._replace(span=span, safe=safe, quoted=quoted)

    @property
    def edit(self) -> Edit | None:
        """The edit that applies the best suggestion."""
        return Edit(self.span, self.suggestions[0]) if self.suggestions else None
