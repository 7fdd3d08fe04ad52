"""What the lines of a paragraph of Markdown turn out to be: definitions of links, prose, a table."""

from collections.abc import Sequence

from canonym.text.markup.markdown_syntax import BAR, DEFINITION, DELIMITERS
from canonym.text.span import Span


def definitions(text: str, lines: Sequence[Span]) -> tuple[list[str], list[Span]]:
    """Return the folded labels that the first ``lines`` define as targets of links, and the other lines."""
    labels, rest = [], list(lines)
    while rest and text[rest[0].start] == "[":
        found = DEFINITION.match(text, rest[0].start, rest[-1].end)
        if found is None or fold_label(found["label"]) == "":
            break
        labels.append(fold_label(found["label"]))
        rest = [line for line in rest if line.start >= found.end()]
    return labels, rest


def fold_label(label: str) -> str:
    """Return ``label`` as references are compared: without case, white space as one space."""
    return " ".join(label.casefold().split())


def table_start(text: str, lines: Sequence[Span]) -> int:
    """Return the index of the line that heads a table; the number of lines when there is none."""
    for number in range(1, len(lines)):
        row = lines[number]
        if (
            text[row.start] in "|:-"
            and DELIMITERS.match(text, *row)
            and len(cells(text, row)) == len(cells(text, lines[number - 1]))
            and BAR.search(text, lines[number - 1].start, row.end)
        ):
            return number - 1
    return len(lines)


def cells(text: str, row: Span) -> list[Span]:
    """Return the cells of a row of a table."""
    bars = [bar.start() for bar in BAR.finditer(text, *row)]
    starts = [row.start, *(bar + 1 for bar in bars)]
    found = [Span(start, end) for start, end in zip(starts, [*bars, row.end], strict=True)]
    outer = (found[0], found[-1])
    return [cell for cell in found if cell not in outer or cell.of(text).strip()]


def title(text: str, start: int, end: int) -> Span:
    """Return a heading's text without the marks that may close it."""
    written = text[start:end].rstrip(" \t")
    bare = written.rstrip("#")
    return Span(start, start + len(bare if not bare or bare.endswith((" ", "\t")) else written))
