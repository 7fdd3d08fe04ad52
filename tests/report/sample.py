"""One fixed report: every level, a known, a suppressed, a related, a stale one, and awkward characters."""

from canonym.checking.finding import ConceptRef, Evidence, Finding, Related, Severity
from canonym.checking.rules import Rule
from canonym.checking.suppression.apply_suppressions import SuppressionKind
from canonym.report.finding_places import place_findings
from canonym.report.report import (
    FixedFile,
    Problem,
    Report,
    Reported,
    StaleEntry,
    Standing,
    Suppression,
    View,
)
from canonym.termbase.concept import Attestation
from canonym.text.lines import LineIndex
from canonym.text.span import Span
from english import parse_document

VALLEY = (
    "PARIS: Fighters left the Punjir valley on Monday.\n"
    "𐐀 “Émigrés” met Ahmad Chah\n"
    "Massoud’s son & 100% of his anti-Tibetan <guests>.\n"
    "The Punjir[sic] office was shut.\n"
)
COAST = "Masood spoke; the Al-Queda cell, 50% «gone»: none [left].\n"
RULES = {
    "variant-name": Rule(
        id="variant-name",
        severity=Severity.WARNING,
        summary="Another spelling of a name the corpus knows.",
        documentation="# variant-name\n\nAnother spelling of a known name.",
        tags=("names", "spelling"),
        fixable="when the match is sure",
    ),
    "inconsistent-name": Rule(
        id="inconsistent-name",
        severity=Severity.WARNING,
        summary="Two spellings compete and nothing decides.",
        documentation="# inconsistent-name\n\nTwo spellings of one name compete.",
        tags=("names", "consistency"),
        fixable="never unasked",
    ),
    "suspect-term": Rule(
        id="suspect-term",
        severity=Severity.WARNING,
        summary="A real word where the corpus has another.",
        documentation="# suspect-term\n\nA real word in the slot of another.",
        tags=("terms",),
        fixable="never unasked",
    ),
}
PANJSHIR = ConceptRef("panjshir", "Panjshir")
EVIDENCE = Evidence(5, 14, (Attestation("001.md", 12, "The Panjshir valley held."),))


def finding(text: str, form: str, **more: object) -> Finding:
    """A finding on the first place of ``form`` in ``text``."""
    at = text.index(form)
    defaults = {
        "rule": "variant-name",
        "message": f"“{form}” is another spelling of a known name.",
        "severity": Severity.WARNING,
    }
    return Finding(span=Span(at, at + len(form)), text=form, **{**defaults, **more})


def valley() -> tuple[Reported, ...]:
    """A Markdown-like draft with a name across a line end and a suppressed finding."""
    found = [
        finding(
            VALLEY,
            "Punjir",
            message="“Punjir” is another spelling of “Panjshir”.",
            severity=Severity.ERROR,
            suggestions=("Panjshir",),
            safe=True,
            confidence=0.98,
            concept=PANJSHIR,
            evidence=EVIDENCE,
        ),
        finding(
            VALLEY,
            "Ahmad Chah\nMassoud",
            message="“Ahmad Chah Massoud” is another spelling of “Ahmad Shah Massoud”.",
            suggestions=("Ahmad Shah\nMassoud",),
            confidence=0.9,
            concept=ConceptRef("ahmad shah massoud", "Ahmad Shah Massoud"),
        ),
        finding(
            VALLEY,
            "anti-Tibetan",
            rule="suspect-term",
            message="The corpus has “anti-Taliban” here: 100% of 3, always.",
            suggestions=("anti-Taliban", "anti-Tibet"),
            confidence=0.7,
        ),
    ]
    at = VALLEY.index("Punjir[sic]")
    sic = Finding("variant-name", Span(at, at + 6), "Punjir", "“Punjir” is another spelling.", Severity.ERROR)
    silent = [(sic, Suppression(SuppressionKind.IN_SOURCE, "marked [sic]"))]
    return place_findings(parse_document("drafts/valley.txt", VALLEY), found, silent)


def coast() -> tuple[Reported, ...]:
    """A draft whose name competes with one in the other draft."""
    span = Span(VALLEY.index("Massoud"), VALLEY.index("Massoud") + 7)
    found = [
        finding(
            COAST,
            "Masood",
            rule="inconsistent-name",
            message="“Masood” and “Massoud” compete.",
            severity=Severity.INFO,
            suggestions=("Massoud",),
            confidence=0.6,
            concept=ConceptRef("massoud", ""),
            related=(Related("drafts/valley.txt", span, "Massoud"),),
        ),
        finding(COAST, "Al-Queda", suggestions=("Al-Qaeda",), concept=ConceptRef("al-qaeda", "Al-Qaeda")),
    ]
    return place_findings(
        parse_document("drafts/coast, 2%.txt", COAST), found, (), {"drafts/valley.txt": LineIndex(VALLEY)}
    )


def report(view: View = View(), *, compared: bool = True) -> Report:  # noqa: B008  frozen
    """The report; with a baseline, the last finding is known and an entry of it is stale."""
    *new, known = (*coast(), *valley()) if not compared else (*valley(), *coast())
    if compared:
        known = known._replace(standing=Standing.KNOWN)
    return Report(
        reported=(*new, known),
        files=("drafts/clean.txt", "drafts/coast, 2%.txt", "drafts/valley.txt"),
        problems=(Problem("drafts/blob.txt", "no text: it holds NUL characters"),),
        rules=RULES,
        stale=(StaleEntry("f" * 64, "variant-name", "drafts/clean.txt", "Pandjir"),) if compared else (),
        fixed=(FixedFile("drafts/valley.txt", (("Salih", "Saleh"),)),) if compared else (),
        compared=compared,
        version="1.2.3",
        properties={"termbases": ["termbase.toml"]},
        view=view,
    )


def quiet() -> Report:
    """A run that found nothing."""
    return Report(reported=(), files=("a.txt", "b.txt"), rules=RULES, version="1.2.3")
