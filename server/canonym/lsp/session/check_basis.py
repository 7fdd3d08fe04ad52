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
    """

    knowledge: Knowledge
    settings: Settings
    format: str | None
