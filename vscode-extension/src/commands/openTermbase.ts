import * as vscode from 'vscode';
import { chooseFolder } from '../workspace';

/** Opens the folder's termbase.toml, or a new one that is not on disk until it is saved. */
export async function openTermbase(): Promise<void> {
    const folder = await chooseFolder();
    if (folder === undefined) {
        return;
    }
    const file = vscode.Uri.joinPath(folder.uri, 'termbase.toml');
    const exists = await vscode.workspace.fs.stat(file).then(() => true, () => false);
    const uri = exists ? file : file.with({ scheme: 'untitled' });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}
