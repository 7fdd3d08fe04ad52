// The commands of the palette, of the editor's menu and of the status bar, as a person reaches them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

const draft = seed('002');
let browser, server, workbench, folder;
before(async () => {
    browser = await launch();
    server = await serve({ name: 'commands' });
    folder = workspace('commands');
    workbench = await Workbench.open(browser, server.url, folder);
    await workbench.openFile(draft);
    await until(() => workbench.isUnderlined('Masoud'), 'findings are shown');
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const termbase = () => path.join(folder, 'termbase.toml');
const decided = () => (existsSync(termbase()) ? readFileSync(termbase(), 'utf8') : '');

test('the menu of the editor explains the name at the cursor', async (workbench) => {
    await workbench.editorMenu('Punjir', 'Canonym', 'Explain Name', { picture: 'editor-menu' });
    const tab = workbench.tab('Preview Punjir');
    await tab.waitFor();
    const card = workbench.webview();
    await card.locator('body', { hasText: 'Panjshir' }).waitFor();
    await workbench.screenshot('explanation');
    assert.doesNotMatch(await card.locator('body').innerText(), /file:/);
    await workbench.closeEditor('Preview Punjir');
});

test('the menu of the editor fixes all names', async (workbench) => {
    await workbench.editorMenu('Punjir', 'Canonym', 'Fix All Names in File');
    await until(async () => (await workbench.text()).includes('Ahmad Massoud, leader'), 'all are fixed');
    await workbench.command('File: Revert File');
    await until(() => workbench.isUnderlined('Punjir'), 'the draft is as it was');
});

test('the selection is added as a name', async (workbench) => {
    await workbench.doubleClick('Macron');
    await workbench.command('Canonym: Add Selection as Name');
    const kind = workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Person' });
    await kind.waitFor();
    await workbench.screenshot('add-name');
    await kind.click();
    await until(() => decided().includes('preferred = "Macron"'), 'the name is in termbase.toml');
    assert.match(decided(), /kind = "person"/);
});

test('the language status names the termbase and leads to the names', async (workbench) => {
    const status = workbench.page.locator('.statusbar-item[id="status.languageStatus"]');
    await status.waitFor();
    await status.hover();
    const known = workbench.page.locator('.hover-language-status', { hasText: /\d+ names from 4 articles, 1 undecided/ });
    await known.waitFor();
    await workbench.screenshot('language-status');
    await known.locator('a', { hasText: 'Show Names' }).click();
    await workbench.page.locator('.pane-header[aria-label^="Names"]').waitFor();
});

test('the workspace is checked and its findings are listed', async (workbench) => {
    await workbench.closeEditor(draft);
    await workbench.command('Canonym: Check Workspace');
    const found = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Masoud' }).first();
    await found.waitFor();
    await workbench.screenshot('check-workspace');
    await found.dblclick();
    await workbench.tab(draft).waitFor();
    await workbench.page.keyboard.press('Control+j');
});

test('the termbase is opened, and the server helps to write it', async (workbench) => {
    await workbench.command('Canonym: Open Termbase');
    await workbench.tab('termbase.toml').waitFor();
    await until(async () => (await workbench.text()).includes('preferred = "Macron"'), 'what was decided is shown');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type('prefered = "Emmanuel Macron"\n', { delay: 5 });
    await until(() => workbench.isUnderlined('prefered'), 'a wrong key is underlined');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'deprecated' }).first().waitFor();
    await workbench.screenshot('termbase');
    await workbench.page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.closeEditor('termbase.toml');
});

test('the settings file is helped with as well', async (workbench) => {
    await workbench.openFile('canonym.toml');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('corpsu = []\n', { delay: 5 });
    await until(() => workbench.isUnderlined('corpsu'), 'an unknown key is underlined');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: 'exclude' }).first().waitFor();
    await workbench.screenshot('settings-file');
    await workbench.page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await workbench.closeEditor('canonym.toml');
});

test('the log is shown', async (workbench) => {
    await workbench.command('Canonym: Show Log');
    // What stands in it is written by a library that is compiled, which this VS Code lacks.
    await until(async () => (await workbench.page.locator('.panel select').first().inputValue()).length > 0, 'a channel is chosen');
    await workbench.page.locator('.panel .part-header, .panel', { hasText: 'Output' }).first().waitFor();
    await workbench.screenshot('log');
    await workbench.page.keyboard.press('Control+j');
});

test('each page of the walkthrough has its picture and its button', async (workbench) => {
    await workbench.command('Canonym: Get Started');
    const steps = workbench.page.locator('.getting-started-step');
    for (const [id, button] of [
        ['learn', 'Learn from Corpus'], ['see', 'Show Names'], ['fix', 'Fix All Names in File'], ['decide', 'Compare Side by Side'],
    ]) {
        const step = workbench.page.locator(`.getting-started-step[data-step-id$="#${id}"]`);
        await step.locator('.step-title').click();
        await step.locator('.monaco-button', { hasText: button }).waitFor();
        const picture = workbench.page.locator('.getting-started-media img');
        await until(() => picture.evaluate((image) => image.naturalWidth > 0).catch(() => false), `${id} has its picture`);
        await workbench.screenshot(`walkthrough-${id}`);
    }
    assert.equal(await steps.count(), 4);
    await workbench.page.locator('.getting-started-step[data-step-id$="#decide"] .monaco-button').click();
    await workbench.tab('Review Names').waitFor();
});

test('without drafts the Names view says so', async (workbench) => {
    await workbench.command('View: Close All Editors');
    rmSync(path.join(folder, 'drafts'), { recursive: true });
    const none = workbench.page.locator('.pane', { hasText: 'No draft of this workspace has a name that the termbase knows' });
    await until(async () => {
        await workbench.viewAction('Names', 'Refresh');
        return none.isVisible();
    }, 'nothing is listed');
    await workbench.screenshot('names-none');
});
