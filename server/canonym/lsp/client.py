"""What the editor can do, asked once when the session starts."""

from dataclasses import dataclass

from lsprotocol import types
from pygls.capabilities import get_capability


@dataclass(frozen=True)
class Client:
    """The abilities of the editor that we go by.

    Attributes:
        pulls: It asks for diagnostics; they are pushed to any other.
        refreshes_diagnostics: It asks again when told to.
        refreshes_lenses: The same for code lenses.
        versioned_edits: It takes ``documentChanges``; any other gets ``changes``.
        creates_files: An edit may create a file.
        annotates: An edit may carry annotations that it has confirmed.
        resolves_actions: It asks for the edit of a code action when it is chosen.
        literal_actions: It takes code actions, not only commands.
        prefers: It knows ``isPreferred``.
        disables_actions: It shows actions that cannot be chosen, with the reason.
        markdown: It shows Markdown in hovers.
        markdown_completion: It shows Markdown in completions.
        hierarchical_symbols: It takes ``DocumentSymbol``.
        links: It takes ``LocationLink`` as a definition.
        configures: It answers ``workspace/configuration``.
        registers_configuration: It lets us ask for ``didChangeConfiguration``.
        registers_watching: It watches files for us.
        progress: It shows progress that we begin.
        asks: It shows a message with buttons.
        applies_edits: It takes ``workspace/applyEdit``.
        describes_codes: It shows links of rule ids.
        relates: It shows other places with a diagnostic.
        tags: It shows tags of diagnostics.
        keeps_data: It hands ``Diagnostic.data`` back.
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

    def has(path: str) -> bool:
        return bool(get_capability(capabilities, path))

    def lists(path: str, wanted: str) -> bool:
        return wanted in (get_capability(capabilities, path) or ())

    published = "text_document.publish_diagnostics"
    pulled = "text_document.diagnostic"
    pulls = get_capability(capabilities, pulled) is not None

    def shows(what: str) -> bool:
        """A pulling editor says what it shows of diagnostics under either capability."""
        return has(f"{published}.{what}") or (pulls and has(f"{pulled}.{what}"))

    return Client(
        pulls=pulls,
        refreshes_diagnostics=has("workspace.diagnostics.refresh_support"),
        refreshes_lenses=has("workspace.code_lens.refresh_support"),
        versioned_edits=has("workspace.workspace_edit.document_changes"),
        creates_files=lists(
            "workspace.workspace_edit.resource_operations", types.ResourceOperationKind.Create
        ),
        annotates=get_capability(capabilities, "workspace.workspace_edit.change_annotation_support")
        is not None,
        resolves_actions=lists("text_document.code_action.resolve_support.properties", "edit"),
        literal_actions=get_capability(capabilities, "text_document.code_action.code_action_literal_support")
        is not None,
        prefers=has("text_document.code_action.is_preferred_support"),
        disables_actions=has("text_document.code_action.disabled_support"),
        markdown=lists("text_document.hover.content_format", types.MarkupKind.Markdown),
        markdown_completion=lists(
            "text_document.completion.completion_item.documentation_format", types.MarkupKind.Markdown
        ),
        hierarchical_symbols=has("text_document.document_symbol.hierarchical_document_symbol_support"),
        links=has("text_document.definition.link_support"),
        configures=has("workspace.configuration"),
        registers_configuration=has("workspace.did_change_configuration.dynamic_registration"),
        registers_watching=has("workspace.did_change_watched_files.dynamic_registration"),
        progress=has("window.work_done_progress"),
        asks=get_capability(capabilities, "window.show_message.message_action_item") is not None,
        applies_edits=has("workspace.apply_edit"),
        describes_codes=shows("code_description_support"),
        relates=shows("related_information"),
        tags=shows("tag_support"),
        keeps_data=shows("data_support"),
    )
