"""All that one process needs to check drafts, and the check of one draft."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.checking.check_settings import Ignore, Settings
from canonym.checking.competing_forms import Survey
from canonym.checking.engine import check, examine
from canonym.checking.finding import Finding
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.languages.declared_language import misdeclared_language
from canonym.project.files.text_files import NotText, reason, text_of
from canonym.project.project import Project
from canonym.project.settings import AUTHORED
from canonym.report.finding_places import place_findings
from canonym.report.report import Reported, Suppression
from canonym.termbase.errors import SourceError
from canonym.text.document import Document
from canonym.text.internal_errors import describe_mistake
from canonym.text.lines import LineIndex
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.index.termbase_index import Index


class Plan(NamedTuple):
    """How to check. It is small, and the same in every process.

    Attributes:
        start: Where the search for the project begins.
        isolated: Whether only the command line counts.
        termbases: Termbases of the command line.
        select: The rules that the command line selects; those of the settings if empty.
        ignore: The rules that the command line leaves out.
        today: The day that decides whether entries have expired.
        together: Whether several drafts are checked and therefore compared.
        language: The tag of the language of drafts of which nothing else says one.
    """

    start: str
    isolated: bool = False
    termbases: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    together: bool = True
    language: str = ""


class Outcome(NamedTuple):
    """The outcome of the check of one draft.

    Attributes:
        name: The draft, relative to the project.
        found: Findings before suppression.
        survey: The data for the comparison across drafts.
        reported: Findings with places; suppressed ones are marked.
        ignores: Entries of the settings that suppressed a finding.
        problem: Why the draft was not checked; empty if it was.
        language: The tag of the language of the draft.
        misdeclared: What its front matter says as its language and is no tag; empty if there is none.
    """

    name: str
    found: tuple[Finding, ...] = ()
    survey: Survey | None = None
    reported: tuple[Reported, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    problem: str = ""
    language: str = ""
    misdeclared: str = ""


class Checker:
    """Checks drafts of one project. It loads the termbases when the first draft needs them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.project = find_project(plan)
        self.settings = _settings(self.project, plan)

    @cached_property
    def index(self) -> "Index":
        """The termbases.

        Raises:
            TermbaseError: A termbase is unusable.
        """
        return self.project.index()

    def check_file(self, path: Path) -> Outcome:
        """Check the draft at ``path``. An unreadable draft, or a failure, is also an outcome."""
        return self._outcome_of(path, lambda: self.check_document(self.project.document(path)))

    def check_bytes(self, path: Path, data: bytes) -> Outcome:
        """Check the bytes of a draft for ``path``."""
        return self.check_text(path, lambda: text_of(data, path).text)

    def check_text(self, path: Path, text: Callable[[], str]) -> Outcome:
        """Check the result of ``text`` as the draft at ``path``."""
        return self._outcome_of(path, lambda: self.check_document(self.project.document_of(path, text())))

    def _outcome_of(self, path: Path, check: Callable[[], Outcome]) -> Outcome:
        """Return the outcome of ``check``. A failure on one draft does not stop the others.

        Raises:
            SourceError: A file of ours is unusable.
        """
        _ = self.index  # a failure here concerns every draft, so it must not become a problem of this one
        try:
            return check()
        except OSError as error:
            problem = reason(error)
        except NotText as error:
            problem = error.message
        except SourceError:
            raise
        except Exception as error:
            problem = describe_mistake(error)
        return Outcome(self.project.name(path), problem=problem)

    def check_document(self, document: Document) -> Outcome:
        """Check a parsed draft."""
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
        """Apply the suppressions and place the remaining findings; ``lines`` are those of related drafts."""
        done = suppress(document, found, self.settings)
        silent = [(s.finding, Suppression(s.kind, s.justification)) for s in done.suppressed]
        reported = place_findings(document, (*done.kept, *done.unused), silent, lines)
        used = tuple(one for one in self.settings.ignores if one in done.ignores)
        tag, wrong = document.language.tag, misdeclared_language(document.text, document.markup.front_matter)
        return Outcome(document.path, tuple(found), seen, reported, used, language=tag, misdeclared=wrong)


def find_project(plan: Plan) -> Project:
    """Return the project of the drafts, or else that of the current directory.

    Without any project, names are relative to the current directory if it contains the drafts.

    Raises:
        SettingsError: The settings are unusable.
    """
    termbases = [Path(name) for name in plan.termbases]
    start, here = Path(plan.start), Path.cwd()
    around = here if start.is_relative_to(here) else start
    if plan.isolated:
        return Project.find(around, isolated=True, termbases=termbases, language=plan.language)
    for directory in (start, here):
        found = Project.find(directory, termbases=termbases, language=plan.language)
        if is_kept(found):
            return found
    return Project.find(around, termbases=termbases, language=plan.language)


def is_kept(project: Project) -> bool:
    """Return whether somebody set up a project here: settings, or a termbase in its usual place."""
    return bool(project.file) or (project.root / AUTHORED).is_file() or project.learned.is_file()


def _settings(project: Project, plan: Plan) -> Settings:
    settings = project.settings.checking(plan.today)
    return settings._replace(select=plan.select or settings.select, ignore=(*settings.ignore, *plan.ignore))


def names(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the rules of comma-separated lists."""
    return tuple(part.strip() for one in paths for part in one.split(",") if part.strip())
