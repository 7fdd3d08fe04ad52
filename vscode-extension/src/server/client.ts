// The language client. It is loaded when the server starts, not when the extension is activated.
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
    type Executable,
    ExecuteCommandRequest,
    LanguageClient,
    type LanguageClientOptions,
    type ProgressToken,
    RevealOutputChannelOn,
    State as ClientState,
    TransportKind,
    WorkDoneProgressCancelNotification,
} from 'vscode-languageclient/node';
import { STATUS, type Status } from '../protocol';
import { documentSelector } from '../settings';
import { confirmed, decided } from './confirming';
import { Crashes } from './crashes';
import type { ServerProgram } from './locate';
import { progressMiddleware } from './progress';
import { restricted } from './restricted';

/** What a client reports of its server. */
export interface Listener {
    started(): void;
    stopped(): void;
    /** It did not start, or it died too often. */
    failed(): void;
    told(status: Status): void;
}

/** Logs failures and leaves it to the extension to report them in one message. */
class QuietClient extends LanguageClient {
    override error(message: string, data?: unknown): void {
        super.error(message, data, false);
    }
}

export class Client {
    private readonly client: LanguageClient;

    constructor(program: ServerProgram, context: vscode.ExtensionContext, log: vscode.LogOutputChannel, listener: Listener) {
        const crashes = new Crashes(() => listener.failed());
        const options = { ...clientOptions(context.extension, log, (token) => this.cancel(token)), errorHandler: crashes };
        this.client = new QuietClient('canonym', 'Canonym', serverOptions(program, context), options);
        this.client.onNotification(STATUS, (status: Status) => listener.told(status));
        this.client.onDidChangeState(({ oldState, newState }) => {
            if (newState === ClientState.Running) {
                crashes.ran = true;
                listener.started();
            } else if (newState === ClientState.Stopped && oldState === ClientState.Running) {
                listener.stopped();
            }
        });
    }

    /** The name and version that the server reports. */
    get serverVersion(): string | undefined {
        const info = this.client.initializeResult?.serverInfo;
        return info && `${info.name} ${info.version ?? ''}`;
    }

    start(): Promise<void> {
        return this.client.start();
    }

    /** Runs a command of the server. */
    async execute<T>(command: string, argument?: unknown): Promise<T> {
        const params = { command, arguments: argument === undefined ? [] : [argument] };
        return (await this.client.sendRequest(ExecuteCommandRequest.type, params)) as T;
    }

    dispose(): Promise<void> {
        return this.client.dispose();
    }

    private cancel(token: ProgressToken): void {
        void this.client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    }
}

function serverOptions(program: ServerProgram, context: vscode.ExtensionContext): Executable {
    return {
        command: program.command,
        args: ['server'],
        transport: TransportKind.stdio,
        options: {
            // Never the workspace: no file there may become a part of the program.
            cwd: context.extensionPath,
            // The extension also leaves nothing there unless people asked for it.
            env: { ...process.env, CANONYM_INDEX: path.join((context.storageUri ?? context.globalStorageUri).fsPath, 'index') },
        },
    };
}

function clientOptions(
    extension: vscode.Extension<unknown>, log: vscode.LogOutputChannel, cancel: (token: ProgressToken) => void,
): LanguageClientOptions {
    return {
        documentSelector: documentSelector(extension),
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationFailedHandler: () => false,
        diagnosticPullOptions: { onChange: true, onSave: false },
        middleware: {
            handleWorkDoneProgress: progressMiddleware(cancel),
            executeCommand: decided,
            workspace: { configuration: restricted, handleApplyEdit: confirmed },
        },
        markdown: { supportThemeIcons: true },
    };
}
