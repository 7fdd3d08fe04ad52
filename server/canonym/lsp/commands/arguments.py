"""The arguments of each command.

``confirm`` is the question before a decision is written. Without a question it is written at once.
``language`` is the tag of the language that a decision is for, by default that of the document.
"""

import attrs


@attrs.frozen
class Learn:
    """Learn a termbase from the corpus of a root, by default of the first folder."""

    root: str = ""


@attrs.frozen
class CheckWorkspace:
    """Check all drafts of a root, or of all folders."""

    root: str = ""


@attrs.frozen
class ReplaceInWorkspace:
    """Replace all misspellings of a name in the drafts of a document's root."""

    uri: str
    concept: str


@attrs.frozen
class AddName:
    """Add a form as a name of its own."""

    uri: str
    form: str
    kind: str = "name"
    language: str = ""
    confirm: str = ""


@attrs.frozen
class Admit:
    """Admit a form beside the preferred one."""

    uri: str
    preferred: str
    form: str
    language: str = ""
    confirm: str = ""


@attrs.frozen
class Prefer:
    """Prefer a form over the form that was preferred."""

    uri: str
    form: str
    over: str
    language: str = ""
    confirm: str = ""


@attrs.frozen
class Never:
    """Record that the name ``form`` and the form ``other`` are never the same."""

    uri: str
    form: str
    other: str
    language: str = ""
    confirm: str = ""


@attrs.frozen
class IgnoreInProject:
    """Suppress a form or a rule in the whole project, or in the documents of the glob ``path``."""

    uri: str
    text: str
    rule: str = ""
    reason: str = ""
    path: str = ""
    confirm: str = ""


@attrs.frozen
class Explain:
    """Return what is known of a name in a document."""

    uri: str
    text: str


@attrs.frozen
class Names:
    """List the names in the drafts of a root, with spellings and mentions; or the names of no termbase."""

    root: str = ""
    filter: str = ""
    new: bool = False


@attrs.frozen
class Undecided:
    """List the undecided names."""

    root: str = ""


@attrs.frozen
class Status:
    """Return the state of a document's root, by default of the first folder."""

    uri: str = ""
