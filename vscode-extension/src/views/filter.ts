// The filter of the Names view.
import * as vscode from 'vscode';
import type { UsedConcept } from '../protocol';

export type Filter = 'undecided' | 'deprecated' | 'new';

/** The server's request for a filter; `new` names belong to no termbase and have a list of their own. */
export function question(root: string, filter: Filter | undefined): { root: string; new: boolean } {
    return { root, new: filter === 'new' };
}

export function passes(concept: UsedConcept, filter: Filter | undefined): boolean {
    switch (filter) {
        case 'undecided':
            return concept.undecided;
        case 'deprecated':
            return concept.spellings.some((spelling) => spelling.wrong);
        default:
            return true;
    }
}

export function filterLabels(): Record<Filter, string> {
    return {
        undecided: vscode.l10n.t('Undecided'),
        deprecated: vscode.l10n.t('Wrong forms in use'),
        new: vscode.l10n.t('New'),
    };
}

export async function pickFilter(): Promise<Filter | undefined> {
    const details: Record<Filter, string> = {
        undecided: vscode.l10n.t('Names whose spellings compete while nothing decides'),
        deprecated: vscode.l10n.t('Names that some file writes in a deprecated or misspelt form'),
        new: vscode.l10n.t('Names of the drafts that no termbase has'),
    };
    const filters = Object.entries(filterLabels()) as [Filter, string][];
    const items = filters.map(([filter, label]) => ({ label, filter, detail: details[filter] }));
    const placeHolder = vscode.l10n.t('Show only these names');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.filter;
}
