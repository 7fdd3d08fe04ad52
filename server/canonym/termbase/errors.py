"""Mistakes in files that people keep: which file, line and key, and what to do."""


class SourceError(Exception):
    """A file that people keep has a mistake and cannot be used.

    Attributes:
        source: The name of the file for people.
        line: The line, from 1; 0 for the whole file.
        key: The key with its path, such as ``name[2].preferred``; empty if no key is meant.
        message: What is wrong and what to do about it, without a full stop.
    """

    def __init__(self, source: str, line: int, key: str, message: str) -> None:
        super().__init__(source, line, key, message)
        self.source = source
        self.line = line
        self.key = key
        self.message = message

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}" if self.line else self.source
        return ": ".join(part for part in (place, self.key, self.message) if part)


class TermbaseError(SourceError):
    """A learned or authored termbase has a mistake and cannot be used."""
