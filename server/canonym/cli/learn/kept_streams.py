"""Keeps the content of FIFOs and devices while learning, because learning reads everything twice."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from canonym.corpus.learning import ArticleSource
from canonym.project.files.find_files import Problem, is_stream
from canonym.project.files.read_stream import read_stream, stream_pieces
from canonym.project.files.text_files import LIMIT, reason

if TYPE_CHECKING:
    from canonym.cli.common import Problems
    from canonym.corpus.learning import Source


class Streams:
    """Reads FIFOs and devices of the command line to their end, into scratch files.

    Args:
        problems: Receives what cannot be read.
        why_not: Why none can be learned from; empty if they can.
    """

    def __init__(self, problems: "Problems", why_not: str = "") -> None:
        self.problems = problems
        self._why_not = why_not
        self._scratch = ExitStack()

    def __enter__(self) -> "Streams":
        return self

    def __exit__(self, *failure: object) -> None:
        self._scratch.close()

    def kept(self, source: "Source", path: Path) -> "Source | None":
        """Return a source unchanged, or its content if it is a stream.

        Args:
            source: The source.
            path: Its name for people.

        Returns:
            None if it cannot be read, after the problem is reported.
        """
        if not is_stream(path):
            return source
        if self._why_not:
            self.problems(Problem(path, self._why_not))
            return None
        try:
            folder = self._scratch.enter_context(TemporaryDirectory(prefix="canonym-"))
            scratch = Path(folder, source.path.name)
            with source.path.open("rb") as stream, scratch.open("xb") as file:
                if isinstance(source, ArticleSource):
                    file.write(read_stream(stream, LIMIT + 1))
                else:
                    file.writelines(stream_pieces(stream))
        except OSError as error:
            self.problems(Problem(path, reason(error)))
            return None
        return source._replace(path=scratch)
