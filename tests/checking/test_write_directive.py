"""Comments that silence a finding, written into each format and read again."""

import re

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.finding import Finding, Severity
from canonym.checking.fixes.apply_fixes import apply
from canonym.checking.suppression.apply_suppressions import Suppressed, suppress
from canonym.checking.suppression.directive import DirectiveKind
from canonym.checking.suppression.write_directive import directive, insertion
from canonym.text.document import Document
from canonym.text.formats import FORMATS
from canonym.text.span import Span
from english import parse_document

DRAFTS = {
    "markdown": [
        "# Title\n\nOne Punjir\ntwo.\n\nAnna.",
        "- one\n- Punjir\n- two",
        "> Anna\n> Punjir\n> Anna",
        "[^1]: Punjir fell\n\n    Anna",
        "a `b\nPunjir` c Punjir `d\ne` f",
        "---\ntitle: x\n---\nPunjir",
    ],
    "html": [
        "<p>Anna <a\nhref=x>Punjir</a\n> fell.</p>",
        "<!DOCTYPE html>\n<h1>Punjir</h1>\n<p>Anna</p>",
        "Punjir",
    ],
    "restructuredtext": [
        "Title\n=====\n\nPunjir fell.",
        "======\nPunjir\n======\n\nAnna",
        "Anna\n\n- Punjir\n- Anna\n",
        "Anna\n\n   Punjir\n",
    ],
    "asciidoc": ["= Title\n\nPunjir fell.\n", "* Anna\n* Punjir\n"],
    "latex": ["\\section{Anna}\nPunjir fell\nhere. % note\n", "Punjir % note\n", "\\emph{Punjir} x"],
    "vtt": ["WEBVTT\n\n1\n00:01.000 --> 00:02.000\nPunjir fell.\n\n00:03.000 --> 00:04.000\nAnna."],
    "git-commit": ["Title\n\nPunjir fell.\n# comment\n"],
    "yaml": ["a: Anna\nb:\n  - Punjir fell\n", 'a: "Punjir fell"\n', "%YAML 1.2\n---\na: Punjir"],
    "toml": ["[a]\nb = 'Punjir'\n", "a = [\n  'Anna',\n  'Punjir',\n]"],
}
HERE = [DirectiveKind.IGNORE, DirectiveKind.IGNORE_NEXT, DirectiveKind.IGNORE_FILE, DirectiveKind.OFF]


def find(document: Document) -> list[Finding]:
    return [
        Finding(
            rule="variant-name",
            span=Span(*found.span()),
            text=found[0],
            message="",
            severity=Severity.WARNING,
        )
        for found in re.finditer("Punjir", document.prose)
    ]


def judge(document: Document) -> Suppressed:
    return suppress(document, find(document), Settings())


def words(document: Document) -> list[str]:
    return re.findall(r"\w+", document.prose)


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("kind", HERE)
@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in DRAFTS.items() for text in texts])
def test_a_directive_silences_what_it_was_written_for(
    name: str, text: str, kind: DirectiveKind, newline: str
) -> None:
    document = parse_document("", text.replace("\n", newline), name, ["**"])
    finding = find(document)[-1]
    edit = insertion(document, finding.span, kind, ["variant-name"], "as signed -- so")
    assert edit is not None
    silenced = parse_document("", apply(document.text, [edit]), name, ["**"])
    judged = judge(silenced)
    assert judged.kept == ()
    assert judged.unused == ()
    assert {one.justification for one in judged.suppressed} == {"as signed -- so"}
    assert words(silenced) == words(document)
    assert ("\r\n" in silenced.text) == ("\r\n" in document.text) or "\n" not in silenced.text.replace(
        "\r\n", ""
    )


@pytest.mark.parametrize("name", ["markdown", "asciidoc", "git-commit"])
def test_on_goes_behind_the_paragraph(name: str) -> None:
    end = "# git says what to do\n" if name == "git-commit" else ""
    document = parse_document("", f"Subject\n\nPunjir fell.\n\nPunjir rose.\n{end}", name)
    first = find(document)[0].span
    off = insertion(document, first, DirectiveKind.OFF)
    on = insertion(document, first, DirectiveKind.ON)
    assert off is not None
    assert on is not None
    judged = judge(parse_document("", apply(document.text, [off, on]), name))
    assert len(judged.kept) == 1
    assert len(judged.suppressed) == 1
    assert judged.unused == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plain", "Anna.\nPunjir fell.\n"),
        ("plain", "# canonym: off\n# canonym: on\nPunjir fell.\n"),
        ("json", '{"a": "Punjir"}'),
        ("srt", "1\n00:00:01,000 --> 00:00:02,000\nPunjir"),
        ("yaml", "a: |\n  Punjir\n"),
        ("toml", 'a = """\nAnna\nPunjir"""\n'),
        ("restructuredtext", "- Anna\n- Punjir\n"),
        ("restructuredtext", "- Anna\n\n- Punjir\n"),
        ("restructuredtext", "Anna\n  Punjir\n"),
        ("restructuredtext", "=====  ======\nAnna   Punjir\n=====  ======\n"),
        ("restructuredtext", "| Anna\n| Punjir\n"),
        ("restructuredtext", ":Anna: Punjir\n"),
        ("restructuredtext", ".. note:: Punjir\n"),
        ("asciidoc", "|===\n|Anna |Punjir\n|===\n"),
        ("asciidoc", "* Anna\n\n* Punjir\n"),
        ("asciidoc", "* Anna\n+\nPunjir\n"),
        ("asciidoc", "[verse]\nPunjir\n"),
    ],
)
def test_where_no_comment_can_stand_none_is_offered(name: str, text: str) -> None:
    document = parse_document("", text, name, ["**"])
    assert insertion(document, find(document)[-1].span, DirectiveKind.IGNORE) is None


@pytest.mark.parametrize("kind", [*HERE, DirectiveKind.ON])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plain", "Punjir fell.\n"),
        ("git-commit", "Punjir fell\n\nAnna.\n"),
        ("git-commit", "Punjir fell\n# ------------------------ >8 ------------------------\n# Anna\n"),
    ],
)
def test_what_would_be_printed_is_never_written(name: str, text: str, kind: DirectiveKind) -> None:
    document = parse_document("", text, name)
    assert insertion(document, find(document)[0].span, kind) is None


@pytest.mark.parametrize(
    ("name", "text", "silenced"),
    [
        ("markdown", "Punjir fell.  \nAnna.", "Punjir fell. <!-- {} -->  \nAnna."),
        ("markdown", "Punjir fell.\\\nAnna.", "Punjir<!-- {} --> fell.\\\nAnna."),
        ("markdown", "# Punjir fell {#fall}", "# Punjir<!-- {} --> fell {#fall}"),
        ("markdown", "Punjir's\\\nAnna", "Punjir<!-- {} -->'s\\\nAnna"),
        ("markdown", "|a|b|\n|-|-|\n|Punjir|c|", "|a|b|\n|-|-|\n|Punjir <!-- {} -->|c|"),
        ("markdown", "## Punjir ##", "## Punjir <!-- {} --> ##"),
        ("html", "<ul><li>Punjir<li>Anna</ul>", "<ul><li>Punjir <!-- {} --><li>Anna</ul>"),
        ("html", "<head>\n<title>Punjir</title>", "<head>\n<!-- {}-next -->\n<title>Punjir</title>"),
        ("latex", "Punjir fell\nhere.", "Punjir fell % {}\nhere."),
    ],
)
def test_a_comment_follows_on_the_line_and_leaves_it_as_it_is(name: str, text: str, silenced: str) -> None:
    document = parse_document("", text, name)
    edit = insertion(document, find(document)[0].span, DirectiveKind.IGNORE)
    assert edit is not None
    assert apply(text, [edit]) == silenced.replace("{}", "canonym: ignore")


def test_the_declaration_of_xml_stays_the_first() -> None:
    text = '<?xml version="1.0"?>\n<!DOCTYPE html>\n<p>Punjir</p>'
    document = parse_document("", text, "html")
    edit = insertion(document, find(document)[0].span, DirectiveKind.IGNORE_FILE)
    assert edit is not None
    assert apply(text, [edit]).startswith(
        '<?xml version="1.0"?>\n<!DOCTYPE html>\n<!-- canonym: ignore-file -->'
    )


def test_every_format_has_a_comment_or_is_known_to_have_none() -> None:
    assert {name for name in FORMATS if not directive(name, DirectiveKind.OFF)} == {"plain", "json", "srt"}
    assert set(DRAFTS) == set(FORMATS) - {"plain", "json", "srt"}


def test_a_reason_cannot_end_the_comment() -> None:
    assert directive("html", DirectiveKind.OFF, (), "a --> b\nc") == "<!-- canonym: off — a → b c -->"
