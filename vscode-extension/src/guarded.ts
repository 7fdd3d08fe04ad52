import * as vscode from 'vscode';

/** The code with which a server answers a request that the user cancelled (LSP `RequestCancelled`). */
const CANCELLED = -32800;

/** Wraps a command so that what goes wrong is told in one message; what the user cancelled is not told. */
export function guarded<A extends unknown[]>(run: (...args: A) => unknown): (...args: A) => Promise<void> {
    return async (...args) => {
        try {
            await run(...args);
        } catch (error) {
            if (!isCancelled(error)) {
                void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
            }
        }
    };
}

function isCancelled(error: unknown): boolean {
    return error instanceof vscode.CancellationError || (error as { code?: unknown } | undefined)?.code === CANCELLED;
}
