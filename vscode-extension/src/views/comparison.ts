// Competing forms side by side, in a webview, because a tree cannot show a table.
import * as vscode from 'vscode';
import { guarded } from '../guarded';
import type { UndecidedConcept } from '../protocol';
import type { Session } from '../server/session';
import { comparisonPage, type OpenCase } from './comparisonPage';
import { different, prefer, preferAndAdmit } from './decisions';

/** The request of a button of the page; `index` is the number of the case. */
type Asked =
    | { readonly type: 'prefer' | 'preferAndAdmit'; readonly index: number; readonly form: string }
    | { readonly type: 'different'; readonly index: number }
    | { readonly type: 'open'; readonly uri: string; readonly line: number };

export class Comparison implements vscode.Disposable {
    private panel: vscode.WebviewPanel | undefined;
    private cases: readonly OpenCase[] = [];
    private readonly listening: vscode.Disposable;

    constructor(
        private readonly extension: vscode.Uri,
        private readonly session: Session,
        private readonly ask: (root: string) => Promise<readonly UndecidedConcept[]>,
    ) {
        this.listening = session.onChange(() => void this.draw());
    }

    /** Shows the panel, scrolled to the concept with this id if one is given. */
    async open(concept?: string): Promise<void> {
        this.panel ??= this.made();
        this.panel.reveal();
        await this.draw(concept);
    }

    dispose(): void {
        this.listening.dispose();
        this.panel?.dispose();
    }

    private made(): vscode.WebviewPanel {
        const title = vscode.l10n.t('Review Names');
        const media = vscode.Uri.joinPath(this.extension, 'media');
        const options = { enableScripts: true, localResourceRoots: [media] };
        const panel = vscode.window.createWebviewPanel('canonym.comparison', title, vscode.ViewColumn.Active, options);
        panel.iconPath = vscode.Uri.joinPath(media, 'names.svg');
        panel.onDidDispose(() => (this.panel = undefined));
        panel.webview.onDidReceiveMessage(guarded((asked: Asked) => this.answer(asked)));
        return panel;
    }

    private async draw(concept?: string): Promise<void> {
        if (this.panel === undefined || this.session.state !== 'running') {
            return;
        }
        const roots = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString());
        const found = await Promise.all(roots.map(async (root) => (await this.ask(root)).map((one) => ({ root, concept: one }))));
        this.cases = found.flat();
        this.panel.webview.html = comparisonPage(this.panel.webview, this.extension, this.cases, concept);
    }

    private async answer(asked: Asked): Promise<void> {
        if (asked.type === 'open') {
            const selection = new vscode.Range(asked.line - 1, 0, asked.line - 1, 0);
            await vscode.window.showTextDocument(vscode.Uri.parse(asked.uri), { selection, viewColumn: vscode.ViewColumn.Beside });
            return;
        }
        const decided = this.cases[asked.index];
        if (decided === undefined) {
            return;
        }
        if (asked.type === 'different') {
            await different(this.session, decided.root, decided.concept);
        } else {
            await (asked.type === 'prefer' ? prefer : preferAndAdmit)(this.session, { ...decided, form: asked.form });
        }
        await this.draw();
    }
}
