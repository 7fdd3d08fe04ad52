// The interpreter that the Python extension (ms-python) has made active, when that extension is there.
import * as vscode from 'vscode';

/** The part of the Python extension's interface that is used here. */
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
        // Another extension's failure leaves the other places to look in.
        log.warn(String(error));
        return undefined;
    }
}

/** Calls back whenever another interpreter becomes the active one. */
export async function onInterpreterChange(listener: () => void): Promise<vscode.Disposable | undefined> {
    return (await pythonExtension())?.environments.onDidChangeActiveEnvironmentPath(listener);
}
