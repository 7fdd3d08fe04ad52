// The commands of the palette and the menus.
import * as vscode from 'vscode';
import { guarded } from '../guarded';
import type { Session } from '../server/session';
import { addName } from './addName';
import { checkWorkspace } from './checkWorkspace';
import { explain, registerExplanations } from './explain';
import { learn } from './learn';
import { openServerPath } from './openServerPath';
import { openTermbase } from './openTermbase';
import { reportIssue } from './reportIssue';

export function registerCommands(context: vscode.ExtensionContext, session: Session): void {
    const commands: Record<string, (...args: never[]) => unknown> = {
        'canonym.action.learn': () => learn(session),
        'canonym.action.checkWorkspace': () => checkWorkspace(session),
        'canonym.action.fixAll': fixAll,
        'canonym.action.openTermbase': () => openTermbase(session),
        'canonym.action.addName': () => addName(session),
        'canonym.action.explain': () => explain(session),
        'canonym.action.restart': () => session.restart(),
        'canonym.action.installServer': () => session.install(),
        'canonym.action.showLog': () => session.log.show(),
        'canonym.action.reportIssue': () => reportIssue(context, session),
        'canonym.action.openWalkthrough': () => openWalkthrough(context),
        'canonym.action.openServerPath': openServerPath,
    };
    for (const [id, run] of Object.entries(commands)) {
        context.subscriptions.push(vscode.commands.registerCommand(id, guarded(run)));
    }
    registerExplanations(context);
}

function fixAll(): Thenable<unknown> {
    return vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.canonym', apply: 'first' });
}

function openWalkthrough(context: vscode.ExtensionContext): Thenable<unknown> {
    return vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false);
}
