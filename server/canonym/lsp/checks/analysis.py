"""The findings in one version of a document, and those of them to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol.types import Location

from canonym.checking.competing_forms import Survey
from canonym.checking.engine import examine
from canonym.checking.finding import Finding, Related
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.index.termbase_index import Index
from canonym.languages import Stated, parse_in_language
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.session.check_basis import Basis
from canonym.matching.mentions import Mention, recognise
from canonym.text.document import Document
from canonym.text.span import Span


@dataclass(frozen=True)
class Examination:
    """A version of a document with its own findings, before suppression.

    Attributes:
        snapshot: The version.
        basis: The termbases and settings of the check.
        document: The parsed document.
        found: The findings.
        survey: The data for a comparison with other drafts.
    """

    snapshot: Snapshot
    basis: Basis
    document: Document
    found: tuple[Finding, ...]
    survey: Survey

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of known names, in order. The first access is slow."""
        return recognise(self.document, self.basis.knowledge.index)


@dataclass(frozen=True)
class Analysis:
    """A version of a document with the findings to show.

    Attributes:
        examined: Its own findings.
        findings: The findings to show, in order: with those of a comparison, without suppressed ones.
        elsewhere: The places of competing names in other documents.
    """

    examined: Examination
    findings: tuple[Finding, ...]
    elsewhere: Mapping[Related, Location] = field(default_factory=dict)

    @property
    def snapshot(self) -> Snapshot:
        """The version."""
        return self.examined.snapshot

    @property
    def basis(self) -> Basis:
        """The termbases and settings of the check."""
        return self.examined.basis

    def index_at(self, offset: int) -> Index:
        """Return the index of the language at ``offset``."""
        return self.basis.knowledge.index.in_language(self.document.language_at(offset).tag)

    @property
    def document(self) -> Document:
        """The parsed document."""
        return self.examined.document

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of known names, in order. The first access is slow."""
        return self.examined.mentions

    def findings_in(self, span: Span) -> tuple[Finding, ...]:
        """Return the findings that touch ``span``."""
        return tuple(f for f in self.findings if f.span.start <= span.end and span.start <= f.span.end)


def examine_version(snapshot: Snapshot, basis: Basis) -> Examination:
    """Check a version of a document by itself."""
    document = read(snapshot, basis)
    found, survey = examine(document, basis.knowledge.index, basis.settings)
    return Examination(snapshot, basis, document, found, survey)


def judge(
    examined: Examination,
    competing: Sequence[Finding] = (),
    elsewhere: Mapping[Related, Location] | None = None,
) -> Analysis:
    """Return the findings to show. Only this function applies suppressions.

    Args:
        examined: The version with its own findings.
        competing: Further findings of a comparison with other drafts.
        elsewhere: The places of the competing names in those drafts.
    """
    found = sorted((*examined.found, *competing), key=_place) if competing else examined.found
    judged = suppress(examined.document, found, examined.basis.settings)
    return Analysis(examined, tuple(sorted((*judged.kept, *judged.unused), key=_place)), elsewhere or {})


def read(snapshot: Snapshot, basis: Basis) -> Document:
    """Parse a version of a document in its format."""
    project, text = basis.knowledge.project, snapshot.source.text
    if snapshot.path is None:
        stated = Stated(project.settings.language, basis.language)
        return parse_in_language("", text, basis.format, stated=stated)
    return project.document_of(snapshot.path, text, basis.format, basis.language)


def _place(finding: Finding) -> Span:
    return finding.span
