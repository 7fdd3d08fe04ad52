"""``textDocument/rename``: another form for a name, in all drafts and in the termbase."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from canonym.checking.finding import Edit
from canonym.checking.fixes.write_replacement import written
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.client_mistakes import InvalidParams
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.edits import Annotation, Changes
from canonym.lsp.fixes.replace_in_workspace import tell_refused
from canonym.lsp.names.at_position import Name, Pointed, name_at
from canonym.lsp.names.rename_shape import in_shape_of, renamed_part
from canonym.lsp.names.renamed_mentions import parted, unsilenced
from canonym.lsp.names.workspace_mentions import mentions_in_workspace
from canonym.lsp.own_files.termbase_edits import TermbaseText, smallest_edit
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.project.files.links_outside import resolve
from canonym.project.writing.write_decisions import edit_termbase
from canonym.termbase import authored
from canonym.termbase.concept import Concept
from canonym.termbase.errors import TermbaseError
from canonym.termbase.language_tags import primary

_QUOTED = Annotation("Quotations", "Change what is quoted as well")

METHOD = types.TEXT_DOCUMENT_RENAME


async def handle(
    session: Session, checks: DraftChecks, params: types.RenameParams
) -> types.WorkspaceEdit | None:
    """Return the edits of all drafts that mention the name, and of the termbase if the setting says so.

    Mentions in other languages stay, and those that ``[sic]`` or a suppression spares. An editor asks about
    those in quotations; where it cannot ask, they stay. The mention at the caret always changes.
    """
    new = " ".join(params.new_name.split())
    if not new:
        raise InvalidParams("the new name is empty")
    name = await name_at(checks, session.workers, params.text_document.uri, params.position)
    if name is None:
        raise InvalidParams("there is no known name here")
    changes, spoken = Changes(session.can), name.analysis.index_at(name.span.start).language
    root = session.roots.of(name.analysis.snapshot.path)
    async for one, mentions in mentions_in_workspace(session, checks, root, name.concept, articles=False):
        if one.snapshot.version is None and not session.may_write(one.snapshot.path):
            continue
        own = [
            mention
            for mention in mentions
            if primary(one.index_at(mention.span.start).language) == primary(spoken)
        ]
        is_here = one.snapshot.uri == name.analysis.snapshot.uri
        spared = unsilenced(one, own)
        own = [mention for mention in own if mention in spared or (is_here and mention.span == name.span)]
        done = written(one.document, _edits(own, name.concept, new))
        tell_refused(session, one, done)
        free, quoted = parted(one, done.edits, name.span.start if is_here else -1)
        changes.add(one.snapshot, free)
        if quoted and changes.can_ask:
            changes.add(one.snapshot, quoted, _QUOTED)
    if (await session.settings.of(name.analysis.snapshot.uri)).rename_termbase:
        await _rename_in_termbase(session, root, changes, name, new)
    return changes.workspace_edit()


def _edits(mentions: Iterable[Pointed], concept: Concept, new: str) -> Iterator[Edit]:
    for mention in mentions:
        meant = mention.text
        if mention.finding is not None and mention.finding.suggestions:
            meant = mention.finding.suggestions[0]
        renamed = renamed_part(meant, concept, new)
        text = in_shape_of(mention.text, renamed) if renamed else mention.text
        if text != mention.text:
            yield Edit(mention.span, text)


async def _rename_in_termbase(session: Session, root: Root, changes: Changes, name: Name, new: str) -> None:
    """Prefer the new form in the termbase. If it cannot be edited, it stays unchanged, with a message."""
    project = (await root.knowledge()).project
    held = TermbaseText(session.documents, project)
    language = project.decision_language(name.analysis.document.language_at(name.span.start).tag)

    def edit(text: str) -> str:
        former = name.concept.terms[0].form
        return authored.prefer(text, new, former, name.concept.kind, language=language)

    try:
        resolve(held.path, session.writable())
        text = edit(held.text)
        if text == held.text:
            return
        annotation = Annotation("Termbase", f"Prefer {new} from now on")
        if held.snapshot is not None:
            changes.add(held.snapshot, [smallest_edit(held.text, text)], annotation)
        elif not changes.create(uri_of(held.path), text, annotation):
            await session.workers.later(edit_termbase, held.path, edit, within=session.writable())
            await root.reload()
    except (TermbaseError, OSError) as error:
        session.show(types.MessageType.Warning, f"the termbase does not follow: {error}")
