"""The termbases and settings for the check of a document."""

from dataclasses import dataclass

from canonym.checking.check_settings import Settings
from canonym.lsp.session.loaded_project import Knowledge


@dataclass(frozen=True)
class Basis:
    """A loaded project, the settings, and the format of a document.

    Attributes:
        knowledge: The loaded project.
        settings: Its settings, with those of the editor over them.
        format: The format; None to decide by the name of the file.
        language: The tag of the language that the editor's settings give to drafts of which nothing else says
            one; empty to look at their text.
    """

    knowledge: Knowledge
    settings: Settings
    format: str | None
    language: str = ""
