// Restarts a server that ended by itself, but not for ever.
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node';

const MOST = 4;
const WITHIN_MS = 3 * 60_000;

/** Restarts a server that ran before and does not die too often; calls `gaveUp` when it stops trying. */
export class Crashes implements ErrorHandler {
    private readonly times: number[] = [];
    /** Whether the server ran at all. */
    ran = false;

    constructor(private readonly gaveUp: () => void) {}

    error(): { action: ErrorAction; handled: boolean } {
        return { action: ErrorAction.Continue, handled: true };
    }

    closed(): CloseHandlerResult {
        const now = Date.now();
        this.times.push(now);
        const recent = this.times.filter((time) => now - time < WITHIN_MS);
        if (this.ran && recent.length <= MOST) {
            return { action: CloseAction.Restart, handled: true };
        }
        this.gaveUp();
        return { action: CloseAction.DoNotRestart, handled: true };
    }
}
