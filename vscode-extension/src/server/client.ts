// How the language client speaks with the server.
import * as vscode from 'vscode';
import {
    type CancellationToken,
    type ConfigurationParams,
    type ConfigurationRequest,
    type Executable,
    type LanguageClientOptions,
    RevealOutputChannelOn,
    TransportKind,
} from 'vscode-languageclient/node';
import { chosen, documentSelector } from '../settings';
import type { ServerProgram } from './locate';
import { type Cancel, progressMiddleware } from './progress';

export function serverOptions(program: ServerProgram, context: vscode.ExtensionContext): Executable {
    return {
        command: program.command,
        args: ['server'],
        transport: TransportKind.stdio,
        // Never the workspace: nothing that lies there may be taken for a part of the program.
        options: { cwd: context.extensionPath },
    };
}

export function clientOptions(log: vscode.LogOutputChannel, cancel: Cancel): LanguageClientOptions {
    return {
        documentSelector: documentSelector(),
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticPullOptions: { onChange: true, onSave: false },
        middleware: {
            handleWorkDoneProgress: progressMiddleware(cancel),
            workspace: { configuration: answerConfiguration },
        },
        markdown: { supportThemeIcons: true },
    };
}

function answerConfiguration(params: ConfigurationParams, token: CancellationToken, next: ConfigurationRequest.HandlerSignature) {
    return params.items.every((item) => item.section === 'canonym')
        ? params.items.map((item) => chosen(item.scopeUri === undefined ? undefined : vscode.Uri.parse(item.scopeUri)))
        : next(params, token);
}
