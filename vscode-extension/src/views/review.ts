// The Review view: what waits for a decision, in the side bar; and side by side in an editor.
import * as vscode from 'vscode';
import { guarded } from '../guarded';
import { Command, type Concept } from '../protocol';
import type { Session } from '../server/session';
import { Comparison } from './comparison';
import type { ConceptNode } from './items';
import { ConceptTree } from './tree';

export function registerReview(context: vscode.ExtensionContext, session: Session): void {
    const ask = (root: string) => session.execute<Concept[]>(Command.undecided, { root });
    const tree = new ConceptTree(session, ask);
    const view = vscode.window.createTreeView('canonym.review', { treeDataProvider: tree });
    const comparison = new Comparison(context.extensionUri, session, ask);
    const badge = (): void => {
        const value = session.status?.undecided ?? 0;
        view.badge = value === 0 ? undefined : { value, tooltip: vscode.l10n.t('{0} names wait for a decision', value) };
    };
    context.subscriptions.push(
        view,
        tree,
        comparison,
        session.onChange(badge),
        vscode.commands.registerCommand('canonym.review.open', guarded((node?: ConceptNode) => comparison.open(node))),
    );
}
