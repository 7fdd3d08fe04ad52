import * as vscode from 'vscode';
import { Command, type Status } from '../protocol';
import type { Session } from '../server/session';
import { chooseFolder, documentIn } from '../workspace';

/** Opens the folder's termbase for decisions, or an unsaved new one. */
export async function openTermbase(session: Session): Promise<void> {
    const folder = await chooseFolder();
    if (folder === undefined) {
        return;
    }
    const { authored } = await session.execute<Status>(Command.status, { uri: documentIn(folder.uri.toString()) });
    const file = vscode.Uri.parse(authored);
    const exists = await vscode.workspace.fs.stat(file).then(() => true, () => false);
    const uri = exists ? file : file.with({ scheme: 'untitled' });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
