"""Commands that write a decision to the termbase or to the settings."""

from functools import partial
from pathlib import Path
from typing import Protocol

from canonym.checking.check_settings import Ignore
from canonym.lsp.commands import arguments as takes
from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.commands.language_of_draft import language_of_draft
from canonym.lsp.documents.uris import path_of
from canonym.lsp.session.session import Session
from canonym.project.files.links_outside import resolve
from canonym.project.project import Project
from canonym.project.settings_file import OWN_FILE, SettingsFile
from canonym.project.writing.write_decisions import edit_termbase, with_ignore
from canonym.project.writing.write_decisions import ignore_in_project as write_ignore
from canonym.termbase import authored
from canonym.termbase.concept import Kind
from canonym.termbase.edits.decision_language import DecisionLanguage
from canonym.termbase.errors import TermbaseError
from canonym.text.printable import printable

DEFAULT_REASON = "accepted as it stands"
"""The reason of an ignore entry if the editor gives none."""

_YES = "Write"
_NO = "Cancel"


async def add_name(context: CommandContext, given: takes.AddName) -> bool:
    """Add a name. Like all these commands, it answers whether anything changed."""
    if given.kind not in list(Kind):
        raise TermbaseError("kind", 0, "", f"{given.kind!r} is none of {', '.join(Kind)}")
    return await _decide(context, given, partial(_with_own_name, form=given.form, kind=Kind(given.kind)))


async def admit(context: CommandContext, given: takes.Admit) -> bool:
    """Admit a form."""
    return await _decide(context, given, partial(authored.admit, preferred=given.preferred, form=given.form))


async def prefer(context: CommandContext, given: takes.Prefer) -> bool:
    """Prefer a form."""
    return await _decide(context, given, partial(authored.prefer, form=given.form, over=given.over))


async def never(context: CommandContext, given: takes.Never) -> bool:
    """Keep two names apart."""
    return await _decide(context, given, partial(authored.never, form=given.form, other=given.other))


async def ignore_in_project(context: CommandContext, given: takes.IgnoreInProject) -> bool:
    """Add an ignore entry to the settings."""
    if not await _is_confirmed(context.session, given.confirm):
        return False
    project = await _project(context.session, given.uri)
    entry = Ignore(given.text, given.rule, given.path, given.reason or DEFAULT_REASON)
    path, table = (project.file.path, project.file.table) if project.file else (project.root / OWN_FILE, ())
    within = _within(context.session, path)
    changed = await context.own_edits.edit(
        path,
        lambda text: with_ignore(SettingsFile(path, text, table), entry),
        partial(write_ignore, project.file, project.root, entry, within=within),
    )
    await context.session.roots.reload_around(path)
    return changed


_Decision = takes.AddName | takes.Admit | takes.Prefer | takes.Never


async def _is_confirmed(session: Session, question: str) -> bool:
    """Ask a question if there is one and the editor can ask; return whether to continue."""
    if not question or not session.can.asks:
        return True
    return await session.editor.ask(f"Canonym: {printable(question)}", (_YES, _NO)) == _YES


class _Edit(Protocol):
    """An edit of the text of a termbase, in the language of a draft."""

    def __call__(self, text: str, *, language: DecisionLanguage) -> str: ...


async def _decide(context: CommandContext, given: _Decision, edit: _Edit) -> bool:
    """Edit the termbase: in the editor if it is open there, so that no change is lost, else on disk."""
    if not await _is_confirmed(context.session, given.confirm):
        return False
    project = await _project(context.session, given.uri)
    language = project.decision_language(given.language or await language_of_draft(context, given.uri))
    path, spoken = project.authored, partial(edit, language=language)
    on_disk = partial(edit_termbase, path, spoken, within=_within(context.session, path))
    changed = await context.own_edits.edit(path, spoken, on_disk)
    await context.session.roots.reload_around(path)
    return changed


def _within(session: Session, path: Path) -> tuple[Path, ...]:
    """Return the folders that may be written; refuse a file outside of them, even an open one."""
    within = session.writable()
    resolve(path, within)
    return within


def _with_own_name(text: str, form: str, kind: Kind, *, language: DecisionLanguage) -> str:
    """Add ``form`` as a name. If another name deprecates it, that entry changes."""
    wrong = authored.deprecating(text, form, language=language)
    if wrong:
        text = authored.never(text, wrong, form, language=language)
    return authored.add_name(text, form, kind, language=language)


async def _project(session: Session, uri: str) -> Project:
    path: Path | None = path_of(uri)
    return (await session.roots.of(path).knowledge()).project
