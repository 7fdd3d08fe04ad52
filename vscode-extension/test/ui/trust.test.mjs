// A workspace that nobody trusts: drafts are checked, and nothing that lies in it is run.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { programs } from '../lib/paths.mjs';
import { commandOf, serverProcesses } from '../lib/processes.mjs';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench, folder, trap;
before(async () => {
    browser = await launch();
    folder = workspace('untrusted');
    trap = setTraps(folder);
    server = await serve({
        name: 'untrusted',
        settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
        path: [path.join(folder, 'bin')],
    });
    workbench = await Workbench.open(browser, server.url, folder);
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const learned = () => path.join(folder, 'termbase.learned.jsonl');
const test = (name, run) => clicks(name, () => workbench, run);

/** Programs in the workspace that tell when they are run, named by its settings and by PATH. */
function setTraps(folder) {
    const marker = path.join(folder, 'was-run');
    mkdirSync(path.join(folder, 'bin'));
    for (const name of ['canonym', 'python', 'python3']) {
        const program = path.join(folder, 'bin', name);
        writeFileSync(program, `#!/bin/sh\necho ${name} >> '${marker}'\n`);
        chmodSync(program, 0o755);
    }
    mkdirSync(path.join(folder, '.vscode'));
    const settings = { 'canonym.server.path': path.join(folder, 'bin/canonym') };
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    // What Python would import if it ran in the folder.
    mkdirSync(path.join(folder, 'canonym'));
    writeFileSync(path.join(folder, 'canonym/__init__.py'), `open(${JSON.stringify(marker)}, 'a').write('imported')\n`);
    return marker;
}

test('drafts are checked in restricted mode', async (workbench) => {
    await workbench.openFile(seed('002'));
    await workbench.statusBar('Restricted Mode').waitFor();
    await until(() => workbench.isUnderlined('Punjir'), 'findings are shown');
    await workbench.screenshot('restricted-mode');
    const [running] = serverProcesses(server.home);
    assert.match(commandOf(running), new RegExp(`${programs}/canonym`));
});

test('learning waits for trust', async (workbench) => {
    await workbench.offer('>Canonym:', () => workbench.pick('Canonym: Check Workspace').isVisible());
    assert.equal(await workbench.pick('Learn from Corpus').count(), 0);
    await workbench.press('Escape', async () => !(await workbench.input.isVisible()), 'the palette is closed');
});

test('nothing of the workspace was run', () => assert.equal(existsSync(trap), false));

test('neither the server nor the status bar learns what nobody trusts', async (workbench) => {
    rmSync(learned());
    await workbench.command('Canonym: Restart Server');
    await workbench.showCanonym();
    await workbench.welcome('Manage Workspace Trust').waitFor();
    await workbench.screenshot('restricted-view');
    const message = workbench.notification('Nothing is learned in Restricted Mode');
    await workbench.clickUntil(workbench.statusBar('No termbase'), () => message.isVisible(), 'it says that nothing is learned');
    assert.equal(await workbench.notification('has no termbase yet').count(), 0, 'the server does not offer it');
    await workbench.screenshot('restricted-learning');
    const trust = workbench.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ });
    await workbench.clickUntil(workbench.button(message, 'Manage Workspace Trust'), () => trust.isVisible(), 'trust is asked for');
    rmSync(path.join(folder, 'bin'), { recursive: true });
    const offer = workbench.notification('has no termbase yet');
    await workbench.clickUntil(trust, async () => !(await trust.isVisible()), 'the workspace is trusted');
    await offer.waitFor();
    await workbench.clickUntil(workbench.button(offer, 'Learn').first(), async () => !(await offer.isVisible()), 'the offer is taken');
    await until(() => existsSync(learned()), 'the trusted workspace is learned');
});
