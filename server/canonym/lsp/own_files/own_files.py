"""``termbase.toml`` and ``canonym.toml`` in the editor."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from lsprotocol import types

from canonym.lsp.checks.diagnostics import SOURCE
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.names.name_card import card
from canonym.lsp.names.text_for_people import Prose
from canonym.lsp.own_files.own_places import Place, place_at
from canonym.lsp.own_files.schemas import completions_at, describe
from canonym.lsp.session.roots import Roots
from canonym.project.settings import AUTHORED
from canonym.project.settings_file import OWN_FILE, SHARED_FILE, SettingsFile
from canonym.termbase import authored
from canonym.termbase.errors import SourceError
from canonym.text.span import Span


class OwnKind(Enum):
    """The kind of one of our own files."""

    SETTINGS = "settings"
    SHARED_SETTINGS = "shared settings"
    TERMBASE = "termbase"


class OwnFiles:
    """Diagnostics, hovers and completions of our own files.

    Args:
        roots: The directories of these files.
    """

    def __init__(self, roots: Roots) -> None:
        self._roots = roots

    def kind_of(self, path: Path | None) -> OwnKind | None:
        """Return the kind of a file; None if it is not ours."""
        if path is None or path.suffix != ".toml":
            return None
        if path.name in _KINDS:
            return _KINDS[path.name]
        known = (root.latest for root in self._roots if root.latest is not None)
        named = any(path == source.path for one in known for source in one.project.sources)
        return OwnKind.TERMBASE if named else None

    def is_own(self, snapshot: Snapshot) -> bool:
        """Return whether a document is one of our own files."""
        return self.kind_of(snapshot.path) is not None

    def problems(self, snapshot: Snapshot) -> list[types.Diagnostic]:
        """Return the mistakes in one of our own files; none for any other."""
        kind = self.kind_of(snapshot.path)
        if kind is None or snapshot.path is None:
            return []
        text = snapshot.source.text
        found: Sequence[SourceError]
        if kind is OwnKind.TERMBASE:
            found = authored.problems(text, snapshot.path.name)
        elif kind is OwnKind.SETTINGS:
            found = SettingsFile(snapshot.path, text).problems()
        elif "canonym" in text:
            found = SettingsFile(snapshot.path, text, ("tool", "canonym")).problems()
        else:
            found = ()
        return [_diagnostic(snapshot, problem) for problem in found]

    async def hover(self, snapshot: Snapshot, position: types.Position, prose: Prose) -> types.Hover | None:
        """Return the description of a key, or the card of a name."""
        place = self._place(snapshot, position)
        if place is None:
            return None
        written = describe(place, prose)
        if place.value and self.kind_of(snapshot.path) is OwnKind.TERMBASE:
            knowledge = await self._roots.of(snapshot.path).knowledge()
            concept = next(iter(knowledge.index.folded(place.value)), None)
            if concept is not None:
                written = card(place.value, concept, None, knowledge.project, prose)
        if not written:
            return None
        kind = types.MarkupKind.Markdown if prose.markdown else types.MarkupKind.PlainText
        return types.Hover(types.MarkupContent(kind, written), snapshot.source.range(place.span))

    async def completions(self, snapshot: Snapshot, position: types.Position) -> list[types.CompletionItem]:
        """Return the possible keys and values at the position."""
        kind = self.kind_of(snapshot.path)
        if kind is None:
            return []
        knowledge = await self._roots.of(snapshot.path).knowledge()
        offset = snapshot.source.offset(position)
        return completions_at(
            snapshot.source,
            offset,
            is_termbase=kind is OwnKind.TERMBASE,
            shared=kind is OwnKind.SHARED_SETTINGS,
            index=knowledge.index,
        )

    def _place(self, snapshot: Snapshot, position: types.Position) -> Place | None:
        kind = self.kind_of(snapshot.path)
        return place_at(
            snapshot.source.text,
            snapshot.source.offset(position),
            is_termbase=kind is OwnKind.TERMBASE,
            shared=kind is OwnKind.SHARED_SETTINGS,
        )


_KINDS = {
    OWN_FILE: OwnKind.SETTINGS,
    SHARED_FILE: OwnKind.SHARED_SETTINGS,
    AUTHORED: OwnKind.TERMBASE,
}


def _diagnostic(snapshot: Snapshot, problem: SourceError) -> types.Diagnostic:
    return types.Diagnostic(
        range=snapshot.source.range(_span(snapshot, problem)),
        message=f"{problem.key}: {problem.message}" if problem.key else problem.message,
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
        code="termbase"
        if snapshot.path and snapshot.path.name not in (OWN_FILE, SHARED_FILE)
        else "settings",
    )


def _span(snapshot: Snapshot, problem: SourceError) -> Span:
    """Return the key on its line if it is there, else the line."""
    source = snapshot.source
    line = source.line(min(max(problem.line - 1, 0), source.line_count - 1))
    text = line.of(source.text)
    key = problem.key.rpartition(".")[2].partition("[")[0]
    at = text.find(key) if key else -1
    if at >= 0:
        return Span(line.start + at, line.start + at + len(key))
    stripped = text.strip()
    start = line.start + text.find(stripped)
    return Span(start, start + len(stripped))
