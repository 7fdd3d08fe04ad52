import * as vscode from 'vscode';
import { Command, type Checked } from '../protocol';
import type { Session } from '../server/session';
import { chooseFolder } from '../workspace';

/** Checks all drafts of a folder and shows the findings. */
export async function checkWorkspace(session: Session): Promise<void> {
    const folder = await chooseFolder();
    if (folder === undefined) {
        return;
    }
    const { files, findings } = await session.execute<Checked>(Command.checkWorkspace, { root: folder.uri.toString() });
    if (findings > 0) {
        await vscode.commands.executeCommand('workbench.actions.view.problems');
    } else {
        const message = vscode.l10n.t('No findings in {0} files.', Object.keys(files).length);
        void vscode.window.showInformationMessage(message);
    }
}
