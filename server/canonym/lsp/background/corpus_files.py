"""The articles that a termbase is learned from."""

from pathlib import Path

from canonym.project.files.find_files import Problem
from canonym.project.project import Project


def corpus_files(project: Project, folder: Path) -> tuple[Path, ...]:
    """Return the articles and archives that the settings name, or else all prose in ``folder``."""
    if project.settings.corpus:
        return tuple(project.corpus(pass_over))
    return tuple(project.drafts([folder], pass_over))


def pass_over(_problem: Problem) -> None:
    """Ignore a problem: the command line reports unreadable files."""
