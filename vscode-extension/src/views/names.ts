// The Names view: the names in the files of the workspace, their spellings and places.
import * as vscode from 'vscode';
import { addForm } from '../commands/addName';
import { explainText } from '../commands/explain';
import { guarded } from '../guarded';
import { Command, type UsedConcept } from '../protocol';
import type { Session } from '../server/session';
import { documentIn } from '../workspace';
import { admit, type Case, never, prefer } from './decisions';
import { type Filter, filterLabels, passes, pickFilter, question } from './filter';
import { fixSpelling } from './fixing';
import { aboutOf, type ConceptNode, conceptNode, type SpellingNode } from './nameNodes';
import { FolderTree } from './tree';

export function registerNames(context: vscode.ExtensionContext, session: Session): void {
    let filter: Filter | undefined;
    const ask = async (root: string) => {
        const concepts = await session.execute<UsedConcept[]>(Command.names, question(root, filter));
        return concepts.filter((concept) => passes(concept, filter));
    };
    const tree = new FolderTree(session, ask, conceptNode, vscode.TreeItemCollapsibleState.Collapsed);
    const view = tree.createView('canonym.names', true);
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
        prefer: at((node: SpellingNode) => prefer(session, caseOf(node))),
        admit: at((node: SpellingNode) => admit(session, caseOf(node))),
        never: at((node: SpellingNode) => never(session, caseOf(node))),
        add: at(({ root, spelling }: SpellingNode) => addForm(session, documentIn(root), spelling.text)),
        fixAll: at((node: SpellingNode) => fixSpelling(session, node)),
        explain: at((node: ConceptNode | SpellingNode) => explainNode(session, node)),
    };
    for (const [name, run] of Object.entries(commands)) {
        context.subscriptions.push(vscode.commands.registerCommand(`canonym.names.${name}`, guarded(run)));
    }
    context.subscriptions.push(view, tree);
}

/** A command on a node. VS Code passes none if the node disappeared while the menu was open. */
function at<N>(run: (node: N) => unknown): (node: N | undefined) => unknown {
    return (node) => {
        if (node === undefined) {
            throw new Error(vscode.l10n.t('The list has just changed. Choose again.'));
        }
        return run(node);
    };
}

function caseOf({ root, concept, spelling }: SpellingNode): Case {
    return { root, concept, form: spelling.text, ...aboutOf(spelling) };
}

function explainNode(session: Session, node: ConceptNode | SpellingNode): Promise<void> {
    const spelling = 'spelling' in node ? node.spelling : node.concept.spellings[0];
    const document = spelling?.mentions[0]?.uri ?? documentIn(node.root);
    return explainText(session, document, 'spelling' in node ? node.spelling.text : node.concept.name);
}
