"""Compiles names that are only compared with each other: their words, and the heads of their concepts."""

from io import BytesIO

from canonym.index.concept_rows import head_row
from canonym.index.file_writer import Rows, Writer
from canonym.index.row_bytes import encoded, limited
from canonym.index.word_rows import ComparedNames
from canonym.termbase.termbase import Termbase

_NO_TABLES = ("ids", "folded", "terms", "cased", "openers", "blocks", "postings")
_NO_ROWS = ("concepts", "beginnings", "stories")
_NO_NUMBERS = ("undecided", "beginnings.concepts", "ranks")


def compile_compared(termbase: Termbase) -> bytes:
    """Return an index of the names of ``termbase``, whose tables of forms, concepts and stories are empty.

    It takes half the time of the whole index. Nothing can be looked for in a draft with it.
    """
    writer, heads, names = Writer(BytesIO), Rows(BytesIO), ComparedNames(BytesIO, termbase.language)
    for concept in termbase.concepts:
        names.add(concept, heads.add(head_row(concept)))
    writer.numbers("articles", (limited(termbase.articles),))
    writer.small_table("ordinary", {encoded(word): b"" for word in termbase.ordinary})
    for name, pairs in (("endings", termbase.endings), ("prefixes", termbase.beginnings)):
        writer.small_table(name, {encoded(key): encoded(letters) for key, letters in pairs.items()})
    writer.rows("heads", heads)
    writer.numbers("traits", (0, 0))
    names.write(writer)
    _write_nothing(writer)
    out = BytesIO()
    writer.finish(out)
    return out.getvalue()


def _write_nothing(writer: Writer) -> None:
    for name in _NO_TABLES:
        writer.small_table(name, {})
    for name in _NO_ROWS:
        writer.rows(name, Rows(BytesIO))
    for name in _NO_NUMBERS:
        writer.numbers(name, ())
