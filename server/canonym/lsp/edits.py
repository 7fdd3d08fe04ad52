"""Edits of several documents, in the form that the editor takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lsprotocol import types

from canonym.checking.finding import Edit
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.session.client_capabilities import Client

_TextEdit = types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit


@dataclass(frozen=True)
class Annotation:
    """A question that a person must confirm."""

    label: str
    description: str


@dataclass
class Changes:
    """Collects edits.

    Attributes:
        can: The abilities of the editor.
    """

    can: Client
    _edits: dict[str, tuple[int | None, list[_TextEdit]]] = field(default_factory=dict)
    _created: list[str] = field(default_factory=list)
    _annotations: dict[str, types.ChangeAnnotation] = field(default_factory=dict)

    def add(self, snapshot: Snapshot, edits: Iterable[Edit], annotation: Annotation | None = None) -> None:
        """Add edits of a document. A person confirms annotated ones if the editor can ask."""
        name = self._annotated(annotation)
        _, listed = self._edits.setdefault(snapshot.uri, (snapshot.version, []))
        for edit in edits:
            range_ = snapshot.source.range(edit.span)
            if name is None:
                listed.append(types.TextEdit(range_, edit.text))
            else:
                listed.append(types.AnnotatedTextEdit(name, range_, edit.text))

    @property
    def can_ask(self) -> bool:
        """Whether a person confirms annotated edits."""
        return self.can.annotates and self.can.versioned_edits

    def create(self, uri: str, text: str, annotation: Annotation | None = None) -> bool:
        """Add a new file. Return False if the editor cannot create one by an edit."""
        if not (self.can.creates_files and self.can.versioned_edits):
            return False
        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        self._created.append(uri)
        name = self._annotated(annotation)
        edit = types.TextEdit(start, text) if name is None else types.AnnotatedTextEdit(name, start, text)
        self._edits[uri] = (None, [edit])
        return True

    def __bool__(self) -> bool:
        return any(edits for _, edits in self._edits.values())

    def workspace_edit(self) -> types.WorkspaceEdit:
        """Return the edits: with versions if the editor supports them, else by document."""
        if not self.can.versioned_edits:
            return types.WorkspaceEdit(changes=dict(self._plain()))
        changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
        for uri, (version, edits) in self._edits.items():
            if uri in self._created:
                options = types.CreateFileOptions(ignore_if_exists=True)
                changes.append(types.CreateFile(uri=uri, options=options))
            if edits:
                document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
                changes.append(types.TextDocumentEdit(document, edits))
        return types.WorkspaceEdit(document_changes=changes, change_annotations=self._annotations or None)

    def _plain(self) -> Iterator[tuple[str, list[types.TextEdit]]]:
        for uri, (_, edits) in self._edits.items():
            plain = [edit for edit in edits if isinstance(edit, types.TextEdit)]
            if plain:
                yield uri, plain

    def _annotated(self, annotation: Annotation | None) -> str | None:
        if annotation is None or not self.can_ask:
            return None
        self._annotations[annotation.label] = types.ChangeAnnotation(
            annotation.label, needs_confirmation=True, description=annotation.description
        )
        return annotation.label


def edit_of_document(snapshot: Snapshot, edits: Iterable[Edit], can: Client) -> types.WorkspaceEdit:
    """Return edits of one document."""
    changes = Changes(can)
    changes.add(snapshot, edits)
    return changes.workspace_edit()
