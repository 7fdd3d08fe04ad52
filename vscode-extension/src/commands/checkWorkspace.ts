import * as vscode from 'vscode';
import { Command } from '../protocol';
import type { Session } from '../server/session';
import { chooseFolder } from '../workspace';

/** Checks all drafts of a folder and shows the findings. */
export async function checkWorkspace(session: Session): Promise<void> {
    const folder = await chooseFolder();
    if (folder !== undefined) {
        await session.execute(Command.checkWorkspace, { root: folder.uri.toString() });
        await vscode.commands.executeCommand('workbench.actions.view.problems');
    }
}
