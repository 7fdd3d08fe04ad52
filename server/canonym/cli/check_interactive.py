"""``--interactive``: shows each finding and does what people say.

«never» and «admit» are judgements: they are written to ``termbase.toml``, so that neither
this run nor another one asks again.
"""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from canonym.checking.finding import Finding
from canonym.checking.fixing import apply, select
from canonym.checking.replacing import written
from canonym.cli.check_changes import by_draft, draft_of, put
from canonym.cli.check_failures import told_of
from canonym.cli.check_fix import Repair, is_there
from canonym.cli.check_output import view_of
from canonym.cli.check_session import Session
from canonym.cli.common import complain, say, why_not_written
from canonym.project.edit import edit_termbase
from canonym.project.files import TextFile
from canonym.report.evidence import flat
from canonym.report.model import Reported
from canonym.report.text import finding as shown
from canonym.termbase.authored import admit, never
from canonym.termbase.errors import SourceError
from canonym.text.document import Document
from canonym.text.printable import printable

_HELP = """\
  y  use the first suggestion               1-9  use that suggestion
  Y  use it wherever this spelling stands   S    skip this spelling wherever it stands
  s  skip this one (so does Enter)          n    never: these are different names; remembered
  a  admit this spelling too; remembered    q    stop asking; what was said so far is done
"""


class Answer(StrEnum):
    """What people may say besides a number."""

    YES = "y"
    YES_ALL = "Y"
    SKIP = "s"
    SKIP_ALL = "S"
    NEVER = "n"
    ADMIT = "a"
    QUIT = "q"


def ask(session: Session, reported: Sequence[Reported]) -> None:
    """Go through the findings, draft by draft; a draft is written when its last finding is answered."""
    asker = _Asker(session)
    for name, those in by_draft(reported).items():
        open_ = not asker.stopped and any(map(_is_question, those))
        file = draft_of(session, name) if open_ else None
        if file is None:
            continue
        with told_of(name, session.problems):
            document = session.checker.project.document_of(session.paths[name], file.text)
            _mend(session, name, file, document, asker.chosen(document, those))
    if asker.judged:
        session.check_anew()


def _is_question(one: Reported) -> bool:
    return one.counts and bool(one.finding.suggestions)


def _mend(session: Session, name: str, file: TextFile, document: Document, chosen: Sequence[Finding]) -> None:
    edits, meant, _ = written(document, select(chosen, unsafe=True))
    if edits:
        changes = tuple((document.read(edit.span), edit.text) for edit in meant)
        put(session, name, Repair(file, apply(file.text, edits), changes))


class _Asker:
    """Asks, and remembers what is settled.

    Attributes:
        stopped: Whether people want to be asked no more.
        judged: Whether the termbase was changed.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._view = view_of(session.args, sys.stdout)._replace(source=True)
        self._settled: set[tuple[str, str]] = set()
        self._agreed: set[tuple[str, str]] = set()
        self.stopped = False
        self.judged = False

    def chosen(self, document: Document, those: Sequence[Reported]) -> list[Finding]:
        """Return the findings to repair, each with the suggestion that was chosen."""
        found = []
        for one in those:
            finding = one.finding
            open_ = _is_question(one) and _pair(finding) not in self._settled
            if self.stopped or not open_ or not is_there(finding, document):
                continue
            number = 0 if _pair(finding) in self._agreed else self._asked(one)
            if number is not None and one.replacements[number] is None:
                say(f"    cannot be written here: {printable(one.refusal or 'it would be more than a text')}")
            elif number is not None:
                found.append(finding._replace(suggestions=(finding.suggestions[number],)))
        return found

    def _asked(self, one: Reported) -> int | None:
        """Show a finding, and return which suggestion to use; None for none."""
        say("".join(shown(one, self._view)), end="")
        finding = one.finding
        while True:
            said = _read(finding)
            if said == Answer.YES_ALL:
                self._agreed.add(_pair(finding))
            if said in (Answer.YES, Answer.YES_ALL):
                return 0
            if said.isdecimal() and 0 < int(said) <= len(finding.suggestions):
                return int(said) - 1
            if said in (Answer.SKIP, "") or self._obey(said, finding):
                return None
            say(_HELP, end="")

    def _obey(self, said: str, finding: Finding) -> bool:
        """Do what is no repair; False when it is not understood."""
        if said == Answer.QUIT:
            self.stopped = True
        elif said == Answer.SKIP_ALL:
            self._settled.add(_pair(finding))
        elif said == Answer.NEVER:
            self._remember(finding, partial(never, form=_preferred(finding), other=flat(finding.text)))
        elif said == Answer.ADMIT:
            self._remember(finding, partial(admit, preferred=_preferred(finding), form=flat(finding.text)))
        else:
            return False
        return True

    def _remember(self, finding: Finding, edit: Callable[[str], str]) -> None:
        file, within = self._session.checker.project.authored, self._session.decidable
        try:
            self.judged = edit_termbase(file, edit, within=within) or self.judged
        except SourceError as error:
            complain(str(error))
            return
        except OSError as error:  # the other answers still count
            complain(f"{file}: {why_not_written(error)}; nothing was noted")
            return
        self._settled.add(_pair(finding))
        say(f"    noted in {printable(self._session.checker.project.name(file))}")


def _read(finding: Finding) -> str:
    numbers = " ".join(f"[{n}] {printable(flat(s))}" for n, s in enumerate(finding.suggestions[:9], 1))
    try:
        said = input(f"    {numbers}  [Y]es to all [s]kip [S]kip all [n]ever [a]dmit [q]uit ? ").strip()
    except (EOFError, OSError):
        say("")
        return Answer.QUIT
    return said if said in (Answer.YES_ALL, Answer.SKIP_ALL) else said.lower()


def _preferred(finding: Finding) -> str:
    preferred = finding.concept.preferred if finding.concept else ""
    return preferred or flat(finding.suggestions[0])


def _pair(finding: Finding) -> tuple[str, str]:
    """What a judgement is about: the same words are one question, be it of Massoud or Ahmad Shah Massoud."""
    return (flat(finding.text).casefold(), flat(finding.suggestions[0]))
