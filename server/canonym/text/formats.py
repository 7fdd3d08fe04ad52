"""The formats of drafts and articles, and the one place that chooses a parser.

A parser is imported when the first text of its format is parsed, so a check of plain text imports no other.
A new format is one file in ``markup`` and one line here.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from canonym.text.document import Document
from canonym.text.language import UNDETERMINED, Language
from canonym.text.markup.base import Markup, Parser
from canonym.text.values import NamedTuple

PLAIN = "plain"


class Format(NamedTuple):
    """A format.

    Attributes:
        name: Its name in settings and reports.
        suffixes: Endings of file names, in lower case; a whole file name where it has no ending.
        languages: Language identifiers of editors (LSP ``languageId``).
        parse: Its parser; for a keyed format the parser that finds no prose.
        keyed: Whether prose is only at some keys, which a setting names.
    """

    name: str
    suffixes: tuple[str, ...]
    languages: tuple[str, ...]
    parse: Parser
    keyed: bool = False


def format_for(path: str) -> str:
    """Return the name of the format that the name of a file tells."""
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    for suffix, format_name in _BY_SUFFIX.items():
        if name == suffix or (suffix.startswith(".") and name.endswith(suffix)):
            return format_name
    return PLAIN


def format_for_language(language: str) -> str:
    """Return the name of the format that an editor calls ``language``; plain when it is unknown."""
    return _BY_LANGUAGE.get(language, PLAIN)


def parse_document(
    path: str,
    text: str,
    format: str | None = None,  # noqa: A002 - the word of the interface
    keys: Sequence[str] = (),
    language: Language = UNDETERMINED,
) -> Document:
    """Parse ``text``. This never raises, whatever the text.

    Args:
        path: The name of the document for people; its ending decides the format if ``format`` is None.
        text: The text.
        format: The name of the format; an unknown one is parsed as plain text.
        keys: For a keyed format (JSON, YAML, TOML): globs of the key paths whose values are prose, such as
            ``articles.*.title`` or ``**.body``. Without globs, such a document has no prose.
        language: The language of its prose.
    """
    chosen = FORMATS.get(format or format_for(path), FORMATS[PLAIN])
    if chosen.keyed and keys:
        markup: Markup = import_module(f"canonym.text.markup.{chosen.name}").parser(keys)(text)
    else:
        markup = chosen.parse(text)
    return Document(path, text, chosen.name, markup, language)


def _lazy(module: str) -> Parser:
    def parse(text: str) -> Markup:
        markup: Markup = import_module(f"canonym.text.markup.{module}").parse(text)
        return markup

    return parse


_ALL = (
    Format(PLAIN, (".txt", ".text"), ("plaintext",), _lazy("plain")),
    Format(
        "markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
        ("markdown", "quarto", "rmd"),
        _lazy("markdown.markdown"),
    ),
    Format("html", (".html", ".htm", ".xhtml"), ("html",), _lazy("html")),
    Format("restructuredtext", (".rst", ".rest"), ("restructuredtext",), _lazy("restructuredtext")),
    Format("asciidoc", (".adoc", ".asciidoc"), ("asciidoc",), _lazy("asciidoc")),
    Format("latex", (".tex", ".latex", ".ltx"), ("latex", "tex"), _lazy("latex")),
    Format("srt", (".srt",), ("srt", "subrip"), _lazy("srt")),
    Format("vtt", (".vtt",), ("vtt", "webvtt"), _lazy("vtt")),
    Format(
        "git-commit",
        ("commit_editmsg", "merge_msg", "tag_editmsg", "squash_msg"),
        ("git-commit", "gitcommit"),
        _lazy("git_commit"),
    ),
    Format(
        "json",
        (".json", ".jsonc", ".jsonl", ".ndjson"),
        ("json", "jsonc", "jsonl"),
        _lazy("json"),
        keyed=True,
    ),
    Format("yaml", (".yaml", ".yml"), ("yaml",), _lazy("yaml"), keyed=True),
    Format("toml", (".toml",), ("toml",), _lazy("toml"), keyed=True),
)
FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})
"""All formats by name."""

_BY_SUFFIX = {suffix: one.name for one in _ALL for suffix in one.suffixes}
_BY_LANGUAGE = {language: one.name for one in _ALL for language in one.languages}
