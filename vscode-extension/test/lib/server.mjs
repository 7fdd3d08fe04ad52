// A VS Code that is served to a browser: one process group with data of its own.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, output, programs, scratch, vsix } from './paths.mjs';
import { until } from './until.mjs';

const quiet = {
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.colorTheme': 'Default Light Modern',
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'editor.accessibilitySupport': 'off',
    'chat.disableAIFeatures': true,
    'files.autoSave': 'off',
    'editor.wordWrap': 'on',
    // With the key Ctrl of a shortcut, names in the pictures would look like links.
    'editor.multiCursorModifier': 'ctrlCmd',
    'window.commandCenter': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'security.workspace.trust.enabled': false,
};

const node = path.join(cache, 'node/node_modules/.bin/node');
const main = path.join(cache, 'code-server/node_modules/code-server/lib/vscode/out/server-main.js');

/**
 * Starts a server with the extension installed.
 * @param {{name: string, settings?: object, machine?: object, server?: boolean, inside?: boolean, path?: string[], env?: object, extensions?: string[]}} how
 *   `machine` are the settings of the computer that VS Code runs on;
 *   `server: false` keeps the canonym program out of PATH; `inside` is for tests in the extension host;
 *   `path` are folders to stand first in PATH; `extensions` are further .vsix files.
 */
export async function serve({ name, settings = {}, machine = {}, server = true, inside = false, path: before = [], env = {}, extensions = [] }) {
    const home = path.join(scratch, name);
    const data = path.join(home, 'data');
    mkdirSync(path.join(data, 'data/User'), { recursive: true });
    mkdirSync(path.join(data, 'data/Machine'), { recursive: true });
    const write = (where, values) => writeFileSync(path.join(data, 'data', where, 'settings.json'), JSON.stringify(values, null, 2));
    write('User', { ...quiet, ...settings });
    write('Machine', machine);
    const system = ['/usr/local/bin', '/usr/bin', '/bin'];
    const environment = {
        ...process.env, HOME: home, PATH: [...before, ...(server ? [programs] : []), ...system].join(':'), ...env,
    };
    const run = (...args) => [node, [main, '--server-data-dir', data, '--accept-server-license-terms', ...args]];
    const manage = (...args) => {
        const done = spawnSync(...run(...args), { env: environment, encoding: 'utf8' });
        if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stdout}${done.stderr}`);
        return done.stdout;
    };
    for (const file of [vsix, ...extensions]) {
        manage('--install-extension', file, '--force');
    }
    const port = await freePort();
    const log = openSync(path.join(output, `server-${name}.log`), 'w');
    const flags = ['--host', '127.0.0.1', '--port', `${port}`, '--without-connection-token'];
    // A login shell would put a PATH of its own in the place of ours.
    flags.push('--force-disable-user-env');
    // The driver runs tests inside the extension host; it also keeps notifications from being shown.
    const driver = inside ? ['--enable-smoke-test-driver'] : [];
    const child = spawn(...run(...flags, ...driver, '--disable-telemetry', '--telemetry-level', 'off'), {
        env: environment, detached: true, stdio: ['ignore', log, log],
    });
    const url = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(url).catch(() => undefined))?.ok, 'the served VS Code answers');
    return {
        url, home, data, manage,
        changeMachine: (values) => write('Machine', values),
        // The whole group: the extension host is a child of the server.
        stop: () => process.kill(-child.pid, 'SIGTERM'),
    };
}

function freePort() {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.on('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}
