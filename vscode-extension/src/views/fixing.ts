// Puts the preferred form in the place of the wrong ones in all drafts; the server makes the edit.
import * as vscode from 'vscode';
import { Command } from '../protocol';
import type { Session } from '../server/session';
import type { SpellingNode } from './nameNodes';

/** Mends a concept in all drafts, once the user has confirmed it. */
export async function fixSpelling(session: Session, { concept, spelling }: SpellingNode): Promise<void> {
    const first = spelling.mentions[0];
    if (first !== undefined) {
        // The server goes by an open document to know the root.
        await vscode.workspace.openTextDocument(vscode.Uri.parse(first.uri));
        await session.execute(Command.replaceInWorkspace, { uri: first.uri, concept: concept.id });
    }
}
