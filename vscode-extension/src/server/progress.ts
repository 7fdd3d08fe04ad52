// Shows work of the server that can be cancelled as a notification with a cancel button.
import * as vscode from 'vscode';
import type {
    HandleWorkDoneProgressSignature,
    ProgressToken,
    WorkDoneProgressBegin,
    WorkDoneProgressEnd,
    WorkDoneProgressReport,
} from 'vscode-languageclient/node';

type Params = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
interface Shown {
    report(params: WorkDoneProgressBegin | WorkDoneProgressReport): void;
    end(): void;
}

/**
 * Returns the middleware; `cancel` tells the server that the work of a token is no longer wanted.
 * Work that cannot be cancelled is left to the client, which shows it in the status bar.
 */
export function progressMiddleware(cancel: (token: ProgressToken) => void) {
    const shown = new Map<ProgressToken, Shown>();
    return (token: ProgressToken, params: Params, next: HandleWorkDoneProgressSignature): void => {
        if (params.kind === 'begin' && params.cancellable === true) {
            shown.set(token, notification(params, () => cancel(token)));
        } else if (params.kind === 'report' && shown.has(token)) {
            shown.get(token)?.report(params);
        } else {
            if (params.kind === 'end') {
                shown.get(token)?.end();
                shown.delete(token);
            }
            next(token, params);
        }
    };
}

/** Shorter work is not shown: nobody can read or cancel what only flashes. */
const SHOWN_AFTER_MS = 300;

function notification(begin: WorkDoneProgressBegin, cancel: () => void): Shown {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    let progress: vscode.Progress<{ message?: string; increment?: number }> | undefined;
    let latest: WorkDoneProgressBegin | WorkDoneProgressReport = begin;
    let percentage = 0;
    const report = (params: WorkDoneProgressBegin | WorkDoneProgressReport): void => {
        latest = params;
        if (progress !== undefined) {
            const increment = params.percentage === undefined ? 0 : Math.max(0, params.percentage - percentage);
            percentage += increment;
            progress.report({ increment, ...(params.message === undefined ? {} : { message: params.message }) });
        }
    };
    const options = { location: vscode.ProgressLocation.Notification, title: begin.title, cancellable: true };
    const show = (): void => {
        void vscode.window.withProgress(options, (given, token) => {
            progress = given;
            report(latest);
            token.onCancellationRequested(cancel);
            return ended;
        });
    };
    const waiting = setTimeout(show, SHOWN_AFTER_MS);
    void ended.then(() => clearTimeout(waiting));
    return { report, end };
}
