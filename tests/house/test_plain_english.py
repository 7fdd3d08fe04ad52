"""Sentences of docstrings, comments and pages are short, and their words are today's."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_WORDS = 35
"""A longer sentence needs a second reading. Most have fewer than 20 words."""
OLD_WORDS = re.compile(
    r"\b(anew|whosoever|whoever|be it but|of which nobody|in the midst|thrice over)\b", re.IGNORECASE
)
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "vscode-extension/README.md")),
    *sorted(ROOT.glob("server/*.md")),
    *sorted(ROOT.glob("server/decisions/*.md")),
]
MODULES = [*sorted((ROOT / "server/canonym").rglob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]
SCRIPTS = sorted((ROOT / "vscode-extension/src").rglob("*.ts"))
BLOCKS = re.compile(r"```.*?```|<!--.*?-->|<pre>.*?</pre>", re.DOTALL)
# Bullets, table cells, headings and the sections of a docstring separate sentences like a full stop.
STOPS = re.compile(r"\n\s*\n|\n\s*(?:[-*+|>#]|\d+\.) |\||\n {4,}[\w*]+: |\n\s*\w+:\n|(?<=[.!?])[)*\"”’»]*\s+")
WORD = re.compile(r"\S*\w\S*")


def sentences(text: str) -> Iterator[str]:
    for sentence in STOPS.split(BLOCKS.sub("\n\n", text)):
        yield " ".join((sentence or "").split())


def docstrings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield str(statement.value.value)


def comments(source: str) -> Iterator[str]:
    """Yield the comments of a module; lines of comment below each other are one text."""
    block: list[str] = []
    last = 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            if token.start[0] != last + 1:
                yield " ".join(block)
                block = []
            block.append(token.string.lstrip("# "))
            last = token.start[0]
    yield " ".join(block)


def complaints(texts: Iterator[str]) -> list[str]:
    found = []
    for text in texts:
        found += [s for s in sentences(text) if len(WORD.findall(s)) > MOST_WORDS or OLD_WORDS.search(s)]
    return found


@pytest.mark.parametrize("text", ["A short one. Another.", "- one\n- two", "```\n" + "word " * 50 + "\n```"])
def test_short_sentences_and_code_pass(text: str) -> None:
    assert complaints(iter([text])) == []


@pytest.mark.parametrize("text", ["word " * 36 + ".", "It is made anew."])
def test_long_sentences_and_old_words_are_found(text: str) -> None:
    assert len(complaints(iter([text]))) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_are_plain(page: Path) -> None:
    assert complaints(iter([page.read_text(encoding="utf-8")])) == []


def test_docstrings_and_comments_are_plain() -> None:
    found = {}
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        if wrong := complaints(iter([*docstrings(ast.parse(source)), *comments(source)])):
            found[str(path.relative_to(ROOT))] = wrong
    assert found == {}


def test_comments_of_the_extension_are_plain() -> None:
    found = {}
    for path in SCRIPTS:
        texts = re.findall(r"^\s*(?://|/\*\*?|\*) ?(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        if wrong := complaints(iter(texts)):
            found[str(path.relative_to(ROOT))] = wrong
    assert found == {}
