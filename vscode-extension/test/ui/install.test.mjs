// Installing the server on request: with consent, into the extension's storage, and out again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { checkout, programs, scratch } from '../lib/paths.mjs';
import { commandOf, serverProcesses } from '../lib/processes.mjs';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench;
before(async () => {
    browser = await launch();
    // pip finds this checkout's server here, and what it needs where it always does.
    const wheels = path.join(scratch, 'wheels');
    execFileSync(path.join(programs, 'python'), ['-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', wheels, checkout], { stdio: 'pipe' });
    server = await serve({ name: 'install', server: false, env: { PIP_FIND_LINKS: wheels } });
    workbench = await Workbench.open(browser, server.url, workspace('install'));
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const storage = () => path.join(server.data, 'data/User/globalStorage/canonym.canonym');

test('the button of the message asks for consent', async (workbench) => {
    const message = workbench.notification('Canonym cannot check names yet');
    await workbench.button(message, 'Install Server').click();
    const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'Install the Canonym language server?' });
    await dialog.waitFor();
    await workbench.screenshot('install-consent');
    assert.equal(existsSync(storage()), false, 'nothing is written before consent');
    await dialog.locator('.monaco-button', { hasText: 'Install' }).click();
});

test('the server is installed into the storage of the extension and runs', async (workbench) => {
    await workbench.notification('Installing the Canonym language server').waitFor();
    await workbench.screenshot('installing');
    const running = await until(() => serverProcesses(server.home)[0], 'the installed server runs', 300_000);
    assert.ok(commandOf(running).includes(storage()));
    await workbench.openFile(seed('002'));
    await until(() => workbench.isUnderlined('Punjir'), 'findings are shown');
});

test('uninstalling leaves nothing outside the storage', async () => {
    await workbench.close();
    server.manage('--uninstall-extension', 'canonym.canonym');
    assert.doesNotMatch(server.manage('--list-extensions'), /canonym/);
    const ours = files(server.home).filter((file) => /canonym/i.test(path.relative(server.home, file)));
    const elsewhere = ours.filter((file) => !file.startsWith(storage()) && !isOfVsCode(file));
    assert.deepEqual(elsewhere, []);
    assert.equal(existsSync(path.join(server.home, '.cache/pip')), false);
});

/** Whether a file is VS Code's to remove: its logs, and the extension itself, which goes at the next start. */
function isOfVsCode(file) {
    return /^(data\/logs|extensions)\//.test(path.relative(server.data, file));
}

function files(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
}
