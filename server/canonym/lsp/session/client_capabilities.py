"""The abilities of the editor, determined once when the session starts."""

from dataclasses import dataclass
from typing import Any

from lsprotocol import types


@dataclass(frozen=True)
class Client:
    """The abilities of the editor that we use.

    Attributes:
        pulls: It requests diagnostics; others get them pushed.
        refreshes_diagnostics: It repeats the request on demand.
        refreshes_lenses: The same for code lenses.
        versioned_edits: It supports ``documentChanges``; others get ``changes``.
        creates_files: An edit may create a file.
        annotates: An edit may have annotations that people confirm.
        resolves_actions: It requests the edit of a code action when it is chosen.
        literal_actions: It supports code actions, not only commands.
        prefers: It knows ``isPreferred``.
        disables_actions: It shows actions that cannot be chosen, with the reason.
        markdown: It shows Markdown in hovers.
        markdown_completion: It shows Markdown in completions.
        hierarchical_symbols: It supports ``DocumentSymbol``.
        links: It supports ``LocationLink`` as a definition.
        configures: It answers ``workspace/configuration``.
        registers_configuration: It lets us register for ``didChangeConfiguration``.
        registers_watching: It watches files for us.
        progress: It shows progress that we begin.
        asks: It shows a message with buttons.
        applies_edits: It supports ``workspace/applyEdit``.
        describes_codes: It shows links of rule ids.
        relates: It shows other places with a diagnostic.
        tags: It shows tags of diagnostics.
        keeps_data: It returns ``Diagnostic.data``.
    """

    pulls: bool = False
    refreshes_diagnostics: bool = False
    refreshes_lenses: bool = False
    versioned_edits: bool = False
    creates_files: bool = False
    annotates: bool = False
    resolves_actions: bool = False
    literal_actions: bool = False
    prefers: bool = False
    disables_actions: bool = False
    markdown: bool = False
    markdown_completion: bool = False
    hierarchical_symbols: bool = False
    links: bool = False
    configures: bool = False
    registers_configuration: bool = False
    registers_watching: bool = False
    progress: bool = False
    asks: bool = False
    applies_edits: bool = False
    describes_codes: bool = False
    relates: bool = False
    tags: bool = False
    keeps_data: bool = False


def client_of(capabilities: types.ClientCapabilities) -> Client:
    """Return what an editor with these capabilities can do."""
    declared = _Declared(capabilities)
    return Client(**_editing(declared), **_showing(declared), **_talking(declared))


class _Declared:
    """The declared capabilities of an editor, read by path."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        self._capabilities = capabilities

    def names(self, path: str) -> bool:
        """Return whether something is declared at all."""
        return self._value(path) is not None

    def has(self, path: str) -> bool:
        """Return whether something is declared as true."""
        return bool(self._value(path))

    def lists(self, path: str, wanted: str) -> bool:
        """Return whether a list contains ``wanted``."""
        return wanted in (self._value(path) or ())

    def _value(self, path: str) -> Any:  # noqa: ANN401  (each capability has its own type)
        held: Any = self._capabilities
        for name in path.split("."):
            held = getattr(held, name, None)
        return held


def _editing(declared: _Declared) -> dict[str, bool]:
    edit, action = "workspace.workspace_edit", "text_document.code_action"
    return {
        "versioned_edits": declared.has(f"{edit}.document_changes"),
        "creates_files": declared.lists(f"{edit}.resource_operations", types.ResourceOperationKind.Create),
        "annotates": declared.names(f"{edit}.change_annotation_support"),
        "resolves_actions": declared.lists(f"{action}.resolve_support.properties", "edit"),
        "literal_actions": declared.names(f"{action}.code_action_literal_support"),
        "prefers": declared.has(f"{action}.is_preferred_support"),
        "disables_actions": declared.has(f"{action}.disabled_support"),
        "applies_edits": declared.has("workspace.apply_edit"),
    }


def _showing(declared: _Declared) -> dict[str, bool]:
    pulled, hover, completion = (
        f"text_document.{what}" for what in ("diagnostic", "hover", "completion.completion_item")
    )
    pulls = declared.names(pulled)

    def shows(what: str) -> bool:
        """Return an ability to show. A pulling editor declares it under either capability."""
        pushed = declared.has(f"text_document.publish_diagnostics.{what}")
        return pushed or (pulls and declared.has(f"{pulled}.{what}"))

    markdown = types.MarkupKind.Markdown
    return {
        "pulls": pulls,
        "markdown": declared.lists(f"{hover}.content_format", markdown),
        "markdown_completion": declared.lists(f"{completion}.documentation_format", markdown),
        "hierarchical_symbols": declared.has(
            "text_document.document_symbol.hierarchical_document_symbol_support"
        ),
        "links": declared.has("text_document.definition.link_support"),
        "describes_codes": shows("code_description_support"),
        "relates": shows("related_information"),
        "tags": shows("tag_support"),
        "keeps_data": shows("data_support"),
    }


def _talking(declared: _Declared) -> dict[str, bool]:
    return {
        "refreshes_diagnostics": declared.has("workspace.diagnostics.refresh_support"),
        "refreshes_lenses": declared.has("workspace.code_lens.refresh_support"),
        "configures": declared.has("workspace.configuration"),
        "registers_configuration": declared.has("workspace.did_change_configuration.dynamic_registration"),
        "registers_watching": declared.has("workspace.did_change_watched_files.dynamic_registration"),
        "progress": declared.has("window.work_done_progress"),
        "asks": declared.names("window.show_message.message_action_item"),
    }
