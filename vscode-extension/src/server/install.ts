// Installs the server into the extension's own storage: a virtual environment that pip fills.
import { spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { executable, scripts, searchPath } from './locate';
import { activeInterpreter } from './python';

/** The release of the server that belongs to this extension. */
const VERSION = '0.1';
const REQUIREMENT = `canonym[server]~=${VERSION}.0`;
const OLDEST_PYTHON = '3.11';

/** The folder of an installed server. Each release has its own. */
export function installation(storage: vscode.Uri): string {
    return path.join(storage.fsPath, `server-${VERSION}`);
}

/**
 * Asks, installs, and returns whether a server exists now. Throws the error of pip or venv.
 * Removes everything of an installation that failed or was cancelled.
 */
export async function install(storage: vscode.Uri, log: vscode.LogOutputChannel): Promise<boolean> {
    const folder = installation(storage);
    const python = await findPython(log);
    if (python === undefined) {
        throw new Error(vscode.l10n.t('No Python {0} or later was found. Install Python, then try again.', OLDEST_PYTHON));
    }
    if (!(await consent(folder))) {
        return false;
    }
    try {
        return await withCancel((token) => fill(folder, python, log, token));
    } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
    } finally {
        await removeOthers(storage, folder);
    }
}

async function consent(folder: string): Promise<boolean> {
    const yes = vscode.l10n.t('Install');
    const detail = vscode.l10n.t(
        'pip will download {0} and what it needs into a Python environment of its own:\n\n{1}\n\nNothing else on this computer is changed, and uninstalling the extension leaves nothing elsewhere.',
        REQUIREMENT,
        folder,
    );
    const message = vscode.l10n.t('Install the Canonym language server?');
    return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

function withCancel(task: (token: vscode.CancellationToken) => Promise<void>): Thenable<boolean> {
    const options = {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Installing the Canonym language server'),
        cancellable: true,
    };
    return vscode.window.withProgress(options, async (_progress, token) => {
        try {
            await task(token);
            return true;
        } catch (error) {
            if (token.isCancellationRequested) {
                throw new vscode.CancellationError();
            }
            throw error;
        }
    });
}

async function fill(
    folder: string, python: string, log: vscode.LogOutputChannel, token: vscode.CancellationToken,
): Promise<void> {
    // -I keeps Python from importing files of the working directory.
    await run(python, ['-I', '-m', 'venv', '--clear', folder], log, token);
    const pip = ['-I', '-m', 'pip', 'install', '--no-cache-dir', '--no-input', '--disable-pip-version-check'];
    await run(path.join(folder, scripts, 'python'), [...pip, REQUIREMENT], log, token);
}

async function findPython(log: vscode.LogOutputChannel): Promise<string | undefined> {
    const active = vscode.workspace.isTrusted ? await activeInterpreter(log) : undefined;
    const names = process.platform === 'win32' ? ['py.exe', 'python.exe'] : ['python3', 'python'];
    const onPath = searchPath().flatMap((folder) => names.map((name) => path.join(folder, name)));
    for (const python of active === undefined ? onPath : [active, ...onPath]) {
        if ((await executable(python)) && (await newEnough(python, log))) {
            return python;
        }
    }
    return undefined;
}

async function newEnough(python: string, log: vscode.LogOutputChannel): Promise<boolean> {
    const [major, minor] = OLDEST_PYTHON.split('.');
    const question = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${major}, ${minor}))`;
    try {
        await run(python, ['-I', '-c', question], log);
        return true;
    } catch {
        return false;
    }
}

function run(
    command: string, args: string[], log: vscode.LogOutputChannel, token?: vscode.CancellationToken,
): Promise<void> {
    log.info(`${command} ${args.join(' ')}`);
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd: path.dirname(command), windowsHide: true });
        const cancelled = token?.onCancellationRequested(() => child.kill());
        let complaint = '';
        child.stdout.on('data', (data: Buffer) => log.info(data.toString().trimEnd()));
        child.stderr.on('data', (data: Buffer) => {
            complaint = data.toString().trimEnd();
            log.error(complaint);
        });
        child.on('error', reject);
        child.on('close', (code) => {
            cancelled?.dispose();
            if (code === 0) {
                resolve();
            } else {
                reject(new Error(complaint || `${command}: ${code}`));
            }
        });
    });
}

async function removeOthers(storage: vscode.Uri, current: string): Promise<void> {
    const entries = await readdir(storage.fsPath).catch(() => []);
    const old = entries.filter((name) => name.startsWith('server-') && name !== path.basename(current));
    await Promise.all(old.map((name) => rm(path.join(storage.fsPath, name), { recursive: true, force: true })));
}
