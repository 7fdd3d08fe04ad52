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

    /**
     * @param below gives the nodes of a folder, named by its URI
     * @param state how each of several folders is shown at first
     */
    constructor(
        private readonly session: Session,
        private readonly below: (root: string) => Promise<Node[]>,
        private readonly state: vscode.TreeItemCollapsibleState,
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
        return folders.length === 1 ? this.below(only.uri.toString()) : this.folderNodes(folders);
    }

    /** Several folders stand above what they have; those that have nothing, and a single one, are left out. */
    private async folderNodes(folders: readonly vscode.WorkspaceFolder[]): Promise<Node[]> {
        const below = await Promise.all(folders.map(({ uri }) => this.below(uri.toString())));
        return folders.flatMap((folder, index) => folderNode(folder, below[index] ?? [], this.state));
    }
}

function folderNode({ uri, name }: vscode.WorkspaceFolder, nodes: Node[], state: vscode.TreeItemCollapsibleState): Node[] {
    const item = new vscode.TreeItem(name, state);
    item.id = uri.toString();
    item.iconPath = new vscode.ThemeIcon('root-folder');
    item.description = `${nodes.length}`;
    return nodes.length === 0 ? [] : [{ item, children: () => nodes }];
}
