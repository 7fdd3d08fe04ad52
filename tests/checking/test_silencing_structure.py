"""A comment that silences a finding changes nothing else, whatever stands around: other readers agree."""

import json
import re
import tomllib
import xml.etree.ElementTree as ElementTree

import yaml
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from canonym.checking.check_settings import Settings
from canonym.checking.finding import Finding, Severity
from canonym.checking.fixes.apply_fixes import apply
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.checking.suppression.directive import DirectiveKind
from canonym.checking.suppression.write_directive import insertion
from canonym.text.formats import FORMATS
from canonym.text.span import Span
from english import parse_document

PIECES = {
    "plain": ["Punjir fell.", "Anna said so.", "# canonym: on", "- Punjir", ""],
    "markdown": [
        "---\ntitle: Punjir\n---",
        "# Punjir rose",
        "Punjir\n======",
        "# Punjir {#at}",
        "Punjir fell.  \nAnna saw Punjir\\\nfall.",
        "- Anna\n- Punjir fell\n\n  Punjir again\n- Anna",
        "1. Punjir\n2. Punjir's",
        "> Punjir\n> Punjir",
        "|Punjir|b|\n|-|-|\n|Punjir|c|",
        "```\nPunjir\n```",
        "    Punjir",
        "`Punjir\nPunjir` Punjir *Punjir\nfell*",
        '![Punjir](p.png) [Punjir](x "Punjir")',
        "<div title='Punjir'>\nPunjir\n</div>",
        "<title>Punjir</title>",
    ],
    "html": [
        '<?xml version="1.0"?>',
        "<p title='Punjir'>Punjir fell<br/>Punjir</p>",
        "<ul><li>Punjir</li>\n<li>Anna Punjir</li></ul>",
        "<table><tr><td\nclass='a'>Punjir</td></tr></table>",
        "<pre>Punjir\nfell</pre>",
        "<title>Punjir</title>",
        "<textarea>Punjir</textarea>",
        "<p>Anna <a\nhref='x'>Punjir</a>’s</p>",
    ],
    "restructuredtext": [
        "Punjir rose\n===========",
        "======\nPunjir\n======",
        "Punjir fell.\nAnna saw Punjir.",
        "- Punjir\n- Anna\n\n  Punjir again\n- Punjir",
        "1. Punjir\n2. Punjir",
        "Anna::\n\n   Punjir",
        "Anna\n   Punjir fell",
        "Anna\n\n   Punjir fell\n   again",
        ".. note:: Punjir\n\n   Punjir fell.",
        ".. note::\n   Punjir fell.",
        ".. a comment\n   Punjir",
        "======  =====\nPunjir  Anna\n======  =====\nAnna    Punjir\n======  =====",
        "+------+--------+\n| Anna | Punjir |\n+------+--------+",
        "| Punjir\n| Punjir",
        ":Anna: Punjir\n:Punjir: Anna",
        ".. [1] Punjir",
        ">>> Punjir",
    ],
    "asciidoc": [
        "= Punjir",
        "Punjir fell.\nAnna saw Punjir.",
        "* Punjir\n* Anna\n+\nPunjir\n\n* Punjir",
        "|===\n|Punjir |Anna\n|===",
        "----\nPunjir\n----",
        "[verse]\nPunjir",
        ".Punjir\nPunjir",
        "Punjir:: Anna\nAnna:: Punjir",
        "NOTE: Punjir",
    ],
    "latex": [
        "\\section{Punjir}\nPunjir fell",
        "\\begin{verbatim}\nPunjir\n\\end{verbatim}",
        "Punjir % note\nAnna",
        "\\begin{tabular}{ll}\nPunjir & Anna \\\\\nAnna & Punjir\n\\end{tabular}",
        "\\verb|Punjir| Punjir",
        "\\begin{itemize}\n\\item Punjir\n\\end{itemize}",
    ],
    "srt": [
        "1\n00:00:01,000 --> 00:00:02,000\nPunjir fell.",
        "2\n00:00:02,000 --> 00:00:03,000\nPunjir\nPunjir",
    ],
    "vtt": [
        "WEBVTT Punjir",
        "NOTE Punjir",
        "1\n00:01.000 --> 00:02.000\nPunjir\nfell.",
        "00:03.000 --> 00:04.000\nPunjir",
    ],
    "git-commit": ["Punjir fell", "- Punjir\n- Punjir", "Reviewed-by: Punjir", "# Punjir", "    Punjir"],
    "json": ['{"a": "Punjir"}', '["Punjir"]'],
    "yaml": [
        "a{}: Punjir fell",
        "b{}:\n  - Punjir\n  - 'Punjir\n    fell'",
        "c{}: |\n  Punjir\n  fell",
        "d{}: >\n  Anna\n\n  Punjir",
        'e{}: ["Punjir", Punjir,\n  "Anna\n  Punjir"]',
        "f{}: Anna\n  Punjir",
    ],
    "toml": [
        "a{} = 'Punjir'",
        'b{} = """\nPunjir\nfell"""',
        "c{} = [\n  'Punjir',\n  \"Anna\", 'Punjir',\n]",
        'd{} = """Punjir"""',
        "[t{}]\nb = 'Punjir'",
    ],
}
COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)


def in_markdown(text):
    return COMMENT.sub("", MarkdownIt().enable("table").render(text)).split()


def in_rst(text):
    tree = publish_doctree(text, settings_overrides={"report_level": 5, "halt_level": 5})
    for comment in [*tree.findall(nodes.comment), *tree.findall(nodes.system_message)]:
        comment.parent.remove(comment)
    return tree.pformat()


def in_xml(text):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return None
    return [(one.tag, one.attrib, " ".join("".join(one.itertext()).split())) for one in root.iter()]


JUDGES = {
    "markdown": in_markdown,
    "restructuredtext": in_rst,
    "html": lambda text: in_xml(text) if text.startswith("<?xml") else in_xml(f"<r>{text}</r>"),
    "yaml": yaml.safe_load,
    "toml": tomllib.loads,
    "json": lambda text: [json.loads(line) for line in text.split("\n\n")],
}


@st.composite
def drafts(draw):
    name = draw(st.sampled_from(sorted(PIECES)))
    pieces = draw(st.lists(st.sampled_from(PIECES[name]), min_size=1, max_size=4))
    if name in ("yaml", "toml"):
        pieces = [piece.replace("{}", str(number)) for number, piece in enumerate(pieces)]
    return name, draw(st.sampled_from(["\n\n", "\n"])).join(pieces)


def found_in(document):
    return [
        Finding("variant-name", Span(*found.span()), found[0], "", Severity.WARNING)
        for found in re.finditer("Punjir", document.prose)
    ]


def prose(document):
    return re.findall(r"\w+", document.prose)


def test_each_format_is_tried():
    assert PIECES.keys() == FORMATS.keys()


@given(drafts(), st.sampled_from([DirectiveKind.IGNORE, DirectiveKind.IGNORE_FILE]), st.data())
def test_a_comment_silences_and_changes_nothing(draft, kind, data):
    name, text = draft
    document = parse_document("", text, name, ["**"])
    findings = found_in(document)
    if not findings:
        return
    finding = data.draw(st.sampled_from(findings))
    edit = insertion(document, finding.span, kind, ["variant-name"])
    if edit is None:
        return
    after = apply(text, [edit])
    silenced = parse_document("", after, name, ["**"])
    assert prose(silenced) == prose(document)
    moved = finding.span.start + (len(edit.text) if edit.span.start <= finding.span.start else 0)
    judged = suppress(silenced, found_in(silenced), Settings())
    assert moved in [one.finding.span.start for one in judged.suppressed]
    if name in JUDGES:
        assert JUDGES[name](after) == JUDGES[name](text)
