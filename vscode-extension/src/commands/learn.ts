import * as vscode from 'vscode';
import { Command, type Learned } from '../protocol';
import type { Session } from '../server/session';
import { chooseFolder } from '../workspace';

/** Learns the termbase of a folder from its corpus, while the server shows progress, and says the result. */
export async function learn(session: Session): Promise<void> {
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
