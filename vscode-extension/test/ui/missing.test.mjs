// No server anywhere: one message says what to do, and its button does it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench;
before(async () => {
    browser = await launch();
    server = await serve({ name: 'missing', server: false });
    workbench = await Workbench.open(browser, server.url, workspace('missing', { learned: false }));
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);

test('a message names the remedy', async (workbench) => {
    const message = workbench.notification('Canonym cannot check names yet');
    await message.waitFor();
    await workbench.screenshot('missing-server');
    assert.equal(await message.count(), 1);
    await workbench.button(message, 'Install Server').waitFor();
});

test('the Names view says so too', async (workbench) => {
    await workbench.showCanonym();
    await workbench.page.locator('.pane', { hasText: 'Canonym has no language server yet' }).waitFor();
    await workbench.screenshot('missing-server-view');
});
