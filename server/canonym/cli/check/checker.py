"""What one process needs to check drafts, and the check of one of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.checking.check_settings import Ignore, Settings
from canonym.checking.competing_forms import Survey
from canonym.checking.engine import check, examine
from canonym.checking.finding import Finding
from canonym.checking.suppression.apply import suppress
from canonym.project.files.text_files import NotText, reason, text_of
from canonym.project.project import Project
from canonym.project.settings import AUTHORED
from canonym.report.placement import place_findings
from canonym.report.report import Reported, Suppression
from canonym.termbase.errors import SourceError
from canonym.text.document import Document
from canonym.text.lines import LineIndex
from canonym.text.mistakes import told
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.index.termbase_index import Index


class Plan(NamedTuple):
    """How to check: small, and the same in every process.

    Attributes:
        start: Where the project is looked for.
        isolated: Whether only the command line counts.
        termbases: Termbases of the command line.
        select: Rules of the command line to run; the settings' when empty.
        ignore: Rules of the command line to leave out.
        today: The day on which expiry is judged.
        together: Whether several drafts are checked, and so are compared.
    """

    start: str
    isolated: bool = False
    termbases: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    together: bool = True


class Outcome(NamedTuple):
    """What the check of one draft gave.

    Attributes:
        name: The draft, relative to the project.
        found: Findings before suppression.
        survey: What the comparison across drafts needs.
        reported: Findings, placed, suppressed ones marked.
        ignores: Entries of the settings that silenced something.
        problem: Why the draft was not checked; empty when it was.
    """

    name: str
    found: tuple[Finding, ...] = ()
    survey: Survey | None = None
    reported: tuple[Reported, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    problem: str = ""


class Checker:
    """Checks drafts of one project; reads the termbases when the first draft needs them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.project = find_project(plan)
        self.settings = _settings(self.project, plan)

    @cached_property
    def index(self) -> "Index":
        """The termbases.

        Raises:
            TermbaseError: One cannot be used as it stands.
        """
        return self.project.index()

    def check_file(self, path: Path) -> Outcome:
        """Check the draft at ``path``; one that cannot be read, or fails, is an outcome as well."""
        return self._told(path, lambda: self.check_document(self.project.document(path)))

    def check_bytes(self, path: Path, data: bytes) -> Outcome:
        """Check the bytes of a draft that would be at ``path``."""
        return self.check_text(path, lambda: text_of(data, path).text)

    def check_text(self, path: Path, text: Callable[[], str]) -> Outcome:
        """Check what ``text`` returns as the draft at ``path``."""
        return self._told(path, lambda: self.check_document(self.project.document_of(path, text())))

    def _told(self, path: Path, check: Callable[[], Outcome]) -> Outcome:
        """Return the outcome of ``check``; whatever goes wrong with one draft costs no other one.

        Raises:
            SourceError: A file of ours cannot be used as it stands.
        """
        _ = self.index  # what fails here is no matter of this draft
        try:
            return check()
        except OSError as error:
            problem = reason(error)
        except NotText as error:
            problem = error.message
        except SourceError:
            raise
        except Exception as error:
            problem = told(error)
        return Outcome(self.project.name(path), problem=problem)

    def check_document(self, document: Document) -> Outcome:
        """Check a draft that was read."""
        if self.plan.together:
            return self.outcome(document, *examine(document, self.index, self.settings))
        return self.outcome(document, check(document, self.index, self.settings), None)

    def outcome(
        self,
        document: Document,
        found: Sequence[Finding],
        seen: Survey | None,
        lines: Mapping[str, LineIndex] | None = None,
    ) -> Outcome:
        """Apply the suppressions and place what is left; ``lines`` are those of related drafts."""
        done = suppress(document, found, self.settings)
        silent = [(s.finding, Suppression(s.kind, s.justification)) for s in done.suppressed]
        reported = place_findings(document, (*done.kept, *done.unused), silent, lines)
        used = tuple(one for one in self.settings.ignores if one in done.ignores)
        return Outcome(document.path, tuple(found), seen, reported, used)


def find_project(plan: Plan) -> Project:
    """Return the project around the drafts, or else that of the current directory.

    Where there is none at all, names are relative to the current directory as far as it holds the drafts.

    Raises:
        SettingsError: Its settings cannot be used as they stand.
    """
    termbases = [Path(name) for name in plan.termbases]
    start, here = Path(plan.start), Path.cwd()
    around = here if start.is_relative_to(here) else start
    if plan.isolated:
        return Project.find(around, isolated=True, termbases=termbases)
    for directory in (start, here):
        found = Project.find(directory, termbases=termbases)
        if is_kept(found):
            return found
    return Project.find(around, termbases=termbases)


def is_kept(project: Project) -> bool:
    """Return whether somebody set up a project here: settings, or a termbase in its place."""
    return bool(project.file) or (project.root / AUTHORED).is_file() or project.learned.is_file()


def _settings(project: Project, plan: Plan) -> Settings:
    settings = project.settings.checking(plan.today)
    return settings._replace(select=plan.select or settings.select, ignore=(*settings.ignore, *plan.ignore))


def names(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the rules of ``a,b`` given once or more."""
    return tuple(part.strip() for one in paths for part in one.split(",") if part.strip())
