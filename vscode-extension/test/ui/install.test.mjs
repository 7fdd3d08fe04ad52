// No server anywhere: one message says so; installing it on request, with consent, into the extension's storage; and out again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { checkout, programs, scratch } from '../lib/paths.mjs';
import { commandOf, serverProcesses } from '../lib/processes.mjs';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench, folder, filesBefore;
before(async () => {
    browser = await launch();
    // pip finds this checkout's server here, and what it needs where it always does.
    const wheels = path.join(scratch, 'wheels');
    execFileSync(path.join(programs, 'python'), ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', wheels, checkout], { stdio: 'pipe' });
    server = await serve({ name: 'install', server: false, env: { PIP_FIND_LINKS: wheels } });
    folder = workspace('install', { learned: false });
    filesBefore = contents(folder);
    workbench = await Workbench.open(browser, server.url, folder);
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const storage = () => path.join(server.data, 'data/User/globalStorage/canonym.canonym');

test('a message names the remedy, once', async (workbench) => {
    const message = workbench.notification('Canonym cannot check names yet');
    await workbench.button(message, 'Install Server').waitFor();
    assert.equal(await message.count(), 1);
    await workbench.screenshot('missing-server');
});

test('the Names view names it too', async (workbench) => {
    await workbench.showCanonym();
    const pane = workbench.page.locator('.pane', { hasText: 'Canonym has no language server yet' });
    await pane.waitFor();
    await workbench.screenshot('missing-server-view');
    await workbench.showSetting(pane.locator('a', { hasText: 'setting canonym.server.path' }), 'Absolute path of the canonym program');
});

test('the button of the message asks for consent', async (workbench) => {
    const message = workbench.notification('Canonym cannot check names yet');
    const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'Install the Canonym language server?' });
    await workbench.clickUntil(workbench.button(message, 'Install Server'), () => dialog.isVisible(), 'consent is asked for');
    await workbench.screenshot('install-consent');
    assert.equal(existsSync(storage()), false, 'nothing is written before consent');
    await workbench.clickUntil(workbench.button(dialog, 'Install'), async () => !(await dialog.isVisible()), 'consent is given');
});

test('the server is installed into the storage of the extension and runs', async (workbench) => {
    await workbench.notification('Installing the Canonym language server').waitFor();
    await workbench.screenshot('installing');
    const running = await until(() => serverProcesses(server.home)[0], 'the installed server runs', 300_000);
    assert.ok(commandOf(running).includes(storage()));
    const offer = workbench.notification('has no termbase yet');
    await offer.waitFor();
    await workbench.screenshot('offer');
    await workbench.clickUntil(workbench.button(offer, 'Learn').first(), async () => !(await offer.isVisible()), 'the offer is taken');
    await workbench.openFile(seed('002'));
    await until(() => workbench.isUnderlined('Punjir'), 'findings are shown');
});

test('a decision is made and a draft is fixed with it', async (workbench) => {
    await workbench.showCanonym();
    await workbench.expand('Names', 'Amrullah Saleh');
    const isWritten = () => existsSync(path.join(folder, 'termbase.toml'));
    await workbench.rowMenu('Names', 'Salih', 'Admit This Spelling Too', isWritten);
    await workbench.command('Canonym: Fix All Names in File');
    await until(async () => (await workbench.text()).includes('Ahmad Massoud, leader'), 'all are fixed');
    await workbench.command('File: Revert File');
});

test('uninstalling leaves nothing outside the storage', async () => {
    await workbench.close();
    server.manage('--uninstall-extension', 'canonym.canonym');
    assert.doesNotMatch(server.manage('--list-extensions'), /canonym/);
    const ours = files(server.home).filter((file) => /canonym/i.test(path.relative(server.home, file)));
    const elsewhere = ours.filter((file) => !isStorage(file) && !isOfVsCode(file));
    assert.deepEqual(elsewhere, []);
    const outside = files(server.home).map((file) => path.relative(server.home, file)).filter((file) => !file.startsWith('data/'));
    assert.deepEqual(outside.filter((file) => !file.startsWith('.cache/Microsoft/')), [], 'neither pip nor the server left anything');
});

test('the workspace has what people asked for and nothing else', () => {
    const after = contents(folder);
    const made = [...after.keys()].filter((name) => !filesBefore.has(name));
    // By its locks the server and the command line wait for each other; git ignores the folder.
    const locks = ['.gitignore', 'CACHEDIR.TAG', 'locks/termbase.learned.jsonl.lock', 'locks/termbase.toml.lock'];
    const own = locks.map((name) => `.canonym/${name}`);
    assert.deepEqual(made.sort(), [...own, 'termbase.learned.jsonl', 'termbase.toml']);
    for (const [name, text] of filesBefore) {
        assert.equal(after.get(name), text, `${name} is as it was`);
    }
});

/** Whether a file is in the storage that VS Code gives an extension, for all workspaces or for one. */
function isStorage(file) {
    return file.startsWith(storage()) || /^data\/User\/workspaceStorage\/[^/]+\/canonym\.canonym\//.test(path.relative(server.data, file));
}

/** Whether a file is VS Code's to remove: its logs, and the extension itself, which goes at the next start. */
function isOfVsCode(file) {
    return /^(data\/logs|extensions)\//.test(path.relative(server.data, file));
}

function files(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The text of each file below a folder, by its path in it. */
function contents(folder) {
    return new Map(files(folder).map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]));
}
