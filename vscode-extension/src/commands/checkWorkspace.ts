import * as vscode from 'vscode';
import { Command, type Checked } from '../protocol';
import type { Session } from '../server/session';
import { openFolders } from '../workspace';

/** Checks all drafts of all folders and shows the findings. */
export async function checkWorkspace(session: Session): Promise<void> {
    let files = 0;
    let findings = 0;
    for (const { uri } of openFolders()) {
        const checked = await session.execute<Checked>(Command.checkWorkspace, { root: uri.toString() });
        files += Object.keys(checked.files).length;
        findings += checked.findings;
    }
    if (findings > 0) {
        await vscode.commands.executeCommand('workbench.actions.view.problems');
    } else {
        const message = files === 1 ? vscode.l10n.t('No findings in 1 file.') : vscode.l10n.t('No findings in {0} files.', files);
        void vscode.window.showInformationMessage(message);
    }
}
