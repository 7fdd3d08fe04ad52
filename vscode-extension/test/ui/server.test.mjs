// The server at work: learning with progress that can be stopped, starting again, a crash.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { serverProcesses } from '../lib/processes.mjs';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench, folder;
before(async () => {
    browser = await launch();
    // The server's own offer to learn would stand above what is looked at; install.test.mjs takes it.
    server = await serve({ name: 'server', settings: { 'canonym.offerLearning': false } });
    folder = workspace('server', { learned: false });
    enlarge(path.join(folder, 'articles'));
    workbench = await Workbench.open(browser, server.url, folder);
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const learned = () => path.join(folder, 'termbase.learned.jsonl');
const only = () => until(() => {
    const found = serverProcesses(server.home);
    return found.length === 1 && found[0];
}, 'one server runs');

/** Adds articles until learning takes long enough to be watched. */
function enlarge(articles) {
    const text = ['000', '001', '003', '004'].map((number) => readFileSync(path.join(articles, seed(number)), 'utf8')).join('\n\n');
    const lines = text.split('\n').filter((line) => line.length > 40);
    mkdirSync(path.join(articles, 'more'));
    for (let number = 0; number < 600; number += 1) {
        const some = lines.filter((_, index) => (index * 7 + number) % 11 < 6).map((line) => `${line} No. ${number}.`);
        writeFileSync(path.join(articles, 'more', `${number}.txt`), some.join('\n\n'));
    }
}

test('an empty Names view offers to learn', async (workbench) => {
    await workbench.showCanonym();
    await workbench.welcome('Learn from Corpus').waitFor();
    await workbench.screenshot('no-termbase');
});

test('without findings, checking the workspace says so', async (workbench) => {
    await workbench.command('Canonym: Check Workspace');
    const message = workbench.notification('No findings in 1 file.');
    await message.waitFor();
    await workbench.screenshot('no-findings');
    await message.hover();
    const close = message.locator('.codicon-notifications-clear');
    await workbench.clickUntil(close, async () => !(await message.isVisible()), 'the message is closed');
});

test('learning shows progress and can be stopped', async (workbench) => {
    const progress = workbench.notification('Canonym: learning');
    await workbench.clickUntil(workbench.welcome('Learn from Corpus'), () => progress.isVisible(), 'it is learned');
    await workbench.button(progress, 'Cancel').waitFor();
    await workbench.notification(/\d+ of \d+/).waitFor();
    await workbench.screenshot('learning');
    const size = workbench.page.viewportSize();
    await workbench.page.setViewportSize({ width: 800, height: 480 });
    await workbench.picture('learn');
    await workbench.page.setViewportSize(size);
    await workbench.clickUntil(workbench.button(progress, 'Cancel'), async () => !(await progress.isVisible()), 'it is stopped');
    assert.equal(existsSync(learned()), false);
});

test('learning to the end fills the view', async (workbench) => {
    const progress = workbench.notification('Canonym: learning');
    await workbench.clickUntil(workbench.welcome('Learn from Corpus'), () => progress.isVisible(), 'it is learned');
    await until(() => existsSync(learned()), 'the termbase is written', 180_000);
    await workbench.row('Names', 'Massoud').waitFor();
});

test('the server is started again', async (workbench) => {
    const before = await only();
    await workbench.command('Canonym: Restart Server');
    await until(async () => (await only()) !== before, 'another process runs');
    await workbench.row('Names', 'Massoud').waitFor();
});

test('a server that dies is started again', async (workbench) => {
    // One that is killed before it has answered never ran; findings show that this one does.
    await workbench.openFile(seed('002'));
    await until(() => workbench.isUnderlined('Punjir'), 'findings are shown');
    const before = await only();
    process.kill(before, 'SIGKILL');
    await until(async () => (await only()) !== before, 'another process runs');
    await workbench.row('Names', 'Massoud').waitFor();
});

test('closing the window ends the server', async (workbench) => {
    await workbench.page.close();
    server.stop();
    await until(() => serverProcesses(server.home).length === 0, 'no server runs');
    server = undefined;
});
