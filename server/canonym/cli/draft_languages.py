"""``canonym check --show-languages``: the language that each draft is taken for."""

from collections.abc import Iterator
from pathlib import Path

from canonym.cli.check.check_run import Session
from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain, say
from canonym.project.files.text_files import NotText, reason, text_of
from canonym.text.document import Document
from canonym.text.printable import printable


def show_languages(session: Session) -> int:
    """Print the language of each draft, a draft a line. Return 2 if one could not be read."""
    problems = [f"{problem.path}: {problem.message}" for problem in session.problems]
    for document in _documents(session, problems):
        say(f"{document.language.tag}\t{printable(document.path)}")
    for problem in problems:
        complain(problem)
    return EXIT_ERROR if problems else EXIT_CLEAN


def _documents(session: Session, problems: list[str]) -> Iterator[Document]:
    project = session.checker.project
    for name, path in session.paths.items():
        try:
            yield _document(session, name, path)
        except NotText as error:
            problems.append(f"{project.name(path)}: {error.message}")
        except OSError as error:
            problems.append(f"{project.name(path)}: {reason(error)}")


def _document(session: Session, name: str, path: Path) -> Document:
    project = session.checker.project
    data = session.stdin if session.is_stdin(name) else session.streams.get(name)
    return project.document(path) if data is None else project.document_of(path, text_of(data, path).text)
