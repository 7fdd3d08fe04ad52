// Decisions about spellings; the server writes them to termbase.toml.
import * as vscode from 'vscode';
import { Command, type Concept } from '../protocol';
import type { Session } from '../server/session';

/** Where a decision holds and about which concept it is. */
export interface Case {
    readonly root: string;
    readonly concept: Concept;
}

/** `form` is to be written; each competing form is deprecated. */
export async function prefer(session: Session, { root, concept }: Case, form: string): Promise<void> {
    for (const over of competitors(concept, form)) {
        await session.execute(Command.prefer, { uri: root, form, over });
    }
}

/** `form` is to be written; each competing form is right as well. */
export async function preferAndAdmit(session: Session, { root, concept }: Case, form: string): Promise<void> {
    for (const other of competitors(concept, form)) {
        await session.execute(Command.admit, { uri: root, preferred: form, form: other });
    }
}

/** `form` is right as well as the preferred form, which the user names where none is settled. */
export async function admit(session: Session, { root, concept }: Case, form: string): Promise<void> {
    const preferred = concept.preferred || (await pick(concept, form, vscode.l10n.t('Which form is the preferred one?')));
    if (preferred !== undefined) {
        await session.execute(Command.admit, { uri: root, preferred, form });
    }
}

/** `form` names something else than the preferred form or the one that the user names. */
export async function never(session: Session, { root, concept }: Case, form: string): Promise<void> {
    const other = concept.preferred || (await pick(concept, form, vscode.l10n.t('Which form is another name than “{0}”?', form)));
    if (other !== undefined) {
        await session.execute(Command.never, { uri: root, form: other, other: form });
    }
}

/** All forms of an undecided concept name different things. */
export async function different(session: Session, { root, concept }: Case): Promise<void> {
    const forms = concept.spellings.map((spelling) => spelling.form);
    for (const [index, form] of forms.entries()) {
        for (const other of forms.slice(index + 1)) {
            await session.execute(Command.never, { uri: root, form, other });
        }
    }
}

function competitors(concept: Concept, form: string): string[] {
    const rivals = concept.spellings.filter(({ status }) => status === 'preferred' || status === 'undecided');
    return rivals.map((spelling) => spelling.form).filter((rival) => rival !== form);
}

async function pick(concept: Concept, form: string, placeHolder: string): Promise<string | undefined> {
    const others = concept.spellings.map((spelling) => spelling.form).filter((other) => other !== form);
    return others.length === 1 ? others[0] : vscode.window.showQuickPick(others, { placeHolder });
}
