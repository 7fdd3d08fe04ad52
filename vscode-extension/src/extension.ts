// Finds, starts and shows the language server. Only the server judges drafts.
import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { onInterpreterChange } from './server/python';
import { Session } from './server/session';
import { publishLanguages } from './settings';
import { showStatus } from './status';
import { registerNames } from './views/names';
import { registerReview } from './views/review';

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
    const log = vscode.window.createOutputChannel('Canonym', { log: true });
    context.subscriptions.push(log);
    session = new Session(context, log);
    show(context, session);
    void session.restart();
}

/** Waits until the server has ended. */
export async function deactivate(): Promise<void> {
    await session?.dispose();
}

function show(context: vscode.ExtensionContext, session: Session): void {
    publishLanguages(context.extension);
    showStatus(context, session);
    registerNames(context, session);
    registerReview(context, session);
    registerCommands(context, session);
    restartWhenNeeded(context, session);
}

/** Searches for the server again when something changed that decides about it. */
function restartWhenNeeded(context: vscode.ExtensionContext, session: Session): void {
    context.subscriptions.push(
        vscode.workspace.onDidChangeConfiguration((change) => {
            if (change.affectsConfiguration('canonym.languages')) {
                publishLanguages(context.extension);
            }
            if (['canonym.languages', 'canonym.server'].some((name) => change.affectsConfiguration(name))) {
                void session.restart();
            }
        }),
        vscode.workspace.onDidGrantWorkspaceTrust(() => session.restart()),
    );
    void onInterpreterChange(() => session.relocate()).then((listening) => listening && context.subscriptions.push(listening));
}
