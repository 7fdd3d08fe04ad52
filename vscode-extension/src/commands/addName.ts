import * as vscode from 'vscode';
import { Command, type Kind } from '../protocol';
import type { Session } from '../server/session';
import { kindIcon, kindLabels } from '../views/icons';
import { selectedText } from '../workspace';

/** Adds the selection to termbase.toml as a name, after asking what it names. */
export async function addName(session: Session): Promise<void> {
    const { editor, text } = selectedText();
    const title = vscode.l10n.t('Add “{0}” as a name', text);
    const choice = await vscode.window.showQuickPick(kinds(), { title, placeHolder: vscode.l10n.t('What does it name?') });
    if (choice !== undefined) {
        await session.execute(Command.addName, { uri: editor.document.uri.toString(), form: text, kind: choice.named });
    }
}

function kinds(): (vscode.QuickPickItem & { named: Kind })[] {
    const labels = Object.entries(kindLabels()) as [Kind, string][];
    return labels.map(([kind, label]) => ({ named: kind, label, iconPath: kindIcon(kind) }));
}
