"""The language of the draft that a command is about."""

from pathlib import Path

from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.documents.uris import path_of


async def language_of_draft(context: CommandContext, uri: str) -> str:
    """Return the tag of the language of a draft, open or closed; empty if ``uri`` names none."""
    analysis = await context.checks.analysis(uri)
    path: Path | None = path_of(uri)
    if analysis is None and path is not None and path.is_file():
        root = context.session.roots.of(path)
        project = (await root.knowledge()).project
        if path not in {project.authored, *(source.path for source in project.sources)}:
            basis = await context.session.basis_of_root(root)
            analysis = await context.checks.closed_drafts.closed(path, basis)
    return "" if analysis is None else analysis.document.language.tag
