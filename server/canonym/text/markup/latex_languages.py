"""The parts of LaTeX that say their own language, as babel and polyglossia have it."""

import re
from collections.abc import Iterator

from canonym.text.markup.base import Passage
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_NAMES_OF_LATEX = """
acadian fr-CA  american en-US  arabic ar  armenian hy  australian en-AU  austrian de-AT  basque eu
belarusian be  bengali bn  brazilian pt-BR  breton br  british en-GB  bulgarian bg  canadian en-CA
catalan ca  croatian hr  czech cs  danish da  dutch nl  english en  esperanto eo  estonian et  farsi fa
finnish fi  french fr  galician gl  georgian ka  german de  greek el  hebrew he  hindi hi  hungarian hu
icelandic is  indonesian id  irish ga  italian it  japanese ja  korean ko  latin la  latvian lv
lithuanian lt  macedonian mk  magyar hu  malay ms  mongolian mn  naustrian de-AT  newzealand en-NZ
ngerman de  norsk nb  nswissgerman de-CH  nynorsk nn  persian fa  polish pl  portuges pt  portuguese pt
romanian ro  russian ru  scottish gd  serbian sr  slovak sk  slovene sl  slovenian sl  spanish es
swedish sv  swissgerman de-CH  tamil ta  thai th  turkish tr  ukrainian uk  UKenglish en-GB  urdu ur
USenglish en-US  vietnamese vi  welsh cy
""".split()
"""The options of babel and the languages of polyglossia, each with its tag."""
_TAGS = dict(zip(_NAMES_OF_LATEX[::2], _NAMES_OF_LATEX[1::2], strict=True))
_NAMES = "|".join(sorted(_TAGS, key=len, reverse=True))
_SIGN = re.compile(
    rf"\\(?:foreignlanguage|selectlanguage|text(?:{_NAMES})\b)|\{{(?:otherlanguage|(?:{_NAMES})\}})"
)
_OPTION = r"\s*(?:\[[^\[\]]*\])?\s*"
_TOKEN = re.compile(
    rf"""
    %[^\r\n]*
  | \\begin\s*\{{(?P<unread>(?:verbatim|lstlisting|minted|comment)\*?)\}}
  | \\(?:foreignlanguage{_OPTION}\{{(?P<argument>\w+)\}}|text(?P<command>{_NAMES})(?![a-zA-Z]){_OPTION})\s*\{{
  | \\begin\s*\{{(?:otherlanguage\*?\}}{_OPTION}\{{(?P<other>\w+)|(?P<environment>\w+))?\}}
  | \\selectlanguage{_OPTION}\{{(?P<selected>\w+)\}}
  | (?P<opening>\{{|\\begin\b)
  | (?P<closing>\}}|\\end\s*\{{[^{{}}]*\}})
  | \\.
    """,
    re.VERBOSE | re.DOTALL,
)


class _Open(NamedTuple):
    """A language that holds from ``start`` to the end of the group of that depth."""

    depth: int
    start: int
    tag: str
    selected: bool


def tag_of(name: str) -> str:
    """Return the BCP 47 tag of an option of babel or a language of polyglossia; empty if it is none."""
    return _TAGS.get(name, "")


def passages(text: str, start: int) -> tuple[Passage, ...]:
    """Return the passages of ``text`` from offset ``start`` on. A group that nobody closed is none."""
    if not _SIGN.search(text, start):
        return ()
    groups = _Groups()
    for token in _tokens(text, start):
        name = token["argument"] or token["command"] or token["other"] or token["environment"]
        if token["closing"]:
            groups.end(token.start())
        elif token["selected"]:
            groups.select(token["selected"], *token.span())
        elif name or token["opening"]:
            groups.begin(name or "", token.end())
    groups.finish(len(text))
    return tuple(sorted(groups.found, key=lambda one: (one.span.start, -one.span.end)))


def _tokens(text: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the tokens outside of environments that hold no LaTeX."""
    endless = set[str]()
    while token := _TOKEN.search(text, at):
        at, name = token.end(), token["unread"]
        if name and name not in endless:
            closing = text.find(f"\\end{{{name}}}", at)
            if closing < 0:
                endless.add(name)
            at = max(at, closing)
        yield token


class _Groups:
    """Follows the groups of LaTeX. Gathers the passages of those that ended."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self._opened: list[_Open] = []
        self._depth = 0

    def begin(self, name: str, at: int) -> None:
        """Begin a group; ``name`` is that of its language, if it says one."""
        self._depth += 1
        if name:
            self._opened.append(_Open(self._depth, at, tag_of(name), selected=False))

    def select(self, name: str, start: int, end: int) -> None:
        """Take another language for the rest of the group."""
        if self._opened and self._opened[-1].selected and self._opened[-1].depth == self._depth:
            self._close(start)
        self._opened.append(_Open(self._depth, end, tag_of(name), selected=True))

    def end(self, at: int) -> None:
        """End a group."""
        self._depth -= 1
        while self._opened and self._opened[-1].depth > self._depth:
            self._close(at)

    def finish(self, at: int) -> None:
        """End the text. A language that was selected holds until here."""
        self._opened = [one for one in self._opened if one.selected]
        while self._opened:
            self._close(at)

    def _close(self, at: int) -> None:
        one = self._opened.pop()
        if one.tag and one.start < at:
            self.found.append(Passage(Span(one.start, at), one.tag))
