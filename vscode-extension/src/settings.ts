// The settings that the extension itself reads; all others belong to the server, which asks for them.
import * as vscode from 'vscode';

interface Filter {
    readonly language?: string;
    readonly scheme: string;
    readonly pattern?: string;
}

/** Our own files, which the server understands whatever language they are given. */
const OWN_FILES: Filter = { scheme: 'file', pattern: '**/{canonym,termbase}.toml' };

/** The languages whose documents are checked. */
export function languages(): string[] {
    return vscode.workspace.getConfiguration('canonym').get('languages', []);
}

/** Which documents the server is told of. */
export function documentSelector(): Filter[] {
    const prose = languages().flatMap((language) => [
        { language, scheme: 'file' },
        { language, scheme: 'untitled' },
    ]);
    return [...prose, OWN_FILES];
}

/** Keeps the context key by which menus know the documents that are checked. */
export function publishLanguages(): void {
    void vscode.commands.executeCommand('setContext', 'canonym.languages', languages());
}

/**
 * What somebody has set, as the server takes it: a setting that nobody touched must not hide the
 * one of the project's own file, so defaults are left out.
 */
export function chosen(resource: vscode.Uri | undefined): Record<string, unknown> {
    const configuration = vscode.workspace.getConfiguration('canonym', resource ?? null);
    const set: Record<string, unknown> = {};
    for (const name of Object.keys(configuration)) {
        const at = configuration.inspect(name);
        if ([at?.globalValue, at?.workspaceValue, at?.workspaceFolderValue].some((value) => value !== undefined)) {
            set[name] = configuration.get(name);
        }
    }
    return set;
}
