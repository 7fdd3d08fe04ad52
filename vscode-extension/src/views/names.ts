// The Names view: the concepts of the workspace, their spellings, and where each spelling stands.
import * as vscode from 'vscode';
import { explainText } from '../commands/explain';
import { guarded } from '../guarded';
import { Command, type Concept, type Filter } from '../protocol';
import type { Session } from '../server/session';
import { admit, never, prefer } from './decisions';
import { fixSpelling } from './fixing';
import { type ConceptNode, conceptLabel, type SpellingNode } from './items';
import { ConceptTree } from './tree';

export function registerNames(context: vscode.ExtensionContext, session: Session): void {
    let filter: Filter | undefined;
    const tree = new ConceptTree(session, (root) =>
        session.execute<Concept[]>(Command.names, filter === undefined ? { root } : { root, filter }),
    );
    const view = vscode.window.createTreeView('canonym.names', { treeDataProvider: tree, showCollapseAll: true });
    const filterBy = (chosen: Filter | undefined): void => {
        filter = chosen;
        view.description = chosen === undefined ? '' : filterLabels()[chosen];
        void vscode.commands.executeCommand('setContext', 'canonym.filter', chosen !== undefined);
        tree.refresh();
    };
    const commands: Record<string, (node: never) => unknown> = {
        refresh: () => tree.refresh(),
        filter: async () => filterBy((await pickFilter()) ?? filter),
        clearFilter: () => filterBy(undefined),
        prefer: (node: SpellingNode) => prefer(session, node, node.spelling.form),
        admit: (node: SpellingNode) => admit(session, node, node.spelling.form),
        never: (node: SpellingNode) => never(session, node, node.spelling.form),
        fixAll: (node: SpellingNode) => fixSpelling(session, node),
        explain: (node: ConceptNode | SpellingNode) => explainText(session, node.root, formOf(node)),
    };
    for (const [name, run] of Object.entries(commands)) {
        context.subscriptions.push(vscode.commands.registerCommand(`canonym.names.${name}`, guarded(run)));
    }
    context.subscriptions.push(view, tree);
}

function formOf(node: ConceptNode | SpellingNode): string {
    return node.type === 'spelling' ? node.spelling.form : (node.concept.spellings[0]?.form ?? conceptLabel(node.concept));
}

function filterLabels(): Record<Filter, string> {
    return {
        undecided: vscode.l10n.t('Undecided'),
        deprecated: vscode.l10n.t('Deprecated in use'),
        new: vscode.l10n.t('New'),
    };
}

async function pickFilter(): Promise<Filter | undefined> {
    const details: Record<Filter, string> = {
        undecided: vscode.l10n.t('Names whose spellings compete while nothing decides'),
        deprecated: vscode.l10n.t('Names that drafts write in a deprecated spelling'),
        new: vscode.l10n.t('Names of the drafts that the termbase does not have'),
    };
    const filters = Object.entries(filterLabels()) as [Filter, string][];
    const items = filters.map(([filter, label]) => ({ label, filter, detail: details[filter] }));
    const placeHolder = vscode.l10n.t('Show only these names');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.filter;
}
