"""The questions of ``--interactive``, and the possible answers."""

from enum import StrEnum

from canonym.checking.decision import Subject
from canonym.checking.finding import Finding
from canonym.cli.common import say
from canonym.report.evidence import flat
from canonym.text.printable import printable

DRAFT_HELP = """\
  y  use the first suggestion               1-9  use that suggestion
  Y  use it wherever this spelling stands   S    skip this spelling wherever it stands
  s  skip this one (so does Enter)          n    never: these are different names; remembered
  a  admit this spelling too; remembered    q    stop asking; what was said so far is done
  Ctrl-C drops the fixes chosen so far in this draft; q applies them. Decisions stay.
"""
PUBLISHED_HELP = """\
  This is a published article, which is left as it is; what you say counts for drafts.
  y  where offered: wrong; remembered       n    never: these are different names; remembered
  a  admit this spelling too; remembered    S    skip this spelling wherever it stands
  s  skip this one (so does Enter)          q    stop asking; what was said so far is done
"""


class Answer(StrEnum):
    """The possible answers besides a number."""

    YES = "y"
    YES_ALL = "Y"
    SKIP = "s"
    SKIP_ALL = "S"
    NEVER = "n"
    ADMIT = "a"
    QUIT = "q"


def answer_to(finding: Finding, about: Subject, *, published: bool) -> str:
    """Ask about a finding and return the answer. The end of input means stop.

    Args:
        finding: The finding.
        about: The subject of a judgement; the question names it.
        published: Whether it is in an article, which is never changed.
    """
    prompt = _published_question(about) if published else _draft_question(finding)
    name = f"“{printable(about.name)}”"
    try:
        said = input(f"    {prompt} [s]kip [S]kip all [n]ever {name} [a]dmit beside {name} [q]uit ? ").strip()
    except (EOFError, OSError):
        say("")
        return Answer.QUIT
    return said if said in (Answer.YES_ALL, Answer.SKIP_ALL) else said.lower()


def _draft_question(finding: Finding) -> str:
    numbers = " ".join(f"[{n}] {printable(flat(s))}" for n, s in enumerate(finding.suggestions[:9], 1))
    return f"{numbers}  [y]es, the first  [Y]es to all"


def _published_question(about: Subject) -> str:
    wrong = f"  [y]es, “{printable(about.form)}” is wrong" if about.is_a_name else ""
    return f"(published, left as it is){wrong}"
