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

clicks('the setting comes first, and what is wrong with it is said once', () => workbench, async () => {
    server = await serve({ name: 'setting', machine: { 'canonym.server.path': '/nowhere/canonym' } });
    workbench = await Workbench.open(browser, server.url, workspace('setting'));
    const wrong = workbench.notification('canonym.server.path names /nowhere/canonym');
    await wrong.waitFor();
    await workbench.screenshot('wrong-path');
    await workbench.showSetting(workbench.button(wrong, 'Open Setting'), 'Absolute path of the canonym program', 'setting');

    server.changeMachine({ 'canonym.server.path': '/bin/false' });
    await workbench.notification('did not start').waitFor();
    await workbench.screenshot('failing-server');
    assert.equal(await workbench.notification(/./).count(), 1);
    await workbench.showCanonym();
    await workbench.welcome('Restart Server').waitFor();

    server.changeMachine({ 'canonym.server.path': path.join(programs, 'canonym') });
    await workbench.openFile(seed('002'));
    await until(() => workbench.isUnderlined('Punjir'), 'the server that the setting names is used');
    const named = await running();
    server.changeMachine({});
    await until(() => serverProcesses(server.home).some((pid) => pid !== named), 'the server on PATH is used once the setting is gone');
    await until(() => workbench.isUnderlined('Punjir'), 'findings are shown again');
});

clicks('several folders have their own termbases', () => workbench, async () => {
    const one = workspace('first');
    const other = workspace('second', { draft: '001' });
    const unlearned = workspace('third', { learned: false });
    const file = path.join(scratch, 'workspaces/three.code-workspace');
    writeFileSync(file, JSON.stringify({ folders: [one, other, unlearned].map((folder) => ({ path: folder })) }));
    server = await serve({ name: 'folders' });
    workbench = await Workbench.open(browser, server.url, file);
    await workbench.showCanonym();
    await workbench.row('Names', 'first').waitFor();
    await workbench.expand('Names', 'second');
    await workbench.row('Names', 'Ahmad Shah Massoud').waitFor();
    await workbench.row('Review', 'Panjshir Valley').waitFor();
    await workbench.screenshot('several-folders');
    assert.equal(await workbench.row('Names', 'third').count(), 0, 'a folder without names has no row');

    await workbench.command('Canonym: Check Workspace');
    const problems = (name) => workbench.page.locator('.markers-panel .monaco-list-row', { hasText: name }).first();
    await problems(seed('002')).waitFor();
    await problems(seed('001')).waitFor();
    await workbench.screenshot('check-folders');

    await workbench.choosePick(() => workbench.command('Canonym: Open Termbase'), 'second');
    await workbench.tab('termbase.toml').waitFor();
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
