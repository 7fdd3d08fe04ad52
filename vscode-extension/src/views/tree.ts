// A tree of the contents of each workspace folder. It asks the server again when the server's state changes.
import * as vscode from 'vscode';
import type { Session } from '../server/session';

/** A node of a tree: its looks, and the nodes below it. */
export interface Node {
    readonly item: vscode.TreeItem;
    children(): Node[] | Promise<Node[]>;
}

/** The server's answer for a folder. */
interface Found<T> {
    readonly root: string;
    readonly name: string;
    readonly below: readonly T[];
}

export class FolderTree<T> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<void>();
    private readonly listening: vscode.Disposable;
    private view: vscode.TreeView<Node> | undefined;
    /** What is shown; undefined until VS Code asks for it. */
    private shown: readonly Found<T>[] | undefined;
    private questions = 0;
    readonly onDidChangeTreeData = this.changed.event;

    /**
     * @param below asks for the contents of a folder, by its URI
     * @param node makes a node of an item
     * @param state the first state of each of several folders
     */
    constructor(
        private readonly session: Session,
        private readonly below: (root: string) => Promise<readonly T[]>,
        private readonly node: (root: string, one: T) => Node,
        private readonly state: vscode.TreeItemCollapsibleState,
    ) {
        this.listening = session.onChange(() => this.refresh());
    }

    /** Makes the view that shows the tree. */
    createView(id: string, showCollapseAll = false): vscode.TreeView<Node> {
        this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll });
        return this.view;
    }

    /**
     * Asks again. A visible tree is redrawn only if the answer differs, and only once it is there: drawing closes
     * an open menu, and until it is done VS Code does not know which node a button belongs to.
     */
    refresh(): void {
        if (this.view?.visible === true && this.shown !== undefined) {
            this.follow().catch((error: unknown) => this.session.log.warn(String(error)));
        } else {
            this.shown = undefined;
            this.changed.fire();
        }
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
        const found = this.shown ?? (await this.asked());
        const [only] = found;
        return found.length === 1 && only !== undefined ? this.nodes(only) : found.flatMap((folder) => this.folderNode(folder));
    }

    private async follow(): Promise<void> {
        const before = JSON.stringify(this.shown);
        if (JSON.stringify(await this.asked()) !== before) {
            this.changed.fire();
        }
    }

    /** Asks the server, and keeps the answer unless a newer question was asked meanwhile. */
    private async asked(): Promise<readonly Found<T>[]> {
        this.questions += 1;
        const question = this.questions;
        const folders = this.session.state === 'running' ? (vscode.workspace.workspaceFolders ?? []) : [];
        const found = await Promise.all(
            folders.map(async ({ uri, name }) => ({ root: uri.toString(), name, below: await this.below(uri.toString()) })),
        );
        if (question === this.questions) {
            this.shown = found;
        }
        return found;
    }

    private nodes({ root, below }: Found<T>): Node[] {
        return below.map((one) => this.node(root, one));
    }

    /** Several folders become nodes above their contents. Empty ones are left out. */
    private folderNode(found: Found<T>): Node[] {
        const item = new vscode.TreeItem(found.name, this.state);
        item.id = found.root;
        item.iconPath = new vscode.ThemeIcon('root-folder');
        item.description = `${found.below.length}`;
        return found.below.length === 0 ? [] : [{ item, children: () => this.nodes(found) }];
    }
}
