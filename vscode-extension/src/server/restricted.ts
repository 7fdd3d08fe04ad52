// What the server is told of the settings in a workspace that nobody trusts.
import * as vscode from 'vscode';
import type { CancellationToken, ConfigurationParams, LSPAny, ResponseError } from 'vscode-languageclient/node';

type Answer = LSPAny[] | ResponseError;
type Next = (params: ConfigurationParams, token: CancellationToken) => Answer | PromiseLike<Answer>;

/** Answers as VS Code would, but that learning is not offered before the workspace is trusted. */
export async function restricted(params: ConfigurationParams, token: CancellationToken, next: Next): Promise<Answer> {
    const answer = await next(params, token);
    if (vscode.workspace.isTrusted || !Array.isArray(answer)) {
        return answer;
    }
    return answer.map((settings, index) => (params.items[index]?.section === 'canonym' ? { ...settings, offerLearning: false } : settings));
}
