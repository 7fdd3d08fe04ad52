"""SARIF 2.1.0 (OASIS, 2020), limited to what GitHub code scanning accepts."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from canonym.checking.suppression.apply_suppressions import SuppressionKind
from canonym.report.fingerprint import line_hash
from canonym.report.formats.sarif_places import artifact, location, region
from canonym.report.formats.sarif_rules import LEVELS, Json, descriptor
from canonym.report.json_text import json_text
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported, StaleEntry, Standing

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub refuses a run with more results."""
MOST_RELATED = 100
"""GitHub shows no more related locations of a result."""
_KINDS = {SuppressionKind.IN_SOURCE: "inSource", SuppressionKind.EXTERNAL: "external"}


def render(report: Report) -> Iterator[str]:
    """Yield the log, a result a line."""
    rules = sorted({*report.rules, *(r.finding.rule for r in report.reported)})
    results = _within_limit(report.reported)
    dropped = len(report.reported) - len(results)
    yield f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [{{\n"results": ['
    before = "\n"
    for result in _results(report, results, rules):
        yield before + json_text(result)
        before = ",\n"
    yield "\n],\n" + json_text(_run(report, rules, dropped), indent=1)[1:] + "]}\n"


def _run(report: Report, rules: Sequence[str], dropped: int) -> Json:
    driver: Json = {"name": "canonym", "rules": [descriptor(rule, report.rules.get(rule)) for rule in rules]}
    if report.version:
        driver["semanticVersion"] = report.version
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "canonym/"},
        "originalUriBaseIds": {
            "%SRCROOT%": {"description": {"text": "The directory that the check ran in."}}
        },
        "invocations": [_invocation(report, dropped)],
        "properties": {"drafts": len(report.files), **report.properties},
    }


def _invocation(report: Report, dropped: int) -> Json:
    notes: list[Json] = [_unread(problem.path, problem.message) for problem in report.problems]
    if dropped:
        text = f"{dropped} results of the lowest level are left out; a run may hold {MOST_RESULTS}."
        notes.append({"level": "warning", "message": {"text": text}})
    invocation: Json = {"executionSuccessful": not report.problems}
    return invocation | {"toolExecutionNotifications": notes} if notes else invocation


def _unread(path: str, message: str) -> Json:
    place: Json = {"physicalLocation": {"artifactLocation": artifact(path)}}
    return {"level": "error", "message": {"text": message}, "locations": [place]}


def _within_limit(reported: Sequence[Reported]) -> Sequence[Reported]:
    if len(reported) <= MOST_RESULTS:
        return reported
    gravest = sorted(
        range(len(reported)), key=lambda n: (not reported[n].counts, reported[n].severity.rank, n)
    )
    return [reported[n] for n in sorted(gravest[:MOST_RESULTS])]


def _results(report: Report, reported: Sequence[Reported], rules: Sequence[str]) -> Iterator[Json]:
    lines: Counter[tuple[str, str]] = Counter()
    for one in reported:
        key = (one.path, line_hash(one.source[0] if one.source else ""))
        lines[key] += 1
        result = _result(one, rules.index(one.finding.rule), f"{key[1]}:{lines[key]}")
        yield result | ({"baselineState": str(one.standing)} if report.compared else {})
    yield from (_absent(entry) for entry in report.stale)


def _result(reported: Reported, index: int, line: str) -> Json:
    finding = reported.finding
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": full(reported) if reported.standing is Standing.NEW else finding.message},
        "locations": [location(reported)],
        "partialFingerprints": {"canonym/v1": reported.fingerprint, "primaryLocationLineHash": line},
        "rank": round(finding.confidence * 100, 1),
        "suppressions": _suppressions(reported),
        "properties": _properties(reported),
    }
    if fixes := [_fix(reported, *one) for one in _writable(reported)]:
        result["fixes"] = fixes
    if reported.related:
        result["relatedLocations"] = _related(reported)
    return result


def _properties(reported: Reported) -> Json:
    finding = reported.finding
    concept = {"id": finding.concept.id, "preferred": finding.concept.preferred} if finding.concept else {}
    evidence = finding.evidence
    examples = [{"path": e.path, "line": e.line, "text": e.text} for e in evidence.examples]
    return {
        "text": finding.text,
        "language": reported.language,
        "safe": finding.safe,
        "concept": concept,
        "evidence": {"articles": evidence.articles, "mentions": evidence.mentions, "examples": examples},
    }


def _writable(reported: Reported) -> Iterator[tuple[str, str]]:
    """Yield the suggestions that can be written in the draft, each with its notation there."""
    for text, replacement in zip(reported.finding.suggestions, reported.replacements, strict=True):
        if replacement is not None:
            yield text, replacement


def _fix(reported: Reported, text: str, written: str) -> Json:
    replacement = {
        "deletedRegion": region(reported.start, reported.end),
        "insertedContent": {"text": written},
    }
    change = {"artifactLocation": artifact(reported.path), "replacements": [replacement]}
    return {"description": {"text": f"Replace with “{text}”."}, "artifactChanges": [change]}


def _related(reported: Reported) -> list[Json]:
    return [
        {
            "id": number,
            "message": {"text": related.text},
            "physicalLocation": {
                "artifactLocation": artifact(related.path),
                "region": region(related.start, related.end),
            },
        }
        for number, related in enumerate(reported.related[:MOST_RELATED], 1)
    ]


def _suppressions(reported: Reported) -> list[Json]:
    if reported.suppression is None:
        return []
    kind, reason = reported.suppression.kind, reported.suppression.reason
    return [{"kind": _KINDS[kind], "status": "accepted", "justification": reason or "No reason given."}]


def _absent(entry: StaleEntry) -> Json:
    return {
        "ruleId": entry.rule,
        "level": "none",
        "kind": "notApplicable",
        "message": {"text": f"“{entry.text}” of the baseline is no longer there."},
        "locations": [{"physicalLocation": {"artifactLocation": artifact(entry.path)}}],
        "partialFingerprints": {"canonym/v1": entry.fingerprint},
        "baselineState": "absent",
        "suppressions": [],
    }
