// Puts the preferred form in the place of a wrong one in all drafts.
import * as vscode from 'vscode';
import type { Session } from '../server/session';
import { rangeOf, type SpellingNode } from './items';

/** Applies the server's own workspace-wide quick fix of the first mention. */
export async function fixSpelling(_session: Session, { spelling }: SpellingNode): Promise<void> {
    const first = spelling.mentions[0];
    if (first === undefined) {
        return;
    }
    const uri = vscode.Uri.parse(first.uri);
    await vscode.workspace.openTextDocument(uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider', uri, rangeOf(first), 'quickfix.canonym.workspace', 1,
    );
    const edit = actions[0]?.edit;
    if (edit !== undefined) {
        await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    }
}
