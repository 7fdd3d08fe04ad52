"""Our parser of Markdown against markdown-it-py: both must see the same words as prose."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from canonym.text.document import HIDDEN, JOINER
from canonym.text.formats import parse_document

JUDGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORD = re.compile(r"[^\W\d_]+")

LINES = [
    "@",
    "@ @",
    "# @",
    "## @ ##",
    "@\n===",
    "@\n---",
    "***",
    "- @",
    "* @",
    "+ @",
    "1. @",
    "2) @",
    "  @",
    "    @",
    "\t@",
    "> @",
    "> > @",
    "> - @",
    "- > @",
    "- - @",
    "-   @",
    "-\t@",
    ">     @",
    "```",
    "```@",
    "~~~",
    "  ```",
    "> ```",
    "    ```",
    "",
    ">",
    "-",
    "  ",
    "| @ | @ |\n|---|---|\n| @ | @ |",
    "*@* **@** _@_",
    "`@` @",
    "``@`@`` @",
    "[@](u) @",
    '[@](<u v> "@")',
    "![@](u '@')",
    "[@]: u",
    '[@]: u "@"',
    "[@][@]",
    "[@]",
    "\\*@\\*",
    "<https://@.org> @",
    "@ <!-- @ --> @",
    "<div>\n@\n</div>",
    "<!-- @\n\n@ -->",
    "<script>\n@\n\n@\n</script>",
    "`@\n@` @",
    "1986. @",
    "@  ",
    "@\\",
    "[@\n@](u)",
    '[@](u\n"@") @',
    "[[@](u)](v)",
    "@ | @\n--|--\n@ | @",
    "-@",
]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw Markdown of which each word stands once, so that it can be told which are prose."""
    lines = draw(st.lists(st.just("") | st.sampled_from(LINES), min_size=1, max_size=8))
    text = "\n".join(lines)
    number = iter(range(1000))
    return re.sub("@", lambda _: _name(next(number)), text) + "\n"


def _name(number: int) -> str:
    return "Word" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def our_words(text: str) -> set[str]:
    document = parse_document("", text, "markdown")
    prose = "".join(block.span.of(document.prose) + "\n" for block in document.markup.blocks).replace(
        JOINER, "\u200b"
    )
    return set(WORD.findall(prose.replace(HIDDEN, " ")))


def their_words(text: str) -> set[str]:
    return {word for part in _texts(JUDGE.parse(text)) for word in WORD.findall(part)}


def _texts(tokens: list[Token]) -> list[str]:
    """The text of tokens; of raw HTML what stands between its tags, for we read it as well."""
    parts = []
    for before, token in pairwise([tokens[0], *tokens]) if tokens else ():
        if before.type == "link_open" and before.markup == "autolink":
            continue
        if token.type == "inline" or token.type == "image":
            parts += _texts(token.children or [])
        elif token.type == "text":
            parts.append(token.content)
        elif token.type == "html_block" and not token.content.lstrip().startswith(("<script", "<!--")):
            parts.append(re.sub(r"<!--.*?(?:-->|\Z)|<[^>]*>", " ", token.content, flags=re.DOTALL))
    return parts


@pytest.mark.parametrize("line", LINES)
def test_each_construct_alone(line: str) -> None:
    text = line.replace("@", "Anna") + "\n"
    assert our_words(text) == their_words(text)


@settings(max_examples=500, derandomize=True)
@given(documents())
def test_constructs_together(text: str) -> None:
    assert our_words(text) == their_words(text)
