// The one server of the window: finds it, starts and restarts it, and reports its state.
import * as vscode from 'vscode';
import { Command, type Status } from '../protocol';
import { documentIn } from '../workspace';
import type { Client } from './client';
import { install, installation } from './install';
import { locate, type ServerProgram } from './locate';
import { offerRemedy, type Remedy } from './remedy';

export type State = 'starting' | 'running' | 'missing' | 'failed' | 'stopped';

export class Session implements vscode.Disposable {
    private client: Client | undefined;
    private turn: Promise<void> = Promise.resolve();
    private readonly changed = new vscode.EventEmitter<void>();

    /** Fires when the state or the status has changed. */
    readonly onChange = this.changed.event;
    state: State = 'stopped';
    /** The server's last status of each root, by the root's URI. */
    readonly statuses = new Map<string, Status>();
    /** The program that runs or ran last. */
    program: ServerProgram | undefined;

    constructor(
        private readonly context: vscode.ExtensionContext,
        readonly log: vscode.LogOutputChannel,
    ) {}

    /** The name and version that the server reports. */
    get serverVersion(): string | undefined {
        return this.client?.serverVersion;
    }

    /** Stops a running server, searches again and starts it. Calls wait for one another. */
    restart(): Promise<void> {
        this.turn = this.turn.then(() => this.stopNow()).then(() => this.startNow());
        return this.turn;
    }

    /** Restarts if a new search finds another server than the running one. */
    async relocate(): Promise<void> {
        await this.turn;
        const found = await locate(this.installation, this.log).catch(() => undefined);
        if (found !== undefined && (found.command !== this.program?.command || this.state !== 'running')) {
            await this.restart();
        }
    }

    /** Runs a command of the server. */
    async execute<T>(command: string, argument?: unknown): Promise<T> {
        await this.turn;
        if (this.client === undefined || this.state !== 'running') {
            throw new Error(vscode.l10n.t('The Canonym language server does not run.'));
        }
        return this.client.execute<T>(command, argument);
    }

    /** Installs a server into the extension's storage if the user consents, and starts it. */
    async install(): Promise<void> {
        try {
            if (await install(this.context.globalStorageUri, this.log)) {
                await this.restart();
            }
        } catch (error) {
            if (!(error instanceof vscode.CancellationError)) {
                await this.remedy('install-failed', error);
            }
        }
    }

    async dispose(): Promise<void> {
        this.changed.dispose();
        await this.turn;
        await this.client?.dispose();
    }

    private get installation(): string {
        return installation(this.context.globalStorageUri);
    }

    private async startNow(): Promise<void> {
        this.enter('starting');
        try {
            this.program = await locate(this.installation, this.log);
        } catch (error) {
            this.enter('missing');
            void this.remedy('wrong-path', error);
            return;
        }
        if (this.program === undefined) {
            this.enter('missing');
            void this.remedy('missing');
            return;
        }
        await this.run(this.program);
    }

    private async run(program: ServerProgram): Promise<void> {
        this.log.info(vscode.l10n.t('Starting {0} ({1})', program.command, program.source));
        const { Client } = await import('./client.js');
        const client: Client = new Client(program, this.context, this.log, {
            started: () => this.enter('running'),
            stopped: () => client === this.client && this.state === 'running' && this.enter('stopped'),
            failed: () => client === this.client && this.fail(),
            told: (status) => this.told(status),
        });
        this.client = client;
        try {
            await client.start();
        } catch (error) {
            this.log.error(String(error));
            this.fail();
        }
    }

    /** Reports that the server does not run, once for each start. */
    private fail(): void {
        if (this.state !== 'failed') {
            this.enter('failed');
            void this.remedy('failed');
        }
    }

    private async stopNow(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        try {
            await client?.dispose();
        } catch (error) {
            this.log.warn(String(error));
        }
    }

    private enter(state: State): void {
        this.state = state;
        this.statuses.clear();
        this.changed.fire();
        if (state === 'running') {
            for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
                const told = this.execute<Status>(Command.status, { uri: documentIn(uri.toString()) });
                told.then((status) => this.told(status), (error) => this.log.warn(String(error)));
            }
        }
    }

    private told(status: Status): void {
        this.statuses.set(status.root, status);
        this.changed.fire();
    }

    private async remedy(remedy: Remedy, error?: unknown): Promise<void> {
        await offerRemedy(remedy, error, this);
    }
}
