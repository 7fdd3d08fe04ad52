"""SubRip subtitles: numbers and times are hidden."""

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Markup, Mask
from canonym.text.markup.scanning import Line, split_lines
from canonym.text.markup.subtitles import TIMES, cue_blocks, cue_markup
from canonym.text.span import Span


def parse(text: str) -> Markup:
    """Parse SRT. Text before the first time counts as a cue."""
    lines = list(split_lines(text))
    timing = _timing(lines)
    cues = [line for number, line in enumerate(lines) if not line.blank and number not in timing]
    masks = [Mask(Span(lines[number].start, lines[number].end), opaque=False) for number in sorted(timing)]
    hidden, references = cue_markup(cues)
    return assemble(text, cue_blocks(cues), [*masks, *hidden], references=references)


def _timing(lines: list[Line]) -> set[int]:
    """Return the numbers of the lines that number and time cues."""
    hidden: set[int] = set()
    for number, line in enumerate(lines):
        if TIMES.match(line.text):
            hidden.add(number)
            if number and lines[number - 1].text.strip("\ufeff \t").isdigit():
                hidden.add(number - 1)
    return hidden
