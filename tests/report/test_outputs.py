"""What each output is for, beyond its golden file."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from canonym.checking.finding import Finding, Severity
from canonym.report.finding_places import place_findings
from canonym.report.formats import markdown
from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import Report, Standing, View
from canonym.text.span import Span
from english import parse_document
from report.sample import COAST, VALLEY, quiet, report


def pieces(name: str, fixed: Report) -> Iterator[str]:
    return renderer(name)(fixed)


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_is_written_twice_alike_and_in_pieces_of_text(name: str) -> None:
    assert list(pieces(name, report())) == list(pieces(name, report()))
    assert all(isinstance(piece, str) for piece in pieces(name, report()))


@pytest.mark.parametrize("name", OUTPUTS)
def test_text_ends_with_a_line_end_or_is_empty(name: str) -> None:
    for fixed in (quiet(), report()):
        text = "".join(pieces(name, fixed))
        assert not text or text.endswith("\n")


def test_json_has_the_documented_keys_and_no_other() -> None:
    keys = [
        "path",
        "start",
        "end",
        "text",
        "language",
        "suggestions",
        "replacements",
        "rule",
        "severity",
        "safe",
        "confidence",
        "message",
        "concept",
        "evidence",
    ]
    for one in json.loads("".join(pieces("json", report(compared=False)))):
        assert list(one) == keys
    assert [list(one)[-1] for one in json.loads("".join(pieces("json", report())))] == ["baseline"] * 5


def test_jsonl_is_the_array_line_by_line() -> None:
    array = json.loads("".join(pieces("json", report())))
    assert [json.loads(line) for line in "".join(pieces("jsonl", report())).splitlines()] == array


def test_json_places_cut_the_text_out_of_the_draft() -> None:
    """Lines from 1, columns in code points from 1, the end exclusive."""
    drafts = {"drafts/valley.txt": VALLEY.split("\n"), "drafts/coast, 2%.txt": COAST.split("\n")}
    for one in json.loads("".join(pieces("json", report()))):
        lines = drafts[one["path"]]
        start, end = one["start"], one["end"]
        if start["line"] == end["line"]:
            assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == one["text"]
        else:
            head, tail = (
                lines[start["line"] - 1][start["column"] - 1 :],
                lines[end["line"] - 1][: end["column"] - 1],
            )
            assert f"{head}\n{tail}" == one["text"]


def test_rdjson_columns_cut_the_text_out_of_the_bytes() -> None:
    lines = {
        "drafts/valley.txt": VALLEY.encode().split(b"\n"),
        "drafts/coast, 2%.txt": COAST.encode().split(b"\n"),
    }
    seen = 0
    for one in json.loads("".join(pieces("rdjson", report())))["diagnostics"]:
        where = one["location"]["range"]
        if where["start"]["line"] == where["end"]["line"]:
            line = lines[one["location"]["path"]][where["start"]["line"] - 1]
            cut = line[where["start"]["column"] - 1 : where["end"]["column"] - 1].decode()
            assert f"“{cut}”" in one["message"] or "anti-Taliban" in one["message"]
            seen += 1
    assert seen == 4


def test_gitlab_fingerprints_are_unique_and_paths_relative() -> None:
    issues = json.loads("".join(pieces("gitlab", report())))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 5
    assert not any(issue["location"]["path"].startswith(("/", "./")) for issue in issues)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_counts_what_it_holds() -> None:
    root = ElementTree.fromstring("".join(pieces("junit", report())).encode())
    (suite,) = root
    assert int(suite.attrib["tests"]) == len(suite) == 4
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == 2
    assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error")) == 1


def test_known_findings_fail_nothing_anywhere() -> None:
    fixed = report()
    known = tuple(r._replace(standing=Standing.KNOWN) for r in fixed.reported)
    fixed = fixed._replace(reported=known, problems=(), stale=())
    assert "<failure" not in "".join(pieces("junit", fixed))
    assert "logissue" not in "".join(pieces("azure", fixed))
    assert "::error" not in "".join(pieces("github", fixed))
    assert {i["severity"] for i in json.loads("".join(pieces("gitlab", fixed)))} == {"info"}
    assert "".join(pieces("text", fixed)).count("(known)") == 5


def test_a_step_summary_stays_below_its_limit() -> None:
    text = " ".join(f"Spelling{n:07}" for n in range(40_000))
    findings = [
        Finding("variant-name", Span(at, at + 15), text[at : at + 15], "m", Severity.WARNING)
        for at in range(0, len(text), 16)
    ]
    line = Report(place_findings(parse_document("a.txt", text[:200]), findings[:12]), ("a.txt",))
    one = line.reported[0]
    many = tuple(one._replace(finding=finding) for finding in findings)
    written = "".join(pieces("markdown", Report(many, ("a.txt",))))
    assert len(written.encode()) < 1 << 20
    assert "more rows; the log has them all" in written


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a|b", "a\\|b"), ("*x*", "\\*x\\*"), ("<img>", "\\<img\\>"), ("@all", "&#64;all"), ("a\nb", "a b")],
)
def test_markdown_shows_text_as_it_is(text: str, shown: str) -> None:
    assert markdown.escape(text) == shown


def test_colour_and_source_lines_only_when_the_view_wants_them() -> None:
    plain = "".join(pieces("text", report()))
    assert "\x1b" not in plain
    assert "^^^" not in plain
    assert "^^^" in "".join(pieces("text", report(View(source=True))))


def test_an_output_is_imported_when_it_is_asked_for() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from canonym.report.output_formats import renderer; renderer('text');"
        "print([m for m in sys.modules if m.startswith('canonym.report.') and m.split('.')[2] in "
        "('sarif', 'html_page', 'github', 'junit', 'rdjson')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_html_loads_nothing_and_escapes_what_drafts_say() -> None:
    evil = "<script>alert(1)</script>"
    finding = Finding("variant-name", Span(0, len(evil)), evil, f"{evil} “x”", Severity.ERROR)
    page = "".join(
        pieces(
            "html", Report(place_findings(parse_document(f"{evil}.txt", evil), [finding]), (f"{evil}.txt",))
        )
    )
    assert evil not in page
    assert page.count("<script>") == 1
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page
