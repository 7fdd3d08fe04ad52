import * as vscode from 'vscode';

const REMOTE = 'workbench.action.openRemoteSettings';

/** Shows the setting of the server's path. It belongs to the computer that runs the extension. */
export async function openServerPath(): Promise<void> {
    const commands = await vscode.commands.getCommands(true);
    const open = commands.includes(REMOTE) ? REMOTE : 'workbench.action.openSettings2';
    await vscode.commands.executeCommand(open, { query: 'canonym.server.path' });
}
