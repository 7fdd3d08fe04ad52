"""What a document is checked with."""

from dataclasses import dataclass

from canonym.checking.check_settings import Settings
from canonym.lsp.session.loaded_project import Knowledge


@dataclass(frozen=True)
class Basis:
    """What a document is checked with: a loaded project, the settings, and the format it is read in.

    Attributes:
        knowledge: The loaded project.
        settings: Its settings with those of the editor laid over them.
        format: The format; None to go by the name of the file.
    """

    knowledge: Knowledge
    settings: Settings
    format: str | None
