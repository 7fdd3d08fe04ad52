// The side bar: names with their spellings and mentions, and decisions about them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks } from '../lib/suite.mjs';
import { insist, until } from '../lib/until.mjs';
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

/** Shows the names that pass a filter. */
const filterBy = (filter) => workbench.choosePick(() => workbench.viewAction('Names', 'Filter Names'), filter);
const showAll = () => workbench.viewActionUntil('Names', 'Show All Names', () => workbench.row('Names', 'Afghanistan').isVisible());

test('names are shown with their spellings and places', async (workbench) => {
    await workbench.showCanonym();
    await workbench.expand('Names', 'Panjshir');
    const wrong = workbench.row('Names', 'Punjir');
    await wrong.waitFor();
    await workbench.expand('Names', 'Punjir');
    await workbench.screenshot('names-view');
    const mention = workbench.row('Names', seed('002'));
    await workbench.clickUntil(mention, () => workbench.tab(seed('002')).isVisible(), 'the draft is opened');
    await until(() => workbench.isUnderlined('Punjir'), 'the mention is shown');
    await workbench.picture('names', { x: 0, y: 30, width: 924, height: 560 });
});

test('a filter shows what needs a look', async (workbench) => {
    await workbench.showCanonym();
    await filterBy('Wrong forms in use');
    await workbench.row('Names', 'Kabul').waitFor({ state: 'detached' });
    await workbench.row('Names', 'Panjshir').waitFor();
    await workbench.screenshot('names-filtered');
    await showAll();
});

test('a new name is added from the view', async (workbench) => {
    await filterBy('Names of the drafts that no termbase has');
    await workbench.expand('Names', 'Brackwater');
    await workbench.screenshot('new-names');
    const spelling = workbench.pane('Names').locator('.monaco-list-row[aria-level="2"]').first();
    await workbench.choosePick(() => workbench.rowAction(spelling, 'Add as Name'), 'Person');
    await until(() => decided().includes('preferred = "Brackwater"'), 'the name is in termbase.toml');
    await workbench.row('Names', 'Brackwater').waitFor({ state: 'detached' });
    await showAll();
});

test('a spelling is decided from the view', async (workbench) => {
    await workbench.expand('Names', 'Amrullah Saleh');
    await workbench.rowMenu('Names', 'Salih', 'Admit This Spelling Too', () => decided().includes('admitted = ["Salih"]'));
});

test('what passes no filter says so', async (workbench) => {
    await filterBy('Names whose spellings compete');
    await workbench.welcome('Show All Names').waitFor();
    await workbench.screenshot('names-empty');
    const all = workbench.welcome('Show All Names');
    await workbench.clickUntil(all, () => workbench.row('Names', 'Afghanistan').isVisible(), 'all are shown');
});

test('two names that only look alike are kept apart from the view', async (workbench) => {
    await workbench.expand('Names', 'anti-Taliban');
    await workbench.rowMenu('Names', 'anti-Tibetan', 'Never the Same Name', () => decided().includes('not = ["anti-Tibetan"]'));
    await workbench.row('Names', 'anti-Tibetan').waitFor({ state: 'detached' });
});

test('another spelling is preferred from the view', async (workbench) => {
    await workbench.expand('Names', 'Panjshir');
    await workbench.rowMenu('Names', 'Punjir', 'Prefer This Spelling', () => decided().includes('preferred = "Punjir"'));
    await workbench.viewActionUntil('Names', 'Refresh', () => workbench.row('Names', 'Punjir').isVisible());
});

test('the view follows changes of the termbase, hidden or not', async (workbench) => {
    const file = path.join(folder, 'termbase.toml');
    const before = decided();
    await workbench.command('View: Show Explorer');
    await workbench.pane('Names').waitFor({ state: 'hidden' });
    writeFileSync(file, `${before}\n[[name]]\npreferred = "Kaboul"\ndeprecated = ["Kabul"]\n`);
    await workbench.showCanonym();
    await workbench.row('Names', 'Kaboul').waitFor();
    writeFileSync(file, before);
    await workbench.row('Names', 'Kaboul').waitFor({ state: 'detached' });
});

test('a name is explained from the view', async (workbench) => {
    await workbench.rowMenu('Names', 'Kabul', 'Explain', () => workbench.tab('Preview Kabul').isVisible());
    await workbench.closeEditor('Preview Kabul');
});

test('a name is mended in the whole workspace from the view', async (workbench) => {
    await workbench.expand('Names', 'Ahmad Shah Massoud');
    const question = workbench.page.locator('.monaco-dialog-box', { hasText: 'Files: 1' });
    await workbench.rowMenu('Names', 'Masoud', 'Fix All in Workspace', () => question.isVisible());
    await workbench.screenshot('fix-workspace');
    const apply = workbench.button(question, 'Apply');
    await workbench.clickUntil(apply, async () => !(await question.isVisible()), 'the question is answered');
    await workbench.openFile(seed('002'));
    await until(async () => (await workbench.text()).includes('Ahmad Shah Massoud'), 'the draft is mended');
});

test('an article is opened from the Review view', async (workbench) => {
    await workbench.showCanonym();
    await workbench.expand('Review', '1 mention in 1 article');
    const example = workbench.row('Review', 'Two days before the attacks');
    await workbench.clickUntil(example, () => workbench.tab(seed('001')).isVisible(), 'the article is opened');
    await workbench.screenshot('review-example');
    await workbench.closeEditor(seed('001'));
});

test('a review decision is written to the termbase', async (workbench) => {
    await workbench.showCanonym();
    await workbench.row('Review', 'Qaeda').waitFor();
    await workbench.screenshot('review-view');
    const undecided = workbench.row('Review', 'Al-Qaeda / al Qaeda');
    const isOpen = () => workbench.tab('Review Names').isVisible();
    await insist(() => workbench.rowAction(undecided, 'Compare Side by Side'), isOpen, 'the review is opened');
    const page = workbench.webview();
    const button = page.locator('button[data-type="prefer"][data-form="al Qaeda"]');
    await button.waitFor();
    await workbench.screenshot('review-table');
    await workbench.picture('decide', { x: 352, y: 30, width: 924, height: 590 });
    const article = page.locator('button[data-type="open"]', { hasText: '001' });
    await workbench.clickUntil(article, () => workbench.tab(seed('001')).isVisible(), 'the article is opened');
    await workbench.closeEditor(seed('001'));
    await workbench.clickUntil(button, () => decided().includes('preferred = "al Qaeda"'), 'it is in termbase.toml');
    assert.match(decided(), /deprecated = \["Al-Qaeda"\]/);
    await workbench.row('Review', 'Qaeda').waitFor({ state: 'detached' });
    await workbench.page.locator('.pane', { hasText: 'Nothing waits for a decision.' }).waitFor();
    await page.locator('.nothing', { hasText: 'Nothing waits for a decision.' }).waitFor();
    assert.equal(await workbench.page.locator('.notification-list-item .codicon-error').count(), 0, 'no error was told');
    await workbench.screenshot('review-done');
});
