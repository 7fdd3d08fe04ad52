// The state of the server and of the termbase, in the status bar and among the status items of the language.
import * as vscode from 'vscode';
import type { Status } from './protocol';
import type { Session } from './server/session';
import { documentSelector } from './settings';

interface Look {
    readonly icon: string;
    readonly text: string;
    readonly detail: string;
    /** The detail for small space; the same as the other if left out. */
    readonly brief?: string;
    readonly command: vscode.Command;
    readonly severity: vscode.LanguageStatusSeverity;
}

export function showStatus(context: vscode.ExtensionContext, session: Session): void {
    const bar = vscode.window.createStatusBarItem('canonym.status', vscode.StatusBarAlignment.Right, 100);
    bar.name = 'Canonym';
    const item = vscode.languages.createLanguageStatusItem('canonym.status', documentSelector(context.extension));
    item.name = 'Canonym';
    const show = (): void => {
        const now = look(session);
        applyToBar(now, bar);
        applyToItem(now, item);
        publish(session);
    };
    context.subscriptions.push(
        bar,
        item,
        session.onChange(show),
        vscode.languages.onDidChangeDiagnostics(show),
        vscode.window.onDidChangeActiveTextEditor(show),
    );
    show();
    bar.show();
}

/** Sets the context keys by which menus and welcome texts know the state. */
function publish(session: Session): void {
    const learned = [...session.statuses.values()].some(({ state }) => state !== 'none');
    void vscode.commands.executeCommand('setContext', 'canonym.state', isLoading(session) ? 'loading' : session.state);
    void vscode.commands.executeCommand('setContext', 'canonym.learned', learned);
}

/** Whether the server runs but has not yet reported on every folder. Until then the views would only guess. */
function isLoading({ state, statuses }: Session): boolean {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const told = [...statuses.values()];
    return state === 'running' && folders.length > 0 && (told.length === 0 || told.some((status) => status.state === 'loading'));
}

function applyToBar(now: Look, bar: vscode.StatusBarItem): void {
    const failed = now.severity === vscode.LanguageStatusSeverity.Error;
    bar.text = `$(${now.icon}) ${now.text}`;
    bar.tooltip = now.detail;
    bar.command = now.command;
    bar.accessibilityInformation = { label: `Canonym: ${now.detail}` };
    bar.backgroundColor = failed ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
}

function applyToItem(now: Look, item: vscode.LanguageStatusItem): void {
    item.text = now.brief ?? now.detail;
    item.severity = now.severity;
    item.busy = now.icon === BUSY;
    item.command = now.command;
}

const BUSY = 'sync~spin';
const { Information, Warning, Error: Failure } = vscode.LanguageStatusSeverity;

function look(session: Session): Look {
    switch (session.state) {
        case 'starting':
            return busy(vscode.l10n.t('Starting the language server…'));
        case 'missing':
            return failed(vscode.l10n.t('No language server was found'));
        case 'failed':
        case 'stopped':
            return failed(vscode.l10n.t('The language server does not run'));
        case 'running':
            return termbase(currentStatus(session));
    }
}

/** The status of the root of the active editor, else of the first folder. */
function currentStatus(session: Session): Status | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    const [first] = vscode.workspace.workspaceFolders ?? [];
    return (active && statusOf(session, active)) ?? (first && statusOf(session, first.uri));
}

function statusOf(session: Session, uri: vscode.Uri): Status | undefined {
    const around = [...session.statuses.values()].filter(({ root }) => isWithin(uri, vscode.Uri.parse(root)));
    return around.sort((one, other) => other.root.length - one.root.length)[0];
}

function isWithin(uri: vscode.Uri, root: vscode.Uri): boolean {
    return uri.scheme === root.scheme && `${uri.path}/`.startsWith(`${root.path.replace(/\/$/, '')}/`);
}

function termbase(status: Status | undefined): Look {
    switch (status?.state) {
        case undefined:
        case 'loading':
            return busy(vscode.l10n.t('Loading the termbase…'));
        case 'stale':
            return stale(status);
        case 'none':
            return untaught();
        case 'ready':
            return ready(status);
    }
}

function ready({ concepts, undecided, articles, outdated, failed, unnamed }: Status): Look {
    const known = vscode.l10n.t('{0} names from {1} articles, {2} undecided', concepts, articles, undecided);
    const parts = [
        findings(),
        known,
        ...(outdated ? [vscode.l10n.t('the corpus has changed since')] : []),
        ...(unnamed.length > 0 ? [vscode.l10n.t('no names in {0}', unnamed.join(', '))] : []),
        ...(failed.length > 0 ? [vscode.l10n.t('not checked: {0}', failed.join('; '))] : []),
    ];
    return {
        icon: 'tag',
        text: `${vscode.window.activeTextEditor === undefined ? everywhere() : inActiveEditor()}`,
        detail: parts.join(' · '),
        brief: parts.slice(1).join(' · '),
        command: outdated ? learn() : { title: vscode.l10n.t('Show Names'), command: 'canonym.names.focus' },
        severity: failed.length > 0 ? Warning : Information,
    };
}

function findings(): string {
    const all = everywhere();
    return vscode.window.activeTextEditor === undefined
        ? vscode.l10n.t('Findings: {0}', all)
        : vscode.l10n.t('Findings: {0} in this file, {1} in all', inActiveEditor(), all);
}

function everywhere(): number {
    return vscode.languages.getDiagnostics().reduce((sum, [, diagnostics]) => sum + ours(diagnostics), 0);
}

function inActiveEditor(): number {
    const active = vscode.window.activeTextEditor?.document.uri;
    return active === undefined ? 0 : ours(vscode.languages.getDiagnostics(active));
}

function ours(diagnostics: readonly vscode.Diagnostic[]): number {
    return diagnostics.filter(({ source }) => source === 'canonym').length;
}

function stale(status: Status): Look {
    const detail = vscode.l10n.t('The last good termbase is used: {0}', status.problems.join('; '));
    const command = { title: vscode.l10n.t('Open Termbase'), command: 'canonym.action.openTermbase' };
    return { icon: 'warning', text: 'Canonym', detail, command, severity: Warning };
}

function untaught(): Look {
    const detail = vscode.l10n.t('No termbase yet: learn one from published articles');
    return { icon: 'tag', text: vscode.l10n.t('No termbase'), detail, command: learn(), severity: Information };
}

function busy(detail: string): Look {
    const command = { title: vscode.l10n.t('Show Log'), command: 'canonym.action.showLog' };
    return { icon: BUSY, text: 'Canonym', detail, command, severity: Information };
}

function failed(detail: string): Look {
    const command = { title: vscode.l10n.t('Restart Server'), command: 'canonym.action.restart' };
    return { icon: 'warning', text: 'Canonym', detail, command, severity: Failure };
}

function learn(): vscode.Command {
    return { title: vscode.l10n.t('Learn from Corpus'), command: 'canonym.action.learn' };
}
