"""WebVTT subtitles. Header, times, names of cues, styles and regions are hidden; ``NOTE`` is a comment."""

import re

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Markup, Mask
from canonym.text.markup.character_references import HTML
from canonym.text.markup.scanning import Line, split_lines
from canonym.text.markup.subtitles import TIMES, cue_blocks, cue_markup
from canonym.text.span import Span

_QUOTING = HTML._replace(place="a WebVTT cue")
_NOTE = re.compile(r"NOTE(?:[ \t]+|\Z)")


def parse(text: str) -> Markup:
    """Parse WebVTT. A block of lines without times is hidden, because players do not show it."""
    cues: list[Line] = []
    masks: list[Mask] = []
    comments: list[Span] = []
    for group in _groups(text):
        times = next((number for number, line in enumerate(group[:2]) if TIMES.match(line.text)), None)
        note = _NOTE.match(group[0].text)
        if times is not None:
            masks.append(Mask(Span(group[0].start, group[times].end), opaque=False))
            cues.extend(group[times + 1 :])
            continue
        if note:
            comments.append(Span(group[0].start + note.end(), group[-1].end))
        masks.append(Mask(Span(group[0].start, group[-1].end), opaque=False))
    hidden, references = cue_markup(cues)
    return assemble(text, cue_blocks(cues, _QUOTING), [*masks, *hidden], comments, references=references)


def _groups(text: str) -> list[list[Line]]:
    """Return the runs of lines between blank lines."""
    groups: list[list[Line]] = [[]]
    for line in split_lines(text):
        if not line.blank:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]
