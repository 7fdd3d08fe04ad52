import * as vscode from 'vscode';
import { Command, type Kind } from '../protocol';
import type { Session } from '../server/session';
import { kindIcon, kindLabels } from '../views/icons';
import { selectedText } from '../workspace';

/** Adds the selection to termbase.toml as a name. */
export async function addName(session: Session): Promise<void> {
    const { editor, text } = selectedText();
    await addForm(session, editor.document.uri.toString(), text);
}

/** Adds a form to the termbase of a document's project, after asking what it names. */
export async function addForm(session: Session, document: string, form: string): Promise<void> {
    const title = vscode.l10n.t('Add “{0}” as a name', form);
    const choice = await vscode.window.showQuickPick(kinds(), { title, placeHolder: vscode.l10n.t('What does it name?') });
    if (choice !== undefined) {
        await session.execute(Command.addName, { uri: document, form, kind: choice.named });
    }
}

function kinds(): (vscode.QuickPickItem & { named: Kind })[] {
    const labels = Object.entries(kindLabels()) as [Kind, string][];
    return labels.map(([kind, label]) => ({ named: kind, label, iconPath: kindIcon(kind) }));
}
