// A draft with misspelt names: underlined, explained, fixed one by one and all at once.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { seed, workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { clicks, pictured } from '../lib/suite.mjs';
import { insist, SOON, until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

const draft = seed('002');
/** Where the editor is in the window. */
const EDITOR = { x: 352, y: 30, width: 924 };
const LIMIT = 200;
const STARTS = 8;
let browser, server, workbench, folder;
before(async () => {
    browser = await launch();
    server = await serve({ name: 'findings' });
    folder = workspace('findings');
    workbench = await Workbench.open(browser, server.url, folder);
    await pictured('findings', () => workbench, () => workbench.openFile(draft));
});
after(async () => {
    await browser?.close();
    server?.stop();
});
const test = (name, run) => clicks(name, () => workbench, run);
const saved = () => readFileSync(path.join(folder, 'drafts', draft), 'utf8');
const place = (word) => {
    const lines = saved().split('\n');
    const line = lines.findIndex((text) => text.includes(word));
    return [line + 1, lines[line].indexOf(word) + 1];
};

test('other spellings of known names are underlined', async (workbench) => {
    for (const word of ['Masoud', 'Punjir', 'Salih']) {
        await until(() => workbench.isUnderlined(word), `${word} is underlined`);
    }
    assert.equal(await workbench.isUnderlined('Kabul'), false);
    await workbench.screenshot('squiggles');
});

test('the status bar counts them', async (workbench) => {
    const item = workbench.page.locator('.statusbar-item[id*="canonym"]');
    await until(async () => Number((await item.innerText()).trim()) >= 10, 'ten findings or more are counted');
});

test('pointing at a name shows whose it is', async (workbench) => {
    await workbench.hover('Salih', workbench.page.locator('.monaco-hover:visible', { hasText: 'Amrullah Saleh' }));
    await workbench.screenshot('hover-card');
    await workbench.picture('see', { ...EDITOR, height: 420 });
    await workbench.page.keyboard.press('Escape');
});

test('F8 goes from finding to finding', async (workbench) => {
    await workbench.goTo(1);
    const problem = workbench.page.locator('.marker-widget', { hasText: 'canonym' });
    await workbench.press('F8', () => problem.isVisible(), 'the finding is shown');
    await workbench.screenshot('next-problem');
    const fix = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Replace with “Massoud”' });
    await workbench.press('Control+.', () => fix.isVisible(), 'its fix is offered');
    await workbench.press('Escape', async () => !(await fix.isVisible()), 'the menu is closed');
    await workbench.press('Escape', async () => !(await problem.isVisible()), 'the finding is closed');
});

test('all that can be done about a name stands in the menu, and what is decided is asked once', async (workbench) => {
    const termbase = path.join(folder, 'termbase.toml');
    const menu = workbench.page.locator('.action-widget');
    const row = (title) => menu.locator('.monaco-list-row', { hasText: title }).first();
    const decision = '“Punjir” is never “Panjshir”';
    const question = workbench.page.locator('.monaco-dialog-box', { hasText: `${decision}?` });
    const ask = async () => {
        await workbench.goTo(...place('Punjir'));
        await insist(async () => {
            if (!(await row(decision).isVisible())) await workbench.page.keyboard.press('Control+.');
            await row(decision).click({ timeout: SOON });
        }, () => question.isVisible(), 'the decision is asked about');
    };
    await workbench.goTo(...place('Punjir'));
    await workbench.press('Control+.', () => row('Replace with “Panjshir”').isVisible(), 'the menu is shown');
    for (const title of ['Admit “Punjir” beside “Panjshir”', 'Prefer “Punjir” over “Panjshir”', 'Ignore “Punjir” in this file']) {
        assert.ok(await row(title).isVisible(), title);
    }
    await workbench.screenshot('quick-fix-kinds');
    await workbench.press('Escape', async () => !(await row(decision).isVisible()), 'the menu is closed');
    await ask();
    await workbench.screenshot('decision-asked');
    await workbench.press('Escape', async () => !(await question.isVisible()), 'the question is closed');
    await ask();
    assert.equal(existsSync(termbase), false, 'nothing was written');
    await workbench.clickUntil(workbench.button(question, 'Write'), async () => !(await question.isVisible()), 'it is confirmed');
    await until(() => existsSync(termbase) && /not = \["Punjir"\]/.test(readFileSync(termbase, 'utf8')), 'the decision is written');
    await until(async () => !(await workbench.isUnderlined('Punjir')), 'the finding is gone');
    assert.equal(await question.isVisible(), false);
    writeFileSync(termbase, '');
    await until(() => workbench.isUnderlined('Punjir'), 'the finding is back');
});

test('the list of problems offers the same', async (workbench) => {
    await workbench.command('Canonym: Check Workspace');
    const problem = workbench.page.locator('.markers-panel .monaco-list-row', { hasText: '“Masoud”' }).first();
    const offered = workbench.page.locator('.action-widget, .context-view', { hasText: '“Masoud” is never “' }).first();
    await insist(async () => {
        await problem.click({ timeout: SOON });
        await workbench.page.keyboard.press('Control+.');
    }, () => offered.isVisible(), 'the decisions are offered');
    await workbench.screenshot('problem-fixes');
    await workbench.press('Escape', async () => !(await offered.isVisible()), 'the menu is closed');
    await workbench.command('View: Hide Panel');
});

test('the menu of quick fixes puts a name right', async (workbench) => {
    await workbench.goTo(...place('Salih'));
    const fix = workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Saleh' }).first();
    await workbench.press('Control+.', () => fix.isVisible(), 'the fix is offered');
    await workbench.screenshot('quick-fixes');
    await workbench.picture('fix', { ...EDITOR, height: 590 });
    await insist(async () => {
        if (!(await fix.isVisible())) await workbench.page.keyboard.press('Control+.');
        await fix.click({ timeout: SOON });
    }, async () => (await workbench.text()).includes('Saleh'), 'the fix is applied');
    await workbench.press('Control+s', () => saved().includes('Saleh') && !saved().includes('Salih'), 'the fix is saved');
});

test('all sure fixes of the file are applied at once', async (workbench) => {
    // VS Code drops the request for code actions where the editor changes meanwhile, as when the palette closes.
    const all = () => workbench.command('Canonym: Fix All Names in File');
    await insist(all, async () => (await workbench.text()).includes('Ahmad Massoud, leader'), 'all are fixed');
    await workbench.press('Control+s', () => /^Ahmad Massoud, leader/m.test(saved()), 'the fixes are saved');
    assert.match(saved(), /anti-Tibetan/, 'a real word is never replaced unasked');
    assert.match(saved(), /“The son of Ahmad Shah Masoud am I/, 'what was said is never changed unasked');
    await workbench.screenshot('all-fixed');
});

test('it activates in less than 200 ms, as the extension host measures it', async (workbench, context) => {
    const figures = [await activation(workbench)];
    // The machine may be busy with other things: the best of some starts is what the extension needs.
    while (figures.length < STARTS && Math.min(...figures) >= LIMIT) {
        await workbench.page.reload();
        await workbench.openFile(draft);
        await until(() => workbench.isUnderlined('Masoud'), 'findings are shown again');
        figures.push(await activation(workbench));
    }
    context.diagnostic(`activation: ${figures.join(', ')} ms`);
    assert.ok(Math.min(...figures) < LIMIT, `took ${figures.join(', ')} ms`);
});

/** What VS Code says that loading and activating took. */
async function activation(workbench) {
    const size = workbench.page.viewportSize();
    // The slowest stand first, and rows out of sight are not there.
    await workbench.page.setViewportSize({ ...size, height: 2400 });
    await workbench.command('Developer: Show Running Extensions');
    const row = workbench.page.locator('.extension', { hasText: 'Canonym' }).first();
    const told = await row.innerText();
    await workbench.page.setViewportSize(size);
    return Number(/Activation: (\d+)ms/.exec(told)?.[1]);
}
