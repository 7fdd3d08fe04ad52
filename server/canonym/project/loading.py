"""From termbase files to an index; the one place where a compiled index may take their stead."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from canonym.matching.index import Index
from canonym.project.own_files import read_own
from canonym.termbase import authored, learned
from canonym.termbase.combining import combine, gather
from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Concept
from canonym.termbase.termbase import Termbase


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


def load_index(sources: Sequence[Source], texts: Mapping[Path, str] | None = None) -> Index:
    """Read termbases and return their index, what people wrote over what was learned.

    Args:
        sources: The files; of two that name the same thing, the earlier one decides.
        texts: What to take for the text of a file instead of what is on disk, by its path.

    Raises:
        TermbaseError: A termbase is missing, unreadable, cut, or contradicts itself or another one.
    """
    given = texts or {}
    taught = [load_learned(source) for source in sources if not source.is_authored]
    written = [load_authored(source, given.get(source.path)) for source in sources if source.is_authored]
    return Index.build(combine(taught), gather(written))


def load_learned(source: Source) -> Termbase:
    """Read a learned termbase; an empty one if it is missing and need not exist.

    Raises:
        TermbaseError: It is missing, unreadable, cut or of another version.
    """
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
    if text is None:
        try:
            text = read_own(source.path, source.name, TermbaseError).text
        except FileNotFoundError as error:
            if not source.required:
                return ()
            message = "does not exist; create it or name another"
            raise TermbaseError(source.name, 0, "", message) from error
    return authored.parse(text, source.name)
