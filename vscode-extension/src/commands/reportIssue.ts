import * as vscode from 'vscode';
import type { Session } from '../server/session';

/** Opens a report to fill in, with the relevant versions and no text of any draft. */
export async function reportIssue(context: vscode.ExtensionContext, session: Session): Promise<void> {
    const manifest = context.extension.packageJSON as { version: string };
    const versions = [
        `Canonym for VS Code ${manifest.version}`,
        session.serverVersion ?? vscode.l10n.t('no server'),
        `VS Code ${vscode.version} (${vscode.env.appName}, ${vscode.env.appHost}, ${vscode.env.remoteName ?? 'local'})`,
        `${process.platform} ${process.arch}`,
        vscode.l10n.t('server found by: {0}; state: {1}', session.program?.source ?? '-', session.state),
    ];
    const body = [
        `## ${vscode.l10n.t('What happened')}`, '', '',
        `## ${vscode.l10n.t('What should have happened')}`, '', '',
        `## ${vscode.l10n.t('A sentence that shows it')}`, '', '',
        `## ${vscode.l10n.t('Versions')}`, '', ...versions.map((line) => `- ${line}`), '',
    ];
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: body.join('\n') });
    await vscode.window.showTextDocument(document);
}
