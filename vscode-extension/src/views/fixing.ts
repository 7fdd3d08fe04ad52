// Replaces the wrong forms by the preferred one in all drafts. The server makes the edit.
import * as vscode from 'vscode';
import { Command } from '../protocol';
import type { Session } from '../server/session';
import type { SpellingNode } from './nameNodes';

/** Fixes a concept in all drafts after the user confirms. */
export async function fixSpelling(session: Session, { concept, spelling }: SpellingNode): Promise<void> {
    const first = spelling.mentions[0];
    if (first !== undefined) {
        // The server needs an open document to know the root.
        await vscode.workspace.openTextDocument(vscode.Uri.parse(first.uri));
        await session.execute(Command.replaceInWorkspace, { uri: first.uri, concept: concept.id });
    }
}
