// Edits and decisions that need a confirmation: one question in the middle of the window.
//
// For edits, because VS Code's own preview starts with nothing ticked. For decisions, because the server's own message
// is in a corner, out of reach of the keyboard, and disappears while the decision still waits.
import * as vscode from 'vscode';
import type {
    ApplyWorkspaceEditParams,
    ApplyWorkspaceEditRequest,
    ApplyWorkspaceEditResult,
    ChangeAnnotation,
    ExecuteCommandSignature,
    ResponseError,
    TextDocumentEdit,
    WorkspaceEdit,
} from 'vscode-languageclient/node';

type Answer = ApplyWorkspaceEditResult | ResponseError<void>;

/** The client wants a token and ignores it. */
const { token } = new vscode.CancellationTokenSource();

/** Applies an edit of the server. If it needs a confirmation, the user may apply it, preview it or drop it. */
export async function confirmed(params: ApplyWorkspaceEditParams, next: ApplyWorkspaceEditRequest.HandlerSignature): Promise<Answer> {
    const [annotation] = Object.values(params.edit.changeAnnotations ?? {}).filter(({ needsConfirmation }) => needsConfirmation);
    if (annotation === undefined) {
        return next(params, token);
    }
    const apply = vscode.l10n.t('Apply');
    const preview = vscode.l10n.t('Preview…');
    const question = annotation.description ?? annotation.label;
    const chosen = await vscode.window.showInformationMessage(question, { modal: true, detail: extent(params.edit) }, apply, preview);
    if (chosen === undefined) {
        return { applied: false };
    }
    return next(chosen === apply ? { ...params, edit: unasked(params.edit) } : params, token);
}

/** Runs a command of the server. A decision is confirmed first, so that the server does not ask again. */
export async function decided(command: string, args: unknown[], next: ExecuteCommandSignature): Promise<unknown> {
    const [argument, ...rest] = args;
    const question = (argument as { readonly confirm?: unknown } | undefined)?.confirm;
    if (typeof question !== 'string' || question === '') {
        return next(command, args);
    }
    const write = vscode.l10n.t('Write');
    const chosen = await vscode.window.showInformationMessage(question, { modal: true }, write);
    return chosen === write && next(command, [{ ...(argument as object), confirm: '' }, ...rest]);
}

/** How many places each annotation has, and in how many files they are. */
function extent({ documentChanges = [], changeAnnotations = {} }: WorkspaceEdit): string {
    const changes = documentChanges.filter((change): change is TextDocumentEdit => 'edits' in change);
    const edits = changes.flatMap((change) => change.edits);
    const places = Object.entries(changeAnnotations).map(([id, { label }]) => {
        const count = edits.filter((edit) => 'annotationId' in edit && edit.annotationId === id).length;
        return `${label}: ${count}`;
    });
    return [...places, vscode.l10n.t('Files: {0}', changes.length)].join('\n');
}

function unasked(edit: WorkspaceEdit): WorkspaceEdit {
    const entries = Object.entries(edit.changeAnnotations ?? {});
    const annotations = entries.map(([id, one]): [string, ChangeAnnotation] => [id, { ...one, needsConfirmation: false }]);
    return { ...edit, changeAnnotations: Object.fromEntries(annotations) };
}
