import * as vscode from 'vscode';

/** Wraps a command so that what goes wrong is told in one message. */
export function guarded<A extends unknown[]>(run: (...args: A) => unknown): (...args: A) => Promise<void> {
    return async (...args) => {
        try {
            await run(...args);
        } catch (error) {
            void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
        }
    };
}
