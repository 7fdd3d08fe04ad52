"""``--interactive``: shows each finding and does what the person answers.

«never» and «admit» are judgements. They are written to ``termbase.toml``, so that no run asks again. A
published article is never changed: it only gets questions of judgement.
"""

import sys
from collections.abc import Callable, Sequence
from functools import cached_property, partial

from canonym.checking.decision import Subject, subject_of
from canonym.checking.finding import Finding
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.write_replacement import written
from canonym.cli.check.changes import by_draft, draft_of, put
from canonym.cli.check.check_run import Session
from canonym.cli.check.draft_failures import problem_on_failure
from canonym.cli.check.fix import Repair, is_there
from canonym.cli.check.interactive_answers import DRAFT_HELP, PUBLISHED_HELP, Answer, answer_to
from canonym.cli.check.output import view_of
from canonym.cli.common import complain, say, why_not_written
from canonym.project.files.text_files import TextFile
from canonym.project.project import Project
from canonym.project.writing.write_decisions import edit_termbase
from canonym.report.evidence import count, flat
from canonym.report.formats.text import finding as shown
from canonym.report.report import Problem, Reported
from canonym.termbase.authored import admit, deprecate, never
from canonym.termbase.errors import SourceError
from canonym.text.document import Document
from canonym.text.printable import printable


def ask(session: Session, reported: Sequence[Reported]) -> None:
    """Ask about the findings, draft by draft. A draft is written after its last answer."""
    asker = _Asker(session)
    try:
        _go_through(session, reported, asker)
    except KeyboardInterrupt:
        say("\nStopped. " + _done(len(session.fixed), asker.decisions, session.checker.project))
        raise
    if asker.decisions:
        session.check_anew()


def _go_through(session: Session, reported: Sequence[Reported], asker: "_Asker") -> None:
    for name, those in by_draft(reported).items():
        open_ = not asker.stopped and any(map(_is_question, those))
        file = draft_of(session, name) if open_ else None
        if file is None:
            continue
        with problem_on_failure(name, session.problems):
            document = session.checker.project.document_of(session.paths[name], file.text)
            _mend(session, name, file, document, asker.chosen(name, document, those))


def _done(drafts: int, decisions: int, project: Project) -> str:
    """Return a summary of what was written before the person stopped."""
    changed = f"{count(drafts, 'draft') if drafts else 'No draft'} {'were' if drafts > 1 else 'was'} changed."
    if not decisions:
        return changed
    place = printable(project.name(project.authored))
    return f"{changed} {count(decisions, 'decision')} {'are' if decisions > 1 else 'is'} in {place}."


def _is_question(one: Reported) -> bool:
    return one.counts and bool(one.finding.suggestions)


def _mend(session: Session, name: str, file: TextFile, document: Document, chosen: Sequence[Finding]) -> None:
    made = written(document, select(chosen, unsafe=True))
    if made.edits:
        changes = tuple((document.visible_text(edit.span), edit.text) for edit in made.meant)
        put(session, name, Repair(file, apply(file.text, made.edits), changes))


class _Asker:
    """Asks questions, and remembers the answers.

    Attributes:
        stopped: Whether the person wants no more questions.
        decisions: How many answers changed the termbase.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._view = view_of(session.args, sys.stdout)._replace(source=True)
        self._decided: set[tuple[str, ...]] = set()
        self._wrong: set[tuple[str, ...]] = set()
        self._skipped: set[tuple[str, str]] = set()
        self._agreed: set[tuple[str, str]] = set()
        self._language = ""
        self.stopped = False
        self.decisions = 0

    def chosen(self, name: str, document: Document, those: Sequence[Reported]) -> list[Finding]:
        """Return the findings to repair, each with the chosen suggestion; none of an article."""
        found = []
        published = name in self._published
        for one in those:
            finding = one.finding
            if self.stopped or not _is_question(one) or not is_there(finding, document):
                continue
            self._language = document.language_at(finding.span.start).tag
            about = subject_of(finding, self._session.checker.index.in_language(self._language))
            if self._is_settled(finding, about, published=published):
                continue
            agreed = not published and _pair(finding) in self._agreed
            number = 0 if agreed else self._choice(one, about, published=published)
            if number is not None and one.replacements[number] is None:
                say(f"    cannot be written here: {printable(one.refusal or 'it would be more than a text')}")
            elif number is not None:
                found.append(finding._replace(suggestions=(finding.suggestions[number],)))
        return found

    @cached_property
    def _published(self) -> frozenset[str]:
        """The names of the articles of the corpus."""
        project = self._session.checker.project
        return frozenset(map(project.name, project.articles(lambda _problem: None)))

    def _is_settled(self, finding: Finding, about: Subject, *, published: bool) -> bool:
        question = self._question(about)
        known = _pair(finding) in self._skipped or question in self._decided
        return known or (published and question in self._wrong)

    def _question(self, about: Subject) -> tuple[str, ...]:
        """Return the question of a judgement: is a form a form of a name, in this language?"""
        return about.form.casefold(), about.name, self._language

    def _choice(self, one: Reported, about: Subject, *, published: bool) -> int | None:
        """Show a finding. Return the number of the suggestion to use; None for none."""
        say("".join(shown(one, self._view)), end="")
        finding = one.finding
        while True:
            said = answer_to(finding, about, published=published)
            if said in (Answer.SKIP, "") or self._obey(said, finding, about):
                return None
            if published:
                if said == Answer.YES and about.is_a_name:
                    self._call_wrong(about)
                    return None
            elif said in (Answer.YES, Answer.YES_ALL):
                if said == Answer.YES_ALL:
                    self._agreed.add(_pair(finding))
                return 0
            elif said.isdecimal() and 0 < int(said) <= len(finding.suggestions):
                return int(said) - 1
            say(PUBLISHED_HELP if published else DRAFT_HELP, end="")

    def _obey(self, said: str, finding: Finding, about: Subject) -> bool:
        """Carry out an answer that is not a repair; return False if it is unknown."""
        form, name = about.form, about.name
        if said == Answer.QUIT:
            self.stopped = True
        elif said == Answer.SKIP_ALL:
            self._skipped.add(_pair(finding))
        elif said == Answer.NEVER:
            edit = partial(never, form=name, other=form)
            gone = ", and no longer deprecated for it" if finding.rule == "deprecated-term" else ""
            self._remember(edit, f"“{form}” is never “{name}”{gone}", about, self._decided)
        elif said == Answer.ADMIT:
            edit = partial(admit, preferred=name, form=form)
            self._remember(edit, f"“{form}” is right beside “{name}”", about, self._decided)
        else:
            return False
        return True

    def _call_wrong(self, about: Subject) -> None:
        edit = partial(deprecate, preferred=about.name, form=about.form)
        self._remember(edit, f"“{about.form}” is wrong for “{about.name}”", about, self._wrong)

    def _remember(
        self, edit: Callable[..., str], what: str, about: Subject, settled: set[tuple[str, ...]]
    ) -> None:
        """Write a decision. If that fails, record a problem and keep the other answers."""
        project = self._session.checker.project
        file, within = project.authored, self._session.decidable
        name = project.name(file)
        spoken = partial(edit, language=project.decision_language(self._language))
        try:
            self.decisions += edit_termbase(file, spoken, within=within)
        except SourceError as error:
            complain(str(error))
            self._session.note(Problem(name, error.message))
        except OSError as error:
            why = f"{why_not_written(error)}; nothing was noted"
            complain(f"{file}: {why}")
            self._session.note(Problem(name, why))
        else:
            settled.add(self._question(about))
            say(f"    noted in {printable(name)}: {printable(what)}")


def _pair(finding: Finding) -> tuple[str, str]:
    """Return the words that one answer for all covers: the same text and suggestion, for any concept."""
    return flat(finding.text).casefold(), flat(finding.suggestions[0])
