"""Where commands of the server and renaming may write: in the folders of the workspace alone."""

from pathlib import Path

from canonym.lsp.documents.documents import Documents
from canonym.lsp.session.roots import Roots


def writable_folders(roots: Roots, documents: Documents) -> tuple[Path, ...]:
    """Return the folders of the workspace.

    An editor without folders, as with a single file, may write in the roots of its open documents.
    """
    opened = (roots.of(one.path).path for one in documents if one.path is not None)
    return roots.folders or tuple(dict.fromkeys(opened))
