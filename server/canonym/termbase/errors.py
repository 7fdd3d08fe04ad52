"""What is wrong with a file that people keep: which file, which line, which key, and what to do."""


class SourceError(Exception):
    """A file of ours cannot be used as it stands.

    Attributes:
        source: The file as it is named to people.
        line: The line, from 1; 0 when the whole file is meant.
        key: The key with its path, such as ``name[2].preferred``; empty when none is meant.
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
    """A termbase, learned or authored, cannot be used as it stands."""
