"""Makes an index from termbase files. Only this module may use a compiled index instead."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from canonym.index.termbase_index import Index
from canonym.project.cache.index_cache import in_memory, is_compiled, open_compiled, why_kept_elsewhere
from canonym.project.cache.index_cache_key import Named
from canonym.project.files.read_toml_text import open_own
from canonym.termbase.concept import Concept
from canonym.termbase.errors import TermbaseError
from canonym.termbase.termbase import Termbase
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.index.file_writer import Scratch
    from canonym.termbase.records import Record

WORTH_KEEPING = 1 << 14
"""From this many bytes of termbases on, compiling takes longer than reading a compiled index."""

SLOW = 1 << 20
"""From this many bytes of learned termbases on, compiling takes longer than people like to wait."""
_LEARNED = "learned"


class Source(NamedTuple):
    """A termbase file.

    Attributes:
        path: Where it is.
        name: Its name for people.
        required: Whether it must exist. Otherwise a missing file counts as empty.
    """

    path: Path
    name: str
    required: bool = True

    @property
    def is_authored(self) -> bool:
        """Return whether people write it."""
        return self.path.suffix.lower() == ".toml"


def load_index(
    sources: Sequence[Source], texts: Mapping[Path, str] | None = None, root: Path | None = None
) -> Index:
    """Load termbases and return their index: authored concepts as an overlay over learned ones.

    Args:
        sources: The files. If two name the same thing, the earlier one decides.
        texts: Texts to use instead of those on disk, by path.
        root: The directory of the private folder that keeps the compiled index; None to keep none.

    Raises:
        TermbaseError: A termbase is missing, unreadable, cut, or contradicts itself or another one.
    """
    given = {source.path: texts[source.path] for source in sources if texts and source.path in texts}
    taught = [source for source in sources if not source.is_authored]
    if root is not None and _worth_keeping(taught):
        return _layered(sources, taught, given, root)
    make = partial(_compile, sources, given)
    if root is None or given or not _worth_keeping(sources):
        return Index(in_memory(make))
    return Index(open_compiled("all", _named(sources), root, make))


def slow_to_load(sources: Sequence[Source], root: Path) -> tuple[Source, ...]:
    """Return the termbases that must be compiled before use, if that may take long."""
    taught = tuple(source for source in sources if not source.is_authored)
    if not _worth_keeping(taught, SLOW) or is_compiled(_LEARNED, _named(taught), root):
        return ()
    return taught


def index_elsewhere(sources: Sequence[Source], root: Path) -> str:
    """Return why the index is kept in another place, if a person caused that; else nothing."""
    return why_kept_elsewhere(root) if _worth_keeping(sources) else ""


def _layered(
    sources: Sequence[Source], taught: Sequence[Source], given: Mapping[Path, str], root: Path
) -> Index:
    """Return learned concepts with an overlay. The former are large and seldom change, the latter small."""
    base = open_compiled(_LEARNED, _named(taught), root, partial(_compile, taught, given))
    written = [source for source in sources if source.is_authored]
    if not any(source.path in given or source.required or source.path.exists() for source in written):
        return Index(base)

    def make(out: IO[bytes], _: "Scratch") -> None:
        from canonym.index.overlay_compiler import compile_layer
        from canonym.termbase.combining import gather

        out.write(compile_layer(base, gather([load_authored(one, given.get(one.path)) for one in written])))

    return Index(base, in_memory(make) if given else open_compiled("decided", _named(sources), root, make))


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
    sources: Sequence[Source], given: Mapping[Path, str], out: IO[bytes], scratch: "Scratch"
) -> None:
    from canonym.index.compiler import Compiler

    compiler = Compiler(scratch)
    if len(sources) == 1 and not sources[0].is_authored:
        compiler.add(_records(sources[0]))
    else:
        compiler.add(_merged(sources, given))
    compiler.finish(out)


def _merged(sources: Sequence[Source], given: Mapping[Path, str]) -> "Iterator[Record]":
    from canonym.index.decisions_over_learned import merge
    from canonym.termbase.combining import combine, gather
    from canonym.termbase.records import records_of

    taught = [load_learned(source) for source in sources if not source.is_authored]
    written = [load_authored(source, given.get(source.path)) for source in sources if source.is_authored]
    termbase = combine(taught)
    return records_of(termbase._replace(concepts=merge(termbase.concepts, gather(written))))


def load_learned(source: Source) -> Termbase:
    """Load a learned termbase; an empty one if it is missing and not required.

    Raises:
        TermbaseError: It is missing, unreadable, cut or of another version.
    """
    from canonym.termbase.records import termbase_of

    return termbase_of(_records(source))


def _records(source: Source) -> "Iterator[Record]":
    """Yield the records of a learned termbase; none if it is missing and not required."""
    from canonym.termbase import learned

    try:
        with open_own(source.path) as file:
            lines = iter(partial(file.readline, learned.LONGEST + 1), b"")
            yield from learned.read(lines, source.name)
    except FileNotFoundError as error:
        if source.required:
            message = "does not exist; write it with `canonym learn`"
            raise TermbaseError(source.name, 0, "", message) from error
    except OSError as error:
        raise TermbaseError(source.name, 0, "", f"cannot be read: {error.strerror}") from error


def load_authored(source: Source, text: str | None = None) -> tuple[Concept, ...]:
    """Load a termbase that people wrote; no concepts if it is missing and not required.

    Raises:
        TermbaseError: It is missing, unreadable or contradictory.
    """
    from canonym.project.files.read_toml_text import read_own
    from canonym.termbase import authored

    if text is None:
        try:
            text = read_own(source.path, source.name, TermbaseError).text
        except FileNotFoundError as error:
            if not source.required:
                return ()
            message = "does not exist; create it or name another"
            raise TermbaseError(source.name, 0, "", message) from error
    return authored.parse(text, source.name)
