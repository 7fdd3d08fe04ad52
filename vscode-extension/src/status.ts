// The state of the server and of the termbase, in the status bar and among the language's status items.
import * as vscode from 'vscode';
import type { Status } from './protocol';
import type { Session } from './server/session';
import { documentSelector } from './settings';

interface Look {
    readonly text: string;
    readonly detail: string;
    readonly command: vscode.Command;
    readonly severity: vscode.LanguageStatusSeverity;
    readonly busy?: boolean;
}

export function showStatus(context: vscode.ExtensionContext, session: Session): void {
    const bar = vscode.window.createStatusBarItem('canonym.status', vscode.StatusBarAlignment.Right, 100);
    bar.name = 'Canonym';
    const item = vscode.languages.createLanguageStatusItem('canonym.status', documentSelector());
    item.name = 'Canonym';
    const show = (): void => {
        apply(look(session), bar, item);
        publish(session);
    };
    context.subscriptions.push(bar, item, session.onChange(show));
    show();
    bar.show();
}

function apply(now: Look, bar: vscode.StatusBarItem, item: vscode.LanguageStatusItem): void {
    bar.text = now.text;
    bar.tooltip = now.detail;
    bar.command = now.command;
    bar.accessibilityInformation = { label: `Canonym: ${now.detail}` };
    const failed = now.severity === vscode.LanguageStatusSeverity.Error;
    bar.backgroundColor = failed ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.text = now.detail;
    item.severity = now.severity;
    item.busy = now.busy === true;
    item.command = now.command;
}

/** Sets the context keys by which menus and welcome texts know the state. */
function publish(session: Session): void {
    void vscode.commands.executeCommand('setContext', 'canonym.state', session.state);
    void vscode.commands.executeCommand('setContext', 'canonym.learned', session.status?.learned === true);
}

function look(session: Session): Look {
    const status = session.status;
    const { Information, Warning, Error } = vscode.LanguageStatusSeverity;
    switch (session.state) {
        case 'starting':
            return { ...working(), severity: Information, busy: true };
        case 'missing':
            return { ...trouble(vscode.l10n.t('No language server was found')), command: restart(), severity: Error };
        case 'failed':
        case 'stopped':
            return { ...trouble(vscode.l10n.t('The language server does not run')), command: restart(), severity: Error };
        case 'running':
    }
    if (status === undefined) {
        return { ...working(), severity: Information, busy: true };
    }
    if (status.problem !== '') {
        return { ...trouble(status.problem), command: openTermbase(), severity: Warning };
    }
    return status.learned ? { ...termbase(status), severity: Information } : { ...untaught(), severity: Information };
}

function working() {
    return { text: '$(sync~spin) Canonym', detail: vscode.l10n.t('Starting the language server…'), command: showLog() };
}

function trouble(detail: string) {
    return { text: '$(warning) Canonym', detail };
}

function untaught() {
    return {
        text: '$(tag) ' + vscode.l10n.t('Canonym: no termbase'),
        detail: vscode.l10n.t('No termbase yet; learn one from published articles'),
        command: { title: vscode.l10n.t('Learn'), command: 'canonym.action.learn' },
    };
}

function termbase(status: Status) {
    const findings = status.findings;
    const names = vscode.l10n.t('{0} names, {1} undecided', status.names, status.undecided);
    return {
        text: `$(tag) ${findings}`,
        detail: findings === 1 ? vscode.l10n.t('1 finding; {0}', names) : vscode.l10n.t('{0} findings; {1}', findings, names),
        command: { title: vscode.l10n.t('Show Names'), command: 'canonym.names.focus' },
    };
}

function restart(): vscode.Command {
    return { title: vscode.l10n.t('Restart'), command: 'canonym.action.restart' };
}

function showLog(): vscode.Command {
    return { title: vscode.l10n.t('Show Log'), command: 'canonym.action.showLog' };
}

function openTermbase(): vscode.Command {
    return { title: vscode.l10n.t('Open Termbase'), command: 'canonym.action.openTermbase' };
}
