// The Review view: open decisions in the side bar, and side by side in an editor.
import * as vscode from 'vscode';
import { guarded } from '../guarded';
import { Command, type UndecidedConcept } from '../protocol';
import type { Session } from '../server/session';
import { Comparison } from './comparison';
import { undecidedNode } from './reviewNodes';
import { FolderTree } from './tree';

export function registerReview(context: vscode.ExtensionContext, session: Session): void {
    const ask = (root: string) => session.execute<UndecidedConcept[]>(Command.undecided, { root });
    const tree = new FolderTree(session, ask, undecidedNode, vscode.TreeItemCollapsibleState.Expanded);
    const view = tree.createView('canonym.review');
    const comparison = new Comparison(context.extensionUri, session, ask);
    const badge = (): void => {
        const value = [...session.statuses.values()].reduce((sum, { undecided }) => sum + undecided, 0);
        const tooltip = vscode.l10n.t('Names that wait for a decision: {0}', value);
        view.badge = value === 0 ? undefined : { value, tooltip };
    };
    const open = guarded((node?: { concept: { id: string } }) => comparison.open(node?.concept.id));
    context.subscriptions.push(
        view,
        tree,
        comparison,
        session.onChange(badge),
        vscode.commands.registerCommand('canonym.review.open', open),
    );
}

