// The side bar: names with their spellings and mentions, and decisions about them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

let browser, server, workbench, folder;
before(async () => {
    browser = await launch();
    server = await serve({ name: 'views' });
    folder = workspace('views');
    writeFileSync(path.join(folder, 'drafts/letter.txt'), 'Then Selvin Brackwater came. Later Selvin Brackwater left.\n');
    workbench = await Workbench.open(browser, server.url, folder);
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const decided = () => {
    const file = path.join(folder, 'termbase.toml');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

test('names are shown with their spellings and places', async (workbench) => {
    await workbench.showCanonym();
    await workbench.expand('Names', 'Panjshir');
    const wrong = workbench.row('Names', 'Punjir');
    await wrong.waitFor();
    await workbench.expand('Names', 'Punjir');
    await workbench.screenshot('names-view');
    await workbench.picture('names', 620);
    await workbench.row('Names', seed('002')).click();
    await workbench.tab(seed('002')).waitFor();
    await until(async () => (await workbench.text()).includes('Punjir'), 'the mention is shown');
});

test('a filter shows what needs a look', async (workbench) => {
    await workbench.showCanonym();
    await workbench.viewAction('Names', 'Filter Names');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Wrong forms in use' }).click();
    await workbench.row('Names', 'Kabul').waitFor({ state: 'detached' });
    await workbench.row('Names', 'Panjshir').waitFor();
    await workbench.screenshot('names-filtered');
    await workbench.viewAction('Names', 'Show All Names');
    await workbench.row('Names', 'Afghanistan').waitFor();
});

test('a new name is added from the view', async (workbench) => {
    await workbench.viewAction('Names', 'Filter Names');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Names of the drafts that no termbase has' }).click();
    await workbench.expand('Names', 'Brackwater');
    await workbench.screenshot('new-names');
    await workbench.spellingAction('Names', 'Add as Name');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Person' }).click();
    await until(() => decided().includes('preferred = "Brackwater"'), 'the name is in termbase.toml');
    await workbench.row('Names', 'Brackwater').waitFor({ state: 'detached' });
    await workbench.viewAction('Names', 'Show All Names');
});

test('a spelling is decided from the view', async (workbench) => {
    await workbench.expand('Names', 'Amrullah Saleh');
    await workbench.rowMenu('Names', 'Salih', 'Admit This Spelling Too');
    await until(() => decided().includes('admitted = ["Salih"]'), 'it is admitted');
});

test('a review decision is written to the termbase', async (workbench) => {
    await workbench.showCanonym();
    await workbench.row('Review', 'Qaeda').waitFor();
    await workbench.screenshot('review-view');
    await workbench.viewAction('Review', 'Compare Side by Side');
    const page = workbench.webview();
    const button = page.locator('button[data-type="prefer"][data-form="al Qaeda"]');
    await button.waitFor();
    await workbench.screenshot('review-table');
    await workbench.picture('decide', 620);
    await button.click();
    await until(() => decided().includes('preferred = "al Qaeda"'), 'the decision is in termbase.toml');
    assert.match(decided(), /deprecated = \["Al-Qaeda"\]/);
    await workbench.row('Review', 'Qaeda').waitFor({ state: 'detached' });
    await workbench.screenshot('review-done');
});
