"""What each command takes.

``confirm`` is what to ask before a decision is written; it is written unasked where that is empty.
"""

import attrs


@attrs.frozen
class Learn:
    """Learn a termbase from the corpus of a root; of the first folder when none is given."""

    root: str = ""


@attrs.frozen
class CheckWorkspace:
    """Check all drafts of a root, or of all folders."""

    root: str = ""


@attrs.frozen
class ReplaceInWorkspace:
    """Mend all misspellings of a name in the drafts of the root of a document."""

    uri: str
    concept: str


@attrs.frozen
class AddName:
    """Add a form as a name of its own."""

    uri: str
    form: str
    kind: str = "name"
    confirm: str = ""


@attrs.frozen
class Admit:
    """Let a form stand beside the preferred one."""

    uri: str
    preferred: str
    form: str
    confirm: str = ""


@attrs.frozen
class Prefer:
    """Prefer a form over the one that was preferred."""

    uri: str
    form: str
    over: str
    confirm: str = ""


@attrs.frozen
class Never:
    """Note that the name ``form`` and the form ``other`` are never the same."""

    uri: str
    form: str
    other: str
    confirm: str = ""


@attrs.frozen
class IgnoreInProject:
    """Silence a form, or a rule, in the whole project or in the documents that ``path``, a glob, means."""

    uri: str
    text: str
    rule: str = ""
    reason: str = ""
    path: str = ""
    confirm: str = ""


@attrs.frozen
class Explain:
    """Tell what is known of a name as it stands in a document."""

    uri: str
    text: str


@attrs.frozen
class Names:
    """List the names of the drafts of a root with their spellings and mentions; or those of no termbase."""

    root: str = ""
    filter: str = ""
    new: bool = False


@attrs.frozen
class Undecided:
    """List the names whose spelling nobody has decided."""

    root: str = ""


@attrs.frozen
class Status:
    """Tell the state of the root of a document; of the first folder when none is given."""

    uri: str = ""
