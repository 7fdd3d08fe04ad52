// Decisions about the forms of a name. The server writes them to termbase.toml.
import * as vscode from 'vscode';
import { Command, type Concept, type UndecidedConcept } from '../protocol';
import type { Session } from '../server/session';
import { documentIn } from '../workspace';

/** A decision: its folder, its concept, and the form that it concerns. */
export interface Case {
    readonly root: string;
    readonly concept: Concept;
    readonly form: string;
    /** The competing form; needed unless the concept is undecided. */
    readonly rival?: string;
    /** The preferred form of the name that gets the decision, if one is settled. */
    readonly name?: string;
}

/** Prefer the form and deprecate each competing one. */
export async function prefer(session: Session, decision: Case): Promise<void> {
    const { root, form } = decision;
    for (const over of await rivals(session, decision)) {
        await session.execute(Command.prefer, { uri: documentIn(root), form, over });
    }
}

/** Prefer the form and admit each competing one. */
export async function preferAndAdmit(session: Session, decision: Case): Promise<void> {
    const { root, form } = decision;
    for (const other of await rivals(session, decision)) {
        await session.execute(Command.admit, { uri: documentIn(root), preferred: form, form: other });
    }
}

/** Admit the form beside the preferred one. The user picks that one if none is settled. */
export async function admit(session: Session, decision: Case): Promise<void> {
    const { root, form } = decision;
    const question = vscode.l10n.t('Which form is the preferred one?');
    const preferred = await pick(await names(session, decision), question);
    if (preferred !== undefined) {
        await session.execute(Command.admit, { uri: documentIn(root), preferred, form });
    }
}

/** The form names something else than the preferred form, or than the form that the user picks. */
export async function never(session: Session, decision: Case): Promise<void> {
    const { root, form } = decision;
    const question = vscode.l10n.t('Which form is the name of something else than “{0}”?', form);
    const name = await pick(await names(session, decision), question);
    if (name !== undefined) {
        await session.execute(Command.never, { uri: documentIn(root), form: name, other: form });
    }
}

/** Each form names something else than the others. */
export async function different(session: Session, root: string, { forms }: UndecidedConcept): Promise<void> {
    for (const [index, { form }] of forms.entries()) {
        for (const other of forms.slice(index + 1)) {
            await session.execute(Command.never, { uri: documentIn(root), form, other: other.form });
        }
    }
}

/** The names to which the form may belong. */
async function names(session: Session, decision: Case): Promise<string[]> {
    return decision.name === undefined || decision.concept.undecided ? rivals(session, decision) : [decision.name];
}

/** The forms that compete with the form: its rival, or all other forms while nothing is decided. */
async function rivals(session: Session, { root, concept, form, rival }: Case): Promise<string[]> {
    if (!concept.undecided) {
        return rival === undefined ? [] : [rival];
    }
    const undecided = await session.execute<UndecidedConcept[]>(Command.undecided, { root });
    const forms = undecided.find(({ id }) => id === concept.id)?.forms ?? [];
    return forms.map((one) => one.form).filter((other) => other !== form);
}

async function pick(forms: readonly string[], placeHolder: string): Promise<string | undefined> {
    return forms.length <= 1 ? forms[0] : vscode.window.showQuickPick(forms, { placeHolder });
}
