// The folders of the workspace that commands work on.
import * as vscode from 'vscode';

/** The folders of the workspace; throws if there is none. */
export function openFolders(): readonly vscode.WorkspaceFolder[] {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) {
        throw new Error(vscode.l10n.t('Open a folder first: a termbase belongs to a folder.'));
    }
    return folders;
}

/** The folder of the active editor, else the only one, else the one that the user picks. */
export async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
    const folders = openFolders();
    const active = vscode.window.activeTextEditor?.document.uri;
    const current = active && vscode.workspace.getWorkspaceFolder(active);
    return current ?? (folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick());
}

/** Some document in a folder, for requests that need a document to know the root. */
export function documentIn(folder: string): string {
    return vscode.Uri.joinPath(vscode.Uri.parse(folder), 'termbase.toml').toString();
}

/** The selected text of the active editor, else the word under the cursor. */
export function selectedText(): { readonly editor: vscode.TextEditor; readonly text: string } {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
        throw new Error(vscode.l10n.t('Open a draft and select a name first.'));
    }
    const { document, selection } = editor;
    const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’\-]*/u;
    const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, word) : selection;
    const text = range === undefined ? '' : document.getText(range).trim();
    if (text === '') {
        throw new Error(vscode.l10n.t('Select a name first.'));
    }
    return { editor, text };
}
