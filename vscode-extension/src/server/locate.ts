// Finds the server by its files, without running any program.
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { activeInterpreter } from './python';

export type Source = 'setting' | 'environment' | 'path' | 'storage';

/** A program that can be started, and the source that named it. */
export interface ServerProgram {
    readonly command: string;
    readonly source: Source;
}

/** The setting names a file that is missing or cannot be run. */
export class WrongServerPath extends Error {
    constructor(readonly file: string) {
        super(vscode.l10n.t('The setting canonym.server.path names {0}, which is not a program on this computer.', file));
    }
}

const program = process.platform === 'win32' ? 'canonym.exe' : 'canonym';

/** The folder of programs in a virtual environment. */
export const scripts = process.platform === 'win32' ? 'Scripts' : 'bin';

/**
 * The first server found in the order: setting, active Python environment, PATH, own installation.
 * In an untrusted workspace, no program inside the workspace is used.
 */
export async function locate(installed: string, log: vscode.LogOutputChannel): Promise<ServerProgram | undefined> {
    const named = vscode.workspace.getConfiguration('canonym').get('server.path', '').trim();
    if (named !== '') {
        if (!path.isAbsolute(named) || !(await executable(named))) {
            throw new WrongServerPath(named);
        }
        return { command: named, source: 'setting' };
    }
    return (
        (await firstOf(await environmentPrograms(log), 'environment')) ??
        (await firstOf(pathPrograms(), 'path')) ??
        (await firstOf([path.join(installed, scripts, program)], 'storage'))
    );
}

async function environmentPrograms(log: vscode.LogOutputChannel): Promise<string[]> {
    const interpreter = vscode.workspace.isTrusted ? await activeInterpreter(log) : undefined;
    if (interpreter === undefined) {
        return [];
    }
    const folder = path.dirname(interpreter);
    // A conda environment on Windows keeps python.exe one level above its scripts.
    return [path.join(folder, program), path.join(folder, scripts, program)];
}

function pathPrograms(): string[] {
    return searchPath().map((folder) => path.join(folder, program));
}

/** The folders of PATH to search: absolute ones, and none inside an untrusted workspace. */
export function searchPath(): string[] {
    const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
    return vscode.workspace.isTrusted ? folders : folders.filter((folder) => !insideWorkspace(folder));
}

function insideWorkspace(file: string): boolean {
    return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file)) !== undefined;
}

async function firstOf(candidates: readonly string[], source: Source): Promise<ServerProgram | undefined> {
    for (const command of candidates) {
        if (await executable(command)) {
            return { command, source };
        }
    }
    return undefined;
}

export async function executable(file: string): Promise<boolean> {
    try {
        await access(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
