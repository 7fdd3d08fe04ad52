"""What may stand in a draft, and how each line format writes it down."""

import json
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.checking.finding import Finding, Severity
from canonym.report.finding_places import place_findings
from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import Problem, Report, StaleEntry, View
from canonym.report.xml_text import content, escape, tag
from canonym.text.span import Span
from english import parse_document
from report.sample import RULES


def report(text: str, message: str = "m", path: str = "a.txt", rule: str = "variant-name") -> Report:
    """A report of one finding that covers all of a draft."""
    finding = Finding(rule, Span(0, len(text)), text, message, Severity.WARNING, suggestions=("x",))
    return Report(
        place_findings(parse_document(path, text), [finding]), (path,), rules=RULES, view=View(summary=False)
    )


def first_line(name: str, fixed: Report) -> str:
    return "".join(renderer(name)(fixed)).split("\n")[0]


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("plain: a, b; c", "plain: a, b; c. Use x."),
        ("50% of", "50%25 of. Use x."),
        ("%0A is no line end", "%250A is no line end. Use x."),
        ("two\nlines", "two%0Alines. Use x."),
        ("a\r\nb", "a%0D%0Ab. Use x."),
        ("a::b", "a::b. Use x."),
        ("::error::", "::error::. Use x."),
    ],
)
def test_github_message(message: str, written: str) -> None:
    assert first_line("github", report("t", message)).endswith(f"::{written}")


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a b.txt", "a b.txt"),
        ("a,b.txt", "a%2Cb.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("100%.txt", "100%25.txt"),
        ("a\nb.txt", "a%0Ab.txt"),
        ("a\r.txt", "a%0D.txt"),
        ("über/ü.txt", "über/ü.txt"),
    ],
)
def test_github_property(path: str, written: str) -> None:
    assert first_line("github", report("t", path=path)).startswith(f"::warning file={written},line=1,")


@pytest.mark.parametrize(
    "line", ["::error::gotcha", "::stop-commands::x", "  ::add-mask::p", "##[error]x", "::token::"]
)
def test_a_draft_cannot_command_the_runner(line: str) -> None:
    """Everything that shows the draft stands between stop-commands and a token that it cannot hold."""
    lines = "".join(renderer("github")(report(line, f"\n{line}\n"))).splitlines()
    start = next(n for n, one in enumerate(lines) if one.startswith("::stop-commands::"))
    token = lines[start].removeprefix("::stop-commands::")
    assert lines[-1] == f"::{token}::"
    assert not any(token in one for one in lines[start + 1 : -1])
    assert all(one.startswith("::warning ") for one in lines[:start])


def test_github_annotates_ten_of_a_level_and_says_so() -> None:
    found = "Punjir " * 25
    spans = [Span(at, at + 6) for at in range(0, len(found), 7)]
    levels = [Severity.ERROR] * 12 + [Severity.WARNING] * 11 + [Severity.INFO] * 2
    findings = [Finding("variant-name", s, "Punjir", "m", v) for s, v in zip(spans, levels, strict=True)]
    lines = "".join(
        renderer("github")(Report(place_findings(parse_document("a.txt", found), findings), ("a.txt",)))
    ).splitlines()
    counts = [
        sum(line.startswith(f"::{level} ") for line in lines) for level in ("error", "warning", "notice")
    ]
    assert counts == [10, 10, 2]
    assert "(12 errors: 10 annotated, all in the text below)" in lines
    assert sum(line.startswith("a.txt:1:") for line in lines) == 25


def test_github_shows_each_spelling_before_any_a_second_time() -> None:
    text = "Punjir Punjir Punjir Masood"
    findings = [
        Finding("variant-name", Span(at, at + 6), text[at : at + 6], "m", Severity.ERROR)
        for at in (0, 7, 14, 21)
    ]
    fixed = Report(place_findings(parse_document("a.txt", text), findings), ("a.txt",))
    titles = [
        line.split("title=")[1]
        for line in "".join(renderer("github")(fixed)).splitlines()
        if "title=" in line
    ]
    assert [title.split("::")[0] for title in titles] == [
        f"variant-name%3A {form}" for form in ("Punjir", "Masood", "Punjir", "Punjir")
    ]


@pytest.mark.parametrize(
    ("message", "written"),
    [("a;b]c", "a;b]c"), ("50%", "50%AZP25"), ("a\nb\r", "a%0Ab%0D")],
)
def test_azure_message(message: str, written: str) -> None:
    assert first_line("azure", report("t", message)).endswith(f"]{written}. Use x.")


def test_azure_property() -> None:
    line = first_line("azure", report("t", path="a;b]c%.txt"))
    assert "sourcepath=a%3Bb%5Dc%AZP25.txt;" in line


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("it's [a|b]", "it|'s |[a||b|]"),
        ("a\nb", "a|nb"),
        ("«é»", "|0x00ab|0x00e9|0x00bb"),
        ("𐐀", "|0xd801|0xdc00"),
    ],
)
def test_teamcity_value(message: str, written: str) -> None:
    line = "".join(renderer("teamcity")(report("t", message))).splitlines()[1]
    assert f"message='{written}. Use x.'" in line


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('<a href="x">&amp;', "&lt;a href=&quot;x&quot;&gt;&amp;amp;"),
        ("a\tb\nc", "a&#9;b&#10;c"),
        ("bell \x07, nul \x00", "bell \ufffd, nul \ufffd"),
        ("\ud800 \ufffe", "\ufffd \ufffd"),
    ],
)
def test_xml_attribute(text: str, written: str) -> None:
    assert escape(text) == written


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")))
def test_what_is_written_in_xml_is_read_again(text: str) -> None:
    read = ElementTree.fromstring(f"{tag('a', {'b': text})}{content(text)}</a>")
    assert (read.get("b"), read.text or "") == (text, text)


@pytest.mark.parametrize(
    "name", ["junit", "checkstyle", "json", "jsonl", "sarif", "gitlab", "rdjson", "rdjsonl"]
)
@given(st.text(min_size=1))
def test_machine_formats_parse_whatever_stands_in_a_draft(name: str, text: str) -> None:
    fixed = report(text, f"“{text}” is odd", path="a b,%.txt")
    written = "".join(renderer(name)(fixed))
    if name in ("junit", "checkstyle"):
        assert ElementTree.fromstring(written.encode("utf-8")).tag in ("testsuites", "checkstyle")
    else:
        documents = written.removesuffix("\n").split("\n") if name in ("jsonl", "rdjsonl") else [written]
        assert all(isinstance(json.loads(document), dict | list) for document in documents)


HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\n\r\t\x1b\x9b\x85\u2028\u202e\ud800:#[]a")), min_size=1
)


@pytest.mark.parametrize("name", OUTPUTS)
@given(draft=HOSTILE, message=HOSTILE, path=HOSTILE)
def test_no_output_holds_control_characters_of_files(name: str, draft: str, message: str, path: str) -> None:
    fixed = report(draft, message, path=f"{path}.txt")
    fixed = fixed._replace(problems=(Problem(path, message),), stale=(StaleEntry("f", "r", path, draft),))
    written = "".join(renderer(name)(fixed))
    controls = {c for c in written if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
    assert controls <= ({"\n", "\t"} if name == "html" else {"\n"})
    assert "\u202e" not in written


@pytest.mark.parametrize(("name", "lines"), [("text", 3), ("concise", 2), ("azure", 2), ("github", 8)])
@given(message=HOSTILE, path=HOSTILE)
def test_names_and_messages_add_no_lines(name: str, lines: int, message: str, path: str) -> None:
    fixed = report("t", f"m{message}", path=f"{path}.txt")._replace(problems=(Problem(path, message),))
    assert "".join(renderer(name)(fixed)).count("\n") == lines


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_draft_cannot_steer_the_terminal(name: str) -> None:
    fixed = report("\x1b[2J\x07evil\u202e", "says \x1b]0;title\x07", path="a\x1b[31m.txt")
    fixed = Report(fixed.reported, fixed.files, (Problem("b\x1b", "c\x1b"),), view=View(source=True))
    assert "\x1b" not in "".join(renderer(name)(fixed))
    assert "\x07" not in "".join(renderer(name)(fixed))


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_unreadable_draft_is_reported_by_every_output_that_can(name: str) -> None:
    fixed = Report((), problems=(Problem("blob.txt", "is no text"),))
    told = "".join(renderer(name)(fixed))
    findings_only = {"json", "jsonl", "gitlab", "rdjson", "rdjsonl"}
    assert ("is no text" in told) is (name not in findings_only)
