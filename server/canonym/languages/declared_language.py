"""The language that a document says it is in, by the rules of its format."""

import re
from collections.abc import Callable, Iterator, Mapping

from canonym.text.language import canonical_tag
from canonym.text.span import Span

_HEAD = 1 << 14
"""Most code points of the head of a document, where it says its language."""
_KEY = r"(?m)^[\"']?(?:lang|language)[\"']?[ \t]*[:=][ \t]*[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?\r?$"
_ATTRIBUTE = r"(?i)<html\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([\w-]+)"
_FIELD = r"(?m)^:(?:lang|language):[ \t]+([\w-]+)[ \t]*\r?$"
_BABEL = r"(?m)^[^%\n]*\\usepackage\[([^\]]*)\]\{babel\}"
_MAIN = r"(?m)^[^%\n]*\\set(?:main|default)language(?:\[[^\]]*\])?\{(\w+)\}"
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
_LATEX = dict(zip(_NAMES_OF_LATEX[::2], _NAMES_OF_LATEX[1::2], strict=True))


def declared_language(text: str, format_: str, front_matter: Span | None) -> str:
    """Return the tag of the language that a document says it is in; empty if it says none.

    Args:
        text: The document.
        format_: The name of its format.
        front_matter: Its metadata block, where ``lang`` or ``language`` may stand.
    """
    for said in _said(text, format_, front_matter):
        if tag := canonical_tag(said):
            return tag
    return ""


def _said(text: str, format_: str, front_matter: Span | None) -> Iterator[str]:
    if front_matter is not None:
        yield from re.findall(_KEY, front_matter.of(text))
    if format_ in _READERS:
        yield from _READERS[format_](text[:_HEAD])


def _of_latex(head: str) -> Iterator[str]:
    yield from (_LATEX.get(name, "") for name in re.findall(_MAIN, head))
    for options in re.findall(_BABEL, head):
        names = [name.strip() for name in options.split(",")]
        main = [name.removeprefix("main=") for name in names if name.startswith("main=")]
        yield from (_LATEX.get(name, "") for name in (*main, *names[::-1]))  # without main, the last one is


_READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "html": lambda head: iter(re.findall(_ATTRIBUTE, head)),
    "restructuredtext": lambda head: iter(re.findall(_FIELD, head)),
    "asciidoc": lambda head: iter(re.findall(_FIELD, head)),
    "latex": _of_latex,
}
