import * as vscode from 'vscode';
import { Command, type Learned } from '../protocol';
import type { Session } from '../server/session';
import { chooseFolder } from '../workspace';

/** Learns the termbase of a folder from its corpus while the server shows progress, and shows the result. */
export async function learn(session: Session): Promise<void> {
    if (!vscode.workspace.isTrusted) {
        return waitForTrust();
    }
    const folder = await chooseFolder();
    if (folder !== undefined) {
        void tell(await session.execute<Learned>(Command.learn, { root: folder.uri.toString() }));
    }
}

async function tell({ articles, names, undecided }: Learned): Promise<void> {
    const show = vscode.l10n.t('Show Names');
    const review = vscode.l10n.t('Compare Side by Side');
    const message = vscode.l10n.t('Learned {0} names from {1} articles. Undecided: {2}.', names, articles, undecided);
    const chosen = await vscode.window.showInformationMessage(message, show, ...(undecided > 0 ? [review] : []));
    if (chosen !== undefined) {
        await vscode.commands.executeCommand(chosen === show ? 'canonym.names.focus' : 'canonym.review.open');
    }
}

/** The status bar, the walkthrough and links run commands even where menus hide them. */
async function waitForTrust(): Promise<void> {
    const manage = vscode.l10n.t('Manage Workspace Trust');
    const message = vscode.l10n.t('Nothing is learned in Restricted Mode: the settings of a folder say which files are read and written.');
    if ((await vscode.window.showInformationMessage(message, manage)) === manage) {
        await vscode.commands.executeCommand('workbench.trust.manage');
    }
}
