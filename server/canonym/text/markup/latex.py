"""LaTeX: the text of the document, without its commands, formulas and keys.

pylatexenc gives positions, but even its tolerant mode raises on commands whose arguments are missing, as in a
draft that somebody is writing. For prose, a table of the commands whose arguments are not text is enough.
"""

import re
from collections.abc import Callable, Mapping

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, BlockKind, Markup, Mask, Reference
from canonym.text.markup.latex_letters import LATEX, LETTER, SIGNS, letter_of
from canonym.text.markup.scanning import whole_word
from canonym.text.span import Span

_UNREAD_NAMES = """
verbatim verbatim* Verbatim lstlisting minted alltt comment filecontents filecontents* tikzpicture
pgfpicture equation equation* align align* alignat alignat* gather gather* multline multline* flalign
flalign* displaymath math eqnarray eqnarray* array thebibliography
"""
_UNREAD = frozenset(_UNREAD_NAMES.split())
_HEADING_NAMES = """
part chapter section subsection subsubsection paragraph subparagraph title subtitle caption captionof
frametitle framesubtitle
"""
_HEADINGS = frozenset(_HEADING_NAMES.split())
_KEY_NAMES = """
addbibresource addtolength autocite autoref bibitem bibliography bibliographystyle cite cite* citealp
citeauthor citep citet citeyear color cref Cref definecolor documentclass eqref fancyhf fontsize footcite
footcitet geometry gls Gls glspl Glspl graphicspath hspace hspace* hypersetup include includegraphics
index input label lstinputlisting lstset makeatletter nameref newcommand newenvironment newtheorem nocite
pageref pagestyle parencite providecommand ref renewcommand setcounter setlength setmainfont
setmainlanguage setotherlanguage smartcite supercite textcite thispagestyle url usepackage usetikzlibrary
usetheme vref vspace vspace* RequirePackage
"""
_KEYS = frozenset(_KEY_NAMES.split())
"""Commands whose arguments are not text."""
_FIRST_IS_KEY = frozenset(
    ("href", "textcolor", "colorbox", "foreignlanguage", "selectlanguage", "raisebox", "parbox", "captionof")
)
"""Commands whose first argument is not text."""
_APART = frozenset(("footnote", "footnotetext", "thanks", "marginpar", "todo", "sidenote"))
"""Commands whose argument is text outside of the running text."""
_BREAKS = frozenset(
    ("par", "newpage", "clearpage", "maketitle", "bigskip", "medskip", "smallskip", "noindent")
)

_TOKEN = re.compile(
    r"""
    (?P<comment>%[^\r\n]*)
  | (?P<paragraph>(?>\r\n|\n|\r)[ \t]*(?>\r\n|\n|\r))
  | (?P<math>\$\$[^$]*+\$\$ | \$(?:[^$\r\n]|(?>\r\n|\n|\r)(?![ \t]*[\r\n]))*+\$
        | \\\(.{0,2000}?\\\) | \\\[.{0,4000}?\\\])
  | (?P<verbatim>\\(?:verb\*?|lstinline)(?P<mark>[^\w\s*])[^\r\n]*?(?P=mark))
  | (?P<letter>"""
    + LETTER
    + r""")
  | \\(?P<environment>begin|end)\s*\{(?P<name>[^{}]*)\}
  | \\(?P<command>[A-Za-z@]+\*?)
  | (?P<line>\\\\(?:\*?\[[^\]]*\])? | &)
  | (?P<joining>\\[,;:!/\ @-] | ~ | [{}])
  | (?P<sign>\\[^A-Za-z])
    """,
    re.VERBOSE | re.DOTALL,
)
_ARGUMENT = re.compile(
    r"\s*(?:\[[^\[\]]*\]|\{(?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.|\{[^{}]*\})*+\})*+\})", re.DOTALL
)
_OPTION = re.compile(r"[ \t]*\[[^\[\]]*\]")
_OPENING = re.compile(r"[ \t]*\{")
_MAY_SAY = re.compile(r"language\b|\\text[a-zA-Z]{3}|\\begin\s*\{[A-Za-z]+\}")
_BODY = re.compile(r"\\begin\s*\{document\}")
_PREAMBLE_TEXT = re.compile(r"\\(?:title|subtitle)\s*(?=\{)")


def parse(text: str) -> Markup:
    """Parse LaTeX. Before the start of the document itself, only its title is prose."""
    scanner = _Scanner(text)
    body = _BODY.search(text)
    if body and (title := _PREAMBLE_TEXT.search(text, 0, body.start())):
        argument = _ARGUMENT.match(text, title.end(), body.start())
        if argument:
            scanner.scan(title.start(), argument.end())
    if body:
        scanner.find_comments(0, body.start())
    scanner.scan(body.end() if body else 0, len(text))
    markup = assemble(text, scanner.blocks, scanner.masks, scanner.comments, references=scanner.references)
    if not _MAY_SAY.search(text):
        return markup
    from canonym.text.markup.latex_languages import passages

    return markup._replace(passages=passages(text, body.end() if body else 0))


class _Scanner:
    """Scans the tokens of LaTeX and gathers the prose."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.masks: list[Mask] = []
        self.comments: list[Span] = []
        self.references: list[Reference] = []
        self._text = text
        self._begin = 0
        self._kind = BlockKind.PARAGRAPH
        self._titles: list[int] = []
        self._depth = 0
        self._takers: Mapping[str, Callable[[re.Match[str], int], int]] = {
            "comment": self._comment,
            "paragraph": self._paragraph,
            "math": self._opaque,
            "verbatim": self._opaque,
            "letter": self._letter,
            "name": self._environment,
            "command": self._command,
            "line": self._opaque,
            "joining": self._joining,
            "sign": self._sign,
        }
        """Handlers by the last group of the pattern that matched. Each returns where to continue."""

    def find_comments(self, start: int, end: int) -> None:
        """Gather the comments of a stretch whose text is hidden."""
        for token in _TOKEN.finditer(self._text, start, end):
            if token["comment"]:
                self.comments.append(Span(token.start() + 1, token.end()))

    def scan(self, start: int, end: int) -> None:
        """Gather the blocks between two offsets."""
        self._begin, self._kind = start, BlockKind.PARAGRAPH
        self._titles.clear()
        at = start
        while token := _TOKEN.search(self._text, at, end):
            at = self._takers[str(token.lastgroup)](token, end)
        self._break(end, end)

    def _comment(self, token: re.Match[str], _: int) -> int:
        self.comments.append(Span(token.start() + 1, token.end()))
        return self._mask(*token.span(), opaque=False)

    def _paragraph(self, token: re.Match[str], _: int) -> int:
        return self._break(*token.span())

    def _opaque(self, token: re.Match[str], _: int) -> int:
        return self._mask(*token.span())

    def _letter(self, token: re.Match[str], end: int) -> int:
        meant = letter_of(token[0])
        if meant is not None:
            return self._refer(token, meant)
        word = whole_word(self._text, Span(*token.span()))
        return self._mask(word.start, min(word.end, end))

    def _sign(self, token: re.Match[str], _: int) -> int:
        if token[0][1] in SIGNS:
            return self._refer(token, token[0][1])
        self._mask(token.start(), token.start() + 1, opaque=False)
        return token.end()

    def _refer(self, token: re.Match[str], meant: str) -> int:
        self.references.append(Reference(Span(*token.span()), meant))
        return token.end()

    def _environment(self, token: re.Match[str], end: int) -> int:
        name, at = token["name"], token.end()
        if token["environment"] == "begin" and name in _UNREAD:
            closing = re.compile(rf"\\end\s*\{{{re.escape(name)}\}}").search(self._text, at, end)
            at = closing.end() if closing else end
        elif token["environment"] == "begin":
            at = self._arguments(at, end)
        return self._break(token.start(), at)

    def _command(self, token: re.Match[str], end: int) -> int:
        name, at = token["command"], token.end()
        plain = name.removesuffix("*")
        if name in _KEYS:
            return self._mask(token.start(), self._arguments(at, end))
        if plain in _FIRST_IS_KEY:
            argument = _ARGUMENT.match(self._text, at, end)
            return self._mask(token.start(), argument.end() if argument else at)
        option = _OPTION.match(self._text, at, end)
        at = option.end() if option else at
        if plain in _HEADINGS and (opening := _OPENING.match(self._text, at, end)):
            self._break(token.start(), opening.end(), BlockKind.HEADING)
            self._depth += 1
            self._titles.append(self._depth)
            return opening.end()
        if name == "item":
            return self._break(token.start(), at, BlockKind.ITEM)
        if name in _BREAKS:
            return self._break(token.start(), at)
        return self._mask(token.start(), at, opaque=plain in _APART)

    def _joining(self, token: re.Match[str], _: int) -> int:
        if token[0] in ("\\-", "\\/"):
            return self._refer(token, "")  # a word may be split here, or its letters separated
        if token[0] == "{":
            self._depth += 1
        elif token[0] == "}":
            if self._titles and self._titles[-1] == self._depth:
                self._titles.pop()
                self._depth -= 1
                return self._break(token.start(), token.end())
            self._depth -= 1
        return self._mask(*token.span(), opaque=False)

    def _arguments(self, at: int, end: int) -> int:
        while argument := _ARGUMENT.match(self._text, at, end):
            at = argument.end()
        return at

    def _mask(self, start: int, end: int, *, opaque: bool = True) -> int:
        self.masks.append(Mask(Span(start, end), opaque))
        return end

    def _break(self, start: int, end: int, kind: BlockKind = BlockKind.PARAGRAPH) -> int:
        self.blocks.append(Block(Span(self._begin, max(start, self._begin)), self._kind, LATEX))
        self._begin, self._kind = end, kind
        return end
