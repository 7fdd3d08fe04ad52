"""Finds the entry of a name in a termbase."""

from lsprotocol import types

from canonym.lsp.documents.uris import uri_of
from canonym.project.project import Project
from canonym.termbase.concept import Concept


def entry_of(concept: Concept, project: Project) -> types.Location | None:
    """Return the place of a name's entry in the termbase; None if its file is missing."""
    name, _, line = concept.source.rpartition(":")
    path = project.root / name
    if not name or not line.isdigit() or not path.is_file():
        return None
    place = types.Position(max(int(line) - 1, 0), 0)
    return types.Location(uri_of(path), types.Range(place, place))
