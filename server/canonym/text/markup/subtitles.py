"""What SRT and WebVTT have in common.

No maintained library gives the place of a cue's text in the file. A sentence may run over several cues. So a
name may run through the numbers and times between two cues, and cues are one block until a sentence ends.
"""

import re
from collections.abc import Iterator, Sequence

from canonym.text.markup.base import PLAIN, Block, BlockKind, Mask, Quoting, Reference
from canonym.text.markup.character_references import REFERENCE, reference_at
from canonym.text.markup.scanning import Line
from canonym.text.scripts.sentence_signs import SENTENCE_ENDS
from canonym.text.span import Span

TIMES = re.compile(
    r"[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]+-->[ \t]+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}.*"
)
_SPEAKER = re.compile(r"[ \t]*(?:<[^>]*>|\{[^}]*\})*[-‐–—]|[ \t]*<v[ .]")
_TAG = re.compile(rf"</?[^<>\r\n]*>|\{{[\\=][^{{}}\r\n]*\}}|(?P<reference>{REFERENCE})|\\[Nnh]")
_ENDS = re.compile(rf"[{SENTENCE_ENDS}♪\])][\"'”’»)\]]*(?:</?[^<>]*>|\{{[^}}]*\}})*[ \t]*\Z")


def cue_blocks(lines: Sequence[Line], quoting: Quoting = PLAIN) -> Iterator[Block]:
    """Yield the blocks of the lines of cues, in order. Sentences stay together, speakers are separated."""
    first = 0
    for number, line in enumerate(lines):
        last = number + 1 == len(lines)
        if last or _ENDS.search(line.text) or _SPEAKER.match(lines[number + 1].text):
            span = Span(lines[first].start, line.end)
            shouted = all(one.text.isupper() for one in lines[first : number + 1])
            yield Block(span, BlockKind.HEADING if shouted else BlockKind.PARAGRAPH, quoting)
            first = number + 1


def cue_markup(lines: Sequence[Line]) -> tuple[list[Mask], list[Reference]]:
    """Return what is not prose inside the lines of cues, and what stands for other characters."""
    masks: list[Mask] = []
    references: list[Reference] = []
    for line in lines:
        for found in _TAG.finditer(line.text):
            span = Span(line.start + found.start(), line.start + found.end())
            if found["reference"] is None:
                masks.append(Mask(span, opaque=found[0].startswith("<v")))
            elif read := reference_at(line.text, Span(*found.span())):
                start, end = read.span
                references.append(Reference(Span(line.start + start, line.start + end), read.text))
    return masks, references
