// The settings that the server gets in an untrusted workspace.
import * as vscode from 'vscode';
import type { CancellationToken, ConfigurationParams, LSPAny, ResponseError } from 'vscode-languageclient/node';

type Answer = LSPAny[] | ResponseError;
type Next = (params: ConfigurationParams, token: CancellationToken) => Answer | PromiseLike<Answer>;

/** Answers like VS Code, but disables the offer to learn until the workspace is trusted. */
export async function restricted(params: ConfigurationParams, token: CancellationToken, next: Next): Promise<Answer> {
    const answer = await next(params, token);
    if (vscode.workspace.isTrusted || !Array.isArray(answer)) {
        return answer;
    }
    return answer.map((settings, index) => (params.items[index]?.section === 'canonym' ? { ...settings, offerLearning: false } : settings));
}
