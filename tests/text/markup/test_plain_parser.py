import pytest

from text.parsing import blocks_of, comments_of, kinds_of

WRAPPED = """\
The surveyors of the northern valley were told that the bridge of
Harrowgate would be closed until the spring floods had passed over.
A detour past the old mill was opened on the same day by Mrs. Anna
Lindqvist, who keeps the toll, and by the two younger daughters of
the miller.

Nobody used it.
"""


def test_each_line_is_a_block() -> None:
    text = "The bridge is closed.\nThe mill is open, and so is the inn.\n\nNobody came."
    assert blocks_of(text, "plain") == [
        "The bridge is closed.",
        "The mill is open, and so is the inn.",
        "Nobody came.",
    ]


def test_lines_of_a_wrapped_paragraph_run_on() -> None:
    assert blocks_of(WRAPPED, "plain") == [
        "The surveyors of the northern valley were told that the bridge of\n"
        "Harrowgate would be closed until the spring floods had passed over.\n"
        "A detour past the old mill was opened on the same day by Mrs. Anna\n"
        "Lindqvist, who keeps the toll, and by the two younger daughters of\n"
        "the miller.",
        "Nobody used it.",
    ]


def test_a_title_above_a_wrapped_paragraph_stays_apart() -> None:
    assert blocks_of("The closed bridge\n" + WRAPPED, "plain")[0] == "The closed bridge"


def test_an_indented_line_starts_a_wrapped_paragraph() -> None:
    indented = WRAPPED.replace("\nA detour", "\n   A detour")
    assert [block.split()[0] for block in blocks_of(indented, "plain")] == ["The", "A", "Nobody"]


def test_short_lines_are_not_wrapped_lines() -> None:
    verse = "the mill goes round\nthe mill goes round\nand all the corn is ground"
    assert len(blocks_of(verse, "plain")) == 3


def test_wrapped_lines_without_letter_case_run_on() -> None:
    line = "उत्तरी घाटी के लोगों ने कहा कि पुल बंद रहेगा और नया रास्ता"
    assert len(blocks_of(f"{line}\n{line}\n{line} खुला है।", "plain")) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The bridge is closed.", "paragraph The"),
        ("“The bridge is closed.”", "paragraph “The"),
        ("The Bridge at Harrowgate Is Closed", "heading The"),
        ("THE BRIDGE IS CLOSED.", "heading THE"),
        ("पुल बंद है।", "paragraph पुल"),
        ("word " * 16 + "and no end", "paragraph word"),
    ],
)
def test_kind_of_a_line(line: str, kind: str) -> None:
    assert kinds_of(line, "plain") == [kind]


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("<!-- canonym: off -->", "canonym: off"),
        ("# canonym: ignore[variant-name] -- as signed", "canonym: ignore[variant-name] -- as signed"),
        ("  // canonym: on", "canonym: on"),
    ],
)
def test_a_line_with_a_directive_is_a_comment(line: str, content: str) -> None:
    text = f"One came.\n{line}\nTwo came."
    assert blocks_of(text, "plain") == ["One came.", "Two came."]
    assert comments_of(text, "plain") == [content]


def test_a_directive_within_a_sentence_is_prose() -> None:
    text = "Write # canonym: off on a line of its own."
    assert blocks_of(text, "plain") == [text]
    assert comments_of(text, "plain") == []
