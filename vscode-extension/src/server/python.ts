// The active interpreter of the Python extension (ms-python), if that extension is installed.
import * as vscode from 'vscode';

/** The part of the Python extension's interface that we use. */
interface PythonExtension {
    readonly environments: {
        getActiveEnvironmentPath(): { readonly path: string };
        resolveEnvironment(
            environment: { readonly path: string },
        ): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
        readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
    };
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
    const extension = vscode.extensions.getExtension<PythonExtension>('ms-python.python');
    const api = extension?.isActive === true ? extension.exports : await extension?.activate();
    return api?.environments === undefined ? undefined : api;
}

/** The path of the active Python interpreter. */
export async function activeInterpreter(log: vscode.LogOutputChannel): Promise<string | undefined> {
    try {
        const environments = (await pythonExtension())?.environments;
        const resolved = await environments?.resolveEnvironment(environments.getActiveEnvironmentPath());
        return resolved?.executable.uri?.fsPath;
    } catch (error) {
        // A failure of the other extension must not stop our search in other places.
        log.warn(String(error));
        return undefined;
    }
}

/** Calls back whenever another interpreter becomes active. */
export async function onInterpreterChange(listener: () => void): Promise<vscode.Disposable | undefined> {
    return (await pythonExtension())?.environments.onDidChangeActiveEnvironmentPath(listener);
}
