import * as vscode from 'vscode';

/** The error code of a request that the user cancelled (LSP `RequestCancelled`). */
const CANCELLED = -32800;

/** Wraps a command so that one message reports a failure. A cancellation is not reported. */
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
