"""Columns of white space at the start of a line of Markdown; a tab reaches the next multiple of four."""

from canonym.text.markup.markdown.markdown_syntax import SPACE


def indent_of(text: str, at: int, end: int, column: int) -> tuple[int, int]:
    """Return where the white space of ``text`` at ``at`` ends and how many columns it takes.

    Args:
        text: The whole text.
        at: Where to begin; offsets are code points.
        end: Where the line ends.
        column: The column of ``at``, counted from the innermost container.
    """
    found = SPACE.match(text, at, end)
    assert found is not None
    reached = column
    for char in found[0]:
        reached += 4 - reached % 4 if char == "\t" else 1
    return found.end(), reached - column


def skip(text: str, at: int, end: int, column: int, columns: int) -> int:
    """Return the offset after ``columns`` columns of white space, or after all of it if there is less."""
    target = column + columns
    while at < end and column < target and text[at] in " \t":
        column += 4 - column % 4 if text[at] == "\t" else 1
        at += 1
    return at
