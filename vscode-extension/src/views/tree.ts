// Concepts of all folders of the workspace as a tree; asked of the server afresh when its state changes.
import * as vscode from 'vscode';
import type { Concept } from '../protocol';
import type { Session } from '../server/session';
import { children, type ConceptNode, item, type Node } from './items';

export class ConceptTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<void>();
    private readonly listening: vscode.Disposable;
    readonly onDidChangeTreeData = this.changed.event;

    /** @param ask gives the concepts of a folder, named by its URI */
    constructor(
        private readonly session: Session,
        private readonly ask: (root: string) => Promise<readonly Concept[]>,
    ) {
        this.listening = session.onChange(() => this.refresh());
    }

    refresh(): void {
        this.changed.fire();
    }

    dispose(): void {
        this.listening.dispose();
        this.changed.dispose();
    }

    getTreeItem(node: Node): vscode.TreeItem {
        return item(node);
    }

    async getChildren(node?: Node): Promise<Node[]> {
        if (this.session.state !== 'running') {
            return [];
        }
        if (node === undefined) {
            return this.roots();
        }
        if (node.type === 'root') {
            return this.concepts(node.root);
        }
        return node.type === 'mention' ? [] : children(node);
    }

    /** Several folders stand above their concepts; a single one is left out. */
    private async roots(): Promise<Node[]> {
        const folders = vscode.workspace.workspaceFolders ?? [];
        const [only, ...others] = folders;
        if (only !== undefined && others.length === 0) {
            return this.concepts(only.uri.toString());
        }
        return folders.map(({ uri, name }) => ({ type: 'root', root: uri.toString(), name }));
    }

    private async concepts(root: string): Promise<ConceptNode[]> {
        const concepts = await this.ask(root);
        return concepts.map((concept) => ({ type: 'concept', root, concept }));
    }
}
