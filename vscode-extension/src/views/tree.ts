// A tree of what each folder of the workspace has; asked of the server afresh when its state changes.
import * as vscode from 'vscode';
import type { Session } from '../server/session';

/** A node of a tree: how it looks, and what is below it. */
export interface Node {
    readonly item: vscode.TreeItem;
    children(): Node[] | Promise<Node[]>;
}

export class FolderTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<void>();
    private readonly listening: vscode.Disposable;
    readonly onDidChangeTreeData = this.changed.event;

    /** @param below gives the nodes of a folder, named by its URI */
    constructor(
        private readonly session: Session,
        private readonly below: (root: string) => Promise<Node[]>,
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
        return node.item;
    }

    async getChildren(node?: Node): Promise<Node[]> {
        if (node !== undefined) {
            return node.children();
        }
        const folders = vscode.workspace.workspaceFolders ?? [];
        const [only] = folders;
        if (only === undefined || this.session.state !== 'running') {
            return [];
        }
        return folders.length === 1 ? this.below(only.uri.toString()) : folders.map((folder) => this.folderNode(folder));
    }

    /** Several folders stand above what they have; a single one is left out. */
    private folderNode({ uri, name }: vscode.WorkspaceFolder): Node {
        const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
        item.id = uri.toString();
        item.iconPath = new vscode.ThemeIcon('root-folder');
        return { item, children: () => this.below(uri.toString()) };
    }
}
