"""Makes an index from termbase files. Only this module may use a compiled index instead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from canonym.index.siblings import Siblings
from canonym.index.termbase_index import Index
from canonym.project.cache.index_cache import in_memory, is_compiled, open_compiled, why_kept_elsewhere
from canonym.project.cache.index_cache_key import Named
from canonym.project.termbase_files import (
    Norms,
    Source,
    load_authored,
    load_learned,
    main_language,
    read_learned,
)
from canonym.spelling.doublets import is_doublet
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.norms import norms_of
from canonym.termbase.records import in_language
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.index.file_writer import Scratch
    from canonym.termbase.records import Record

WORTH_KEEPING = 1 << 14
"""From this many bytes of termbases on, compiling takes longer than reading a compiled index."""

SLOW = 1 << 20
"""From this many bytes of learned termbases on, compiling takes longer than people like to wait."""
_LEARNED = "learned"


def load_index(
    sources: Sequence[Source],
    texts: Mapping[Path, str] | None = None,
    root: Path | None = None,
    language: str = "",
) -> Index:
    """Load termbases and return their index: authored concepts as an overlay over learned ones.

    There is an index for each language. The returned one is that of the project's language, and
    ``in_language`` opens the others.

    Args:
        sources: The files. If two name the same thing, the earlier one decides.
        texts: Texts to use instead of those on disk, by path.
        root: The directory of the private folder that keeps the compiled index; None to keep none.
        language: The tag of the project's language; that of most learned articles if empty.

    Raises:
        TermbaseError: A termbase is missing, unreadable, cut, or contradicts itself or another one.
    """
    given = {source.path: texts[source.path] for source in sources if texts and source.path in texts}
    own = language or main_language(s.path for s in sources if not s.is_authored) or UNDETERMINED
    files = _Files(sources, given, root, own)
    first = files.open_index(own)
    Siblings(first, files.open_index)
    return first


class _Files(NamedTuple):
    """The files of termbases.

    Attributes:
        sources: The files.
        given: Texts to use instead of those on disk, by path.
        root: The directory of the private folder that keeps compiled indexes; None to keep none.
        own: The tag of the project's language; ``und`` if nobody said it.
    """

    sources: Sequence[Source]
    given: Mapping[Path, str]
    root: Path | None
    own: str

    def open_index(self, tag: str) -> Index:
        """Return the index for texts of the language ``tag``.

        Raises:
            TermbaseError: A termbase is unusable.
        """
        norms = Norms(tag, self.own)
        taught = [source for source in self.sources if not source.is_authored]
        if self.root is not None and _worth_keeping(taught):
            return _layered(self.sources, taught, self.given, self.root, norms)
        make = partial(_compile, self.sources, self.given, norms)
        if self.root is None or self.given or not _worth_keeping(self.sources):
            return Index(in_memory(make), language=tag)
        return Index(
            open_compiled(f"all {tag} {self.own}", _named(self.sources), self.root, make), language=tag
        )


def compile_learned(sources: Sequence[Source], root: Path, language: str, others: Iterable[str]) -> None:
    """Compile the termbases of ``slow_to_load`` into the private folder, with the same arguments.

    Raises:
        TermbaseError: A termbase is unusable.
    """
    index = load_index(sources, None, root, language)
    for tag in others:
        index.in_language(tag)


def slow_to_load(
    sources: Sequence[Source], root: Path, language: str = "", others: Iterable[str] = ()
) -> tuple[Source, ...]:
    """Return the termbases that must be compiled before use, if that may take long.

    Args:
        sources: The files.
        root: The directory of the private folder that keeps compiled indexes.
        language: The tag of the project's language; that of most learned articles if empty.
        others: The tags of the other languages that drafts are known to have.
    """
    taught = tuple(source for source in sources if not source.is_authored)
    own = language or main_language(source.path for source in taught) or UNDETERMINED
    if not _worth_keeping(taught, SLOW):
        return ()
    named = _named(taught)
    is_done = all(is_compiled(f"{_LEARNED} {tag} {own}", named, root) for tag in (own, *others))
    return () if is_done else taught


def index_elsewhere(sources: Sequence[Source], root: Path) -> str:
    """Return why the index is kept in another place, if a person caused that; else nothing."""
    return why_kept_elsewhere(root) if _worth_keeping(sources) else ""


def _layered(
    sources: Sequence[Source],
    taught: Sequence[Source],
    given: Mapping[Path, str],
    root: Path,
    norms: Norms,
) -> Index:
    """Return learned concepts with an overlay. The former are large and seldom change, the latter small."""
    tag, what = norms.tag, f"{norms.tag} {norms.own}"
    base = open_compiled(f"{_LEARNED} {what}", _named(taught), root, partial(_compile, taught, given, norms))
    written = [source for source in sources if source.is_authored]
    if not any(source.path in given or source.required or source.path.exists() for source in written):
        return Index(base, language=tag)

    def make(out: IO[bytes], _: "Scratch") -> None:
        from canonym.index.overlay_compiler import compile_layer
        from canonym.termbase.combining import gather

        decided = [
            norms_of(load_authored(one, given.get(one.path)), norms.tag, norms.own, is_doublet)
            for one in written
        ]
        out.write(compile_layer(base, gather(decided), tag))

    layer = in_memory(make) if given else open_compiled(f"decided {what}", _named(sources), root, make)
    return Index(base, layer, tag)


def _named(sources: Sequence[Source]) -> list[Named]:
    return [Named(source.path, source.name) for source in sources]


def _worth_keeping(sources: Sequence[Source], least: int = WORTH_KEEPING) -> bool:
    """Return whether the termbases are large. If a required one is missing, loading reports it."""
    size = 0
    for source in sources:
        try:
            size += source.path.stat().st_size
        except OSError:
            if source.required:
                return False
    return size >= least


def _compile(
    sources: Sequence[Source], given: Mapping[Path, str], norms: Norms, out: IO[bytes], scratch: "Scratch"
) -> None:
    from canonym.index.compiler import Compiler

    compiler = Compiler(scratch, norms.tag)
    if len(sources) == 1 and not sources[0].is_authored:
        compiler.add(in_language(read_learned(sources[0], norms.own), norms.tag))
    else:
        compiler.add(_merged(sources, given, norms))
    compiler.finish(out)


def _merged(sources: Sequence[Source], given: Mapping[Path, str], norms: Norms) -> "Iterator[Record]":
    from canonym.index.decisions_over_learned import merge
    from canonym.termbase.combining import combine, gather
    from canonym.termbase.records import records_of

    taught = [load_learned(source, norms) for source in sources if not source.is_authored]
    written = [
        norms_of(load_authored(source, given.get(source.path)), norms.tag, norms.own, is_doublet)
        for source in sources
        if source.is_authored
    ]
    termbase = combine(taught)
    return records_of(termbase._replace(concepts=merge(termbase.concepts, gather(written))))
