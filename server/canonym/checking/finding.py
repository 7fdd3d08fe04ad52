"""Findings, their evidence and their fixes."""

from enum import StrEnum

from canonym.matching.feature_result import Comparison
from canonym.termbase.concept import Attestation
from canonym.text.span import Span
from canonym.text.values import NamedTuple


class Severity(StrEnum):
    """How much a finding matters. A rule that is OFF does not run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """The rank; 0 is the gravest."""
        return list(Severity).index(self)

    @property
    def is_on(self) -> bool:
        """Return whether a rule at this level runs."""
        return self is not Severity.OFF


class Edit(NamedTuple):
    """Replaces ``span`` by ``text``.

    The suggestion of a finding is visible text. ``replacement.written`` turns it into an edit of the file.
    """

    span: Span
    text: str


class Piece(NamedTuple):
    """A part of an edit: its span, the visible text before and after, and the notation in the file."""

    span: Span
    old: str
    new: str
    text: str


class ConceptRef(NamedTuple):
    """The concept of a finding.

    Attributes:
        id: Its id.
        preferred: Its preferred form; empty while it is undecided.
        elsewhere: Its probable forms in other languages, each after the tag of its language.
    """

    id: str
    preferred: str
    elsewhere: tuple[str, ...] = ()


class Evidence(NamedTuple):
    """The corpus evidence for the suggestion: independent articles, mentions, some examples."""

    articles: int = 0
    mentions: int = 0
    examples: tuple[Attestation, ...] = ()


class Related(NamedTuple):
    """A competing spelling elsewhere in the drafts: its document, place and text."""

    path: str
    span: Span
    text: str


class Finding(NamedTuple):
    """A place that a person should look at.

    Three scales are separate: severity (does it matter), confidence (is it right) and safety (may a program
    apply the first suggestion without a question).

    Attributes:
        rule: The id of the check.
        span: Its place, in code points of the document's text.
        text: The visible text there: ``O’Brien`` where the file has ``O&rsquo;Brien``.
        message: What is wrong and why, in a sentence without line breaks.
        severity: The level of the rule.
        confidence: Probability from 0 to 1 that a careful editor agrees.
        suggestions: Replacements for ``span``, the best first; may be empty.
        safe: Whether a program may apply the first suggestion without a question.
        concept: Its concept, if known.
        evidence: The evidence of the corpus.
        comparisons: The reasons, feature by feature.
        related: Competing spellings in the drafts.
        quoted: Whether it would be safe outside of quotation marks.
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
