"""Our parser of HTML against the standard library's parser: both must see the same words as text."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from canonym.text.document import HIDDEN, JOINER
from canonym.text.formats import parse_document

WORD = re.compile(r"Word[a-j]+")
PARTS = [
    *(
        "@ ",
        "@\n",
        "<p>",
        "</p>",
        "<p class='@'>",
        '<a href="@>@">',
        "</a>",
        "<em>",
        "</em>",
        "<br>",
        "<br/>",
        "<img alt=@>",
    ),
    *(
        "<li>@",
        "<!-- @ -->",
        "<!-- @ > @ -->",
        "<script>@ < @</script>",
        "<style>@</style>",
        "<h1 data-x=@>@</h1>",
    ),
    *(
        "< @",
        "1 < 2 > @",
        "&amp;",
        "&nbsp;",
        "<a\nhref=@\n>@</a\n>",
        "<code>@ <b>@</b></code>",
        "<!DOCTYPE @>",
        "<?php @ ?>",
    ),
    *("<TITLE>@</TITLE>", "<svg><text>@</text></svg>", "<p x='\"@'>@", "<custom-tag @>@</custom-tag>"),
]


class Judge(HTMLParser):
    """Gathers the text outside of elements whose content is no prose."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.words: set[str] = set()
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("script", "style", "code", "svg"):
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.words.update(WORD.findall(data))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw HTML of which each word stands once."""
    number = iter(range(100))
    parts = "".join(draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12)))
    return re.sub(
        "@", lambda _: "Word" + "".join("abcdefghij"[int(digit)] for digit in f"{next(number):02}"), parts
    )


@settings(max_examples=300, derandomize=True)
@given(documents())
def test_same_words(text: str) -> None:
    judge = Judge()
    judge.feed(text)
    judge.close()
    document = parse_document("", text, "html")
    prose = "\n".join(block.span.of(document.prose) for block in document.markup.blocks)
    assert set(WORD.findall(prose.replace(HIDDEN, " ").replace(JOINER, " "))) == judge.words
