// The server's explanation of a name, shown as a Markdown preview.
import * as vscode from 'vscode';
import { Command } from '../protocol';
import type { Session } from '../server/session';
import { selectedText } from '../workspace';

const SCHEME = 'canonym-explanation';
const explanations = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

export function registerExplanations(context: vscode.ExtensionContext): void {
    const provider: vscode.TextDocumentContentProvider = {
        onDidChange: changed.event,
        provideTextDocumentContent: (uri) => explanations.get(uri.toString()) ?? '',
    };
    context.subscriptions.push(
        changed,
        vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
        vscode.workspace.onDidCloseTextDocument((document) => explanations.delete(document.uri.toString())),
    );
}

/** Explains the selection of the active editor. */
export async function explain(session: Session): Promise<void> {
    const { editor, text } = selectedText();
    await explainText(session, editor.document.uri.toString(), text);
}

/** Explains a form in the project of the document. */
export async function explainText(session: Session, document: string, text: string): Promise<void> {
    const markdown = await session.execute<string>(Command.explain, { uri: document, text });
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${text}.md` });
    explanations.set(uri.toString(), withoutFileLinks(markdown));
    changed.fire(uri);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
}

/** VS Code's preview follows no link to a file and would show its Markdown, so the place stays text. */
function withoutFileLinks(markdown: string): string {
    return markdown.replace(/\[([^\]]*)\]\(file:[^)]*\)/g, '$1');
}
