// The settings of the extension itself. The server asks for its own.
import * as vscode from 'vscode';

interface Filter {
    readonly language?: string;
    readonly scheme: string;
    readonly pattern?: string;
}

/** Our own files. The server understands them whatever language the editor gives them. */
const OWN_FILES: Filter = { scheme: 'file', pattern: '**/{canonym,termbase}.toml' };

const ON_LANGUAGE = 'onLanguage:';

/** The languages whose documents are checked: those that activate the extension, and those of the setting. */
export function languages(extension: vscode.Extension<unknown>): string[] {
    const { activationEvents } = extension.packageJSON as { activationEvents: readonly string[] };
    const built = activationEvents.filter((event) => event.startsWith(ON_LANGUAGE)).map((event) => event.slice(ON_LANGUAGE.length));
    const further = vscode.workspace.getConfiguration('canonym').get<string[]>('languages', []);
    return [...new Set([...built, ...further])];
}

/** The documents that the server gets. */
export function documentSelector(extension: vscode.Extension<unknown>): Filter[] {
    const prose = languages(extension).flatMap((language) => [
        { language, scheme: 'file' },
        { language, scheme: 'untitled' },
    ]);
    return [...prose, OWN_FILES];
}

/** Updates the context key by which menus know the checked documents. */
export function publishLanguages(extension: vscode.Extension<unknown>): void {
    void vscode.commands.executeCommand('setContext', 'canonym.languages', languages(extension));
}
