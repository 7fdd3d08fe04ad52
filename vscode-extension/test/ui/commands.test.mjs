// The commands of the palette, of the editor's menu and of the status bar, as a person reaches them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks, pictured } from '../lib/suite.mjs';
import { insist, SOON, until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

const draft = seed('002');
let browser, server, workbench, folder;
before(async () => {
    browser = await launch();
    server = await serve({ name: 'commands' });
    folder = workspace('commands');
    workbench = await Workbench.open(browser, server.url, folder);
    await pictured('commands', () => workbench, async () => {
        await workbench.openFile(draft);
        await until(() => workbench.isUnderlined('Masoud'), 'findings are shown');
    });
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const termbase = () => path.join(folder, 'termbase.toml');
const decided = () => (existsSync(termbase()) ? readFileSync(termbase(), 'utf8') : '');

test('the menu of the editor explains the name at the cursor', async (workbench) => {
    const isOpen = () => workbench.tab('Preview Punjir').isVisible();
    await workbench.editorMenu('Punjir', 'Canonym', 'Explain Name', isOpen, 'editor-menu');
    const card = workbench.webview();
    await card.locator('body', { hasText: 'Panjshir' }).waitFor();
    await workbench.screenshot('explanation');
    assert.doesNotMatch(await card.locator('body').innerText(), /file:/);
    await workbench.closeEditor('Preview Punjir');
});

test('the menu of the editor fixes all names', async (workbench) => {
    const isFixed = async () => (await workbench.text()).includes('Ahmad Massoud, leader');
    await workbench.editorMenu('Punjir', 'Canonym', 'Fix All Names in File', isFixed);
    await workbench.command('File: Revert File');
    await until(() => workbench.isUnderlined('Punjir'), 'the draft is as it was');
});

test('the selection is added as a name', async (workbench) => {
    await workbench.doubleClick('Macron');
    const kinds = async () => {
        await workbench.command('Canonym: Add Selection as Name');
        await workbench.pick('Person').waitFor();
        await workbench.screenshot('add-name');
    };
    await workbench.choosePick(kinds, 'Person');
    await until(() => decided().includes('preferred = "Macron"'), 'the name is in termbase.toml');
    assert.match(decided(), /kind = "person"/);
});

test('the language status names the termbase and leads to the names', async (workbench) => {
    const status = workbench.page.locator('.statusbar-item[id="status.languageStatus"]');
    const known = workbench.page.locator('.hover-language-status', { hasText: /\d+ names from 4 articles, 1 undecided/ });
    const names = workbench.page.locator('.pane-header[aria-label^="Names"]');
    const card = () => insist(async () => {
        await workbench.page.mouse.move(0, 0);
        await status.hover();
    }, () => known.isVisible(), 'the language status is shown');
    await card();
    await workbench.screenshot('language-status');
    await insist(async () => {
        await card();
        await known.locator('a', { hasText: 'Show Names' }).click({ timeout: SOON });
    }, () => names.isVisible(), 'the names are shown');
});

test('the workspace is checked and its findings are listed', async (workbench) => {
    await workbench.closeEditor(draft);
    await workbench.command('Canonym: Check Workspace');
    const found = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'Masoud' }).first();
    await found.waitFor();
    await workbench.screenshot('check-workspace');
    await insist(() => found.dblclick({ timeout: SOON }), () => workbench.tab(draft).isVisible(), 'the draft is opened');
    await workbench.focused();
    await workbench.command('View: Hide Panel');
});

test('the termbase is opened, and the server helps to write it', async (workbench) => {
    await workbench.command('Canonym: Open Termbase');
    await workbench.tab('termbase.toml').waitFor();
    await until(async () => (await workbench.text()).includes('preferred = "Macron"'), 'what was decided is shown');
    await helped(workbench, { line: 'prefered = "Emmanuel Macron"', wrong: 'prefered', offered: 'deprecated' });
    await workbench.screenshot('termbase');
    await dropped(workbench, 'termbase.toml', 'prefered');
});

test('the settings file is helped with as well', async (workbench) => {
    await workbench.openFile('canonym.toml');
    await helped(workbench, { line: 'corpsu = []', wrong: 'corpsu', offered: 'exclude' });
    await workbench.screenshot('settings-file');
    await dropped(workbench, 'canonym.toml', 'corpsu');
});

test('the log is shown', async (workbench) => {
    await workbench.command('Canonym: Show Log');
    // What stands in it is written by a library that is compiled, which this VS Code lacks.
    await until(async () => (await workbench.page.locator('.panel select').first().inputValue()).length > 0, 'a channel is chosen');
    await workbench.page.locator('.panel .part-header, .panel', { hasText: 'Output' }).first().waitFor();
    await workbench.screenshot('log');
    await workbench.command('View: Hide Panel');
});

test('each page of the walkthrough has its picture and its button', async (workbench) => {
    await workbench.command('View: Close Primary Side Bar');
    await workbench.command('Canonym: Get Started');
    const steps = workbench.page.locator('.getting-started-step');
    for (const [id, button] of [
        ['learn', 'Learn from Corpus'], ['see', 'Show Names'], ['fix', 'Fix All Names in File'], ['decide', 'Compare Side by Side'],
    ]) {
        const step = workbench.page.locator(`.getting-started-step[data-step-id$="#${id}"]`);
        const opened = () => step.locator('.monaco-button', { hasText: button }).isVisible();
        await workbench.clickUntil(step.locator('.step-title'), opened, `${id} is opened`);
        const picture = workbench.page.locator('.getting-started-media img');
        await until(() => picture.evaluate((image) => image.naturalWidth > 0).catch(() => false), `${id} has its picture`);
        await workbench.screenshot(`walkthrough-${id}`);
    }
    assert.equal(await steps.count(), 4);
    const button = workbench.page.locator('.getting-started-step[data-step-id$="#decide"] .monaco-button');
    await workbench.clickUntil(button, () => workbench.tab('Review Names').isVisible(), 'the review is opened');
    await workbench.webview().locator('h1').waitFor();
});

test('without drafts the Names view says so', async (workbench) => {
    await workbench.command('View: Close All Editors');
    await workbench.showCanonym();
    rmSync(path.join(folder, 'drafts'), { recursive: true });
    const none = workbench.page.locator('.pane', { hasText: 'No draft of this workspace has a name that the termbase knows' });
    await workbench.viewActionUntil('Names', 'Refresh', () => none.isVisible());
    const counted = workbench.page.locator('.statusbar-item[id*="canonym"]');
    await until(async () => (await counted.innerText()).trim() === '0', 'no finding is left of what is gone');
    await workbench.screenshot('names-none');
});

/** Writes a line with a wrong key at the end of a TOML file: it is underlined, and the keys that there are are offered. */
async function helped(workbench, { line, wrong, offered }) {
    await workbench.focused();
    await workbench.page.keyboard.press('Control+End');
    // Put in at once, as from the clipboard: while it is typed, what is suggested would take the key Enter for itself.
    await workbench.page.keyboard.insertText(`\n${line}\n`);
    await until(() => workbench.isUnderlined(wrong), `${wrong} is underlined`);
    const suggestion = workbench.page.locator('.suggest-widget .monaco-list-row', { hasText: offered }).first();
    await workbench.press('Control+Space', () => suggestion.isVisible(), `${offered} is offered`);
}

/** Drops what was written to a file, and closes it. */
async function dropped(workbench, file, written) {
    await workbench.page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    await until(async () => !(await workbench.text()).includes(written), 'the file is as it was');
    await workbench.closeEditor(file);
}
