"""From termbase files to an index; the one place where a compiled index may take their stead."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from canonym.matching.compiled import Reader
from canonym.matching.index import Index
from canonym.project.compiled import Named, open_compiled
from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Concept
from canonym.termbase.termbase import Termbase

WORTH_KEEPING = 1 << 14
"""Bytes of termbases from which compiling takes longer than a look at the disk."""


class Source(NamedTuple):
    """A termbase file.

    Attributes:
        path: Where it is.
        name: How it is named to people.
        required: Whether it must exist; one that need not counts as empty while it is missing.
    """

    path: Path
    name: str
    required: bool = True

    @property
    def is_authored(self) -> bool:
        """Tell whether people write it."""
        return self.path.suffix.lower() == ".toml"


def load_index(
    sources: Sequence[Source], texts: Mapping[Path, str] | None = None, root: Path | None = None
) -> Index:
    """Read termbases and return their index, what people wrote over what was learned.

    Args:
        sources: The files; of two that name the same thing, the earlier one decides.
        texts: What to take for the text of a file instead of what is on disk, by its path.
        root: The directory of the project, where the compiled index is kept; None to keep none.

    Raises:
        TermbaseError: A termbase is missing, unreadable, cut, or contradicts itself or another one.
    """
    given = {source.path: texts[source.path] for source in sources if texts and source.path in texts}
    taught = [source for source in sources if not source.is_authored]
    if root is not None and taught and _worth_keeping(taught):
        return _layered(sources, taught, given, root)
    if root is None or given or not _worth_keeping(sources):
        return Index(Reader(_compiled(sources, given)))
    return Index(open_compiled("all", _named(sources), root, lambda: _compiled(sources, given)))


def _layered(
    sources: Sequence[Source], taught: Sequence[Source], given: Mapping[Path, str], root: Path
) -> Index:
    """What was learned is large and seldom changes; what people decide is small and does so often."""
    base = open_compiled("learned", _named(taught), root, lambda: _compiled(taught, given))
    written = [source for source in sources if source.is_authored]
    if not any(source.path in given or source.required or source.path.exists() for source in written):
        return Index(base)

    def compile_() -> bytes:
        from canonym.matching.layer import compile_layer
        from canonym.termbase.combining import gather

        return compile_layer(base, gather([load_authored(one, given.get(one.path)) for one in written]))

    layer = Reader(compile_()) if given else open_compiled("decided", _named(sources), root, compile_)
    return Index(base, layer)


def _named(sources: Sequence[Source]) -> list[Named]:
    return [Named(source.path, source.name) for source in sources]


def _worth_keeping(sources: Sequence[Source]) -> bool:
    """Tell whether the termbases are large; if one is missing that must exist, reading says so."""
    size = 0
    for source in sources:
        try:
            size += source.path.stat().st_size
        except OSError:
            if source.required:
                return False
    return size >= WORTH_KEEPING


def _compiled(sources: Sequence[Source], given: Mapping[Path, str]) -> bytes:
    from canonym.matching.compiled_index import compile_index
    from canonym.matching.merging import merge
    from canonym.termbase.combining import combine, gather

    taught = [load_learned(source) for source in sources if not source.is_authored]
    written = [load_authored(source, given.get(source.path)) for source in sources if source.is_authored]
    termbase = combine(taught)
    return compile_index(merge(termbase.concepts, gather(written)), termbase)


def load_learned(source: Source) -> Termbase:
    """Read a learned termbase; an empty one if it is missing and need not exist.

    Raises:
        TermbaseError: It is missing, unreadable, cut or of another version.
    """
    from canonym.termbase import learned

    try:
        with source.path.open("rb") as lines:
            return learned.load(lines, source.name)
    except FileNotFoundError as error:
        if not source.required:
            return Termbase()
        raise TermbaseError(source.name, 0, "", "does not exist; write it with `canonym learn`") from error
    except OSError as error:
        raise TermbaseError(source.name, 0, "", f"cannot be read: {error.strerror}") from error


def load_authored(source: Source, text: str | None = None) -> tuple[Concept, ...]:
    """Read a termbase that people wrote; none if it is missing and need not exist.

    Raises:
        TermbaseError: It is missing, unreadable or says what cannot be.
    """
    from canonym.project.own_files import read_own
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
