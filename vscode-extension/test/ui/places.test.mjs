// Where the server is found: in the active Python environment, by the setting, in several folders.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import { extension, programs, scratch } from '../lib/paths.mjs';
import { commandOf, serverProcesses } from '../lib/processes.mjs';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench;
before(async () => (browser = await launch()));
after(() => browser?.close());
afterEach(async () => {
    await workbench?.close();
    server?.stop();
    server = workbench = undefined;
});
const running = () => until(() => serverProcesses(server.home)[0], 'a server runs');

async function findings(name, folder, how) {
    server = await serve({ name, server: false, ...how });
    workbench = await Workbench.open(browser, server.url, folder);
    await workbench.openFile(seed('002'));
    await until(() => workbench.isUnderlined('Punjir'), 'findings are shown');
}

clicks('the active Python environment is used', () => workbench, async () => {
    const interpreter = path.join(programs, 'python');
    const env = { CANONYM_TEST_INTERPRETER: interpreter };
    await findings('environment', workspace('environment'), { env, extensions: [packaged('python')] });
    assert.match(commandOf(await running()), new RegExp(`${programs}/canonym`));
});

clicks('the setting comes first', () => workbench, async () => {
    const settings = { 'canonym.server.path': path.join(programs, 'canonym') };
    await findings('setting', workspace('setting'), { machine: settings });
});

clicks('a setting that names nothing is said once', () => workbench, async () => {
    server = await serve({ name: 'wrong', machine: { 'canonym.server.path': '/nowhere/canonym' } });
    workbench = await Workbench.open(browser, server.url, workspace('wrong'));
    const message = workbench.notification('canonym.server.path names /nowhere/canonym');
    await message.waitFor();
    await workbench.screenshot('wrong-path');
    server.changeMachine({});
    await workbench.openFile(seed('002'));
    await until(() => workbench.isUnderlined('Punjir'), 'the server on PATH is used once the setting is gone');
});

clicks('a server that does not start is said once', () => workbench, async () => {
    server = await serve({ name: 'failing', machine: { 'canonym.server.path': '/bin/false' } });
    workbench = await Workbench.open(browser, server.url, workspace('failing', { learned: false }));
    await workbench.notification('did not start').waitFor();
    await workbench.screenshot('failing-server');
    assert.equal(await workbench.notification(/./).count(), 1);
    await workbench.showCanonym();
    await workbench.welcome('Restart Server').waitFor();
});

clicks('several folders have their own termbases', () => workbench, async () => {
    const one = workspace('first');
    const other = workspace('second', { draft: '001' });
    const file = path.join(scratch, 'workspaces/both.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [{ path: one }, { path: other }] }));
    server = await serve({ name: 'folders' });
    workbench = await Workbench.open(browser, server.url, file);
    await workbench.showCanonym();
    await workbench.row('Names', 'first').waitFor();
    await workbench.expand('Names', 'second');
    await workbench.row('Names', 'Ahmad Shah Massoud').waitFor();
    await workbench.screenshot('several-folders');
});

/** Packs a fixture as a .vsix. */
function packaged(name) {
    const file = path.join(scratch, `${name}.vsix`);
    mkdirSync(scratch, { recursive: true });
    const vsce = path.join(extension, 'node_modules/.bin/vsce');
    const flags = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file];
    const done = spawnSync(vsce, flags, { cwd: path.join(extension, 'test/fixtures', name), encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    return file;
}
