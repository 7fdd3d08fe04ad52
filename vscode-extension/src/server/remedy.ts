// The message for a missing server, with a button that helps.
import * as vscode from 'vscode';

export type Remedy = 'missing' | 'wrong-path' | 'failed' | 'install-failed';

/** What the remedies need: a log, and a way to install a server. */
export interface Patient {
    readonly log: vscode.LogOutputChannel;
    install(): Promise<void>;
}

/** Shows one message and runs the action of its button. */
export async function offerRemedy(remedy: Remedy, error: unknown, patient: Patient): Promise<void> {
    const reason = error instanceof Error ? error.message : '';
    if (reason !== '') {
        patient.log.error(reason);
    }
    const buttons = actions(patient)[remedy];
    const chosen = await vscode.window.showErrorMessage(message(remedy, reason), ...buttons.keys());
    await buttons.get(chosen ?? '')?.();
}

function message(remedy: Remedy, reason: string): string {
    switch (remedy) {
        case 'missing':
            return vscode.l10n.t(
                "Canonym cannot check names yet: its language server, the program 'canonym', is neither in the active Python environment nor on PATH.",
            );
        case 'wrong-path':
            return reason;
        case 'failed':
            return vscode.l10n.t(
                'The Canonym language server did not start, or died again and again. It needs canonym[server]; the log says more.',
            );
        case 'install-failed':
            return vscode.l10n.t('The Canonym language server could not be installed: {0}', reason);
    }
}

function actions(patient: Patient): Record<Remedy, Map<string, () => unknown>> {
    const installIt: [string, () => unknown] = [vscode.l10n.t('Install Server…'), () => patient.install()];
    const showLog: [string, () => unknown] = [vscode.l10n.t('Show Log'), () => patient.log.show()];
    const setPath: [string, () => unknown] = [
        vscode.l10n.t('Open Setting'),
        () => vscode.commands.executeCommand('canonym.action.openServerPath'),
    ];
    return {
        missing: new Map([installIt, setPath]),
        'wrong-path': new Map([setPath]),
        failed: new Map([showLog, installIt]),
        'install-failed': new Map([showLog, setPath]),
    };
}
