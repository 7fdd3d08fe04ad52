// A VS Code in a browser, used as a person does: by clicks and keys.
import { chromium } from 'playwright-core';
import path from 'node:path';
import { output } from './paths.mjs';
import { until } from './until.mjs';

const PATIENCE = Number(process.env.CANONYM_TEST_PATIENCE ?? 60_000);

export async function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
}

export class Workbench {
    constructor(page) {
        this.page = page;
    }

    /** Opens a folder or a .code-workspace file. */
    static async open(browser, url, folder, { width = 1280, height = 800 } = {}) {
        const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1, permissions: ['clipboard-read', 'clipboard-write'] });
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
        await page.goto(`${url}/?${kind}=${encodeURIComponent(folder)}`);
        await page.waitForSelector('.monaco-workbench .part.editor');
        return new Workbench(page);
    }

    async close() {
        await this.page.context().close();
    }

    screenshot(name) {
        return this.page.screenshot({ path: path.join(output, `${name}.png`) });
    }

    /** A screenshot for the README and the walkthrough; `height` cuts off what is below. */
    picture(name, height = 600) {
        const { width } = this.page.viewportSize();
        const clip = { x: 0, y: 0, width, height };
        return this.page.screenshot({ path: path.join(output, 'pictures', `${name}.jpg`), type: 'jpeg', quality: 82, clip });
    }

    /** Runs a command by its title in the palette. */
    async command(title) {
        await this.page.keyboard.press('F1');
        const input = this.page.locator('.quick-input-widget input.input');
        await input.fill(`>${title}`);
        const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
        await row.waitFor();
        await row.click();
    }

    /** Opens a file by its name in Quick Open and waits for its text. */
    async openFile(name) {
        await this.page.keyboard.press('Control+p');
        await this.page.locator('.quick-input-widget input.input').fill(name);
        const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: name }).first();
        await row.waitFor();
        await row.click();
        await this.tab(name).waitFor();
        await this.page.locator('.editor-instance .view-line').first().waitFor();
    }

    tab(name) {
        return this.page.locator('.tabs-container .tab', { hasText: name });
    }

    /** Goes to a line and column, both from 1. */
    async goTo(line, column = 1) {
        await this.page.keyboard.press('Control+g');
        const input = this.page.locator('.quick-input-widget input.input');
        await input.waitFor();
        await input.fill(`:${line}:${column}`);
        await this.page.keyboard.press('Enter');
        await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    }

    notification(text) {
        return this.page.locator('.notification-list-item', { hasText: text });
    }

    button(within, label) {
        return within.locator('.monaco-button', { hasText: label });
    }

    statusBar(text) {
        return this.page.locator('.statusbar-item', { hasText: text });
    }

    /** Shows a view of ours in the side bar. */
    async showCanonym() {
        const tab = this.page.locator('.activitybar .action-item:has(a[aria-label^="Canonym"])');
        await tab.waitFor();
        if ((await tab.getAttribute('class')).includes('checked') === false) await tab.click();
        await this.page.locator('.pane-header[aria-label^="Names"]').waitFor();
    }

    /** The first row of a tree that has `text`. */
    row(view, text) {
        return this.page.locator(`.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`, { hasText: text }).first();
    }

    /** The text of the editor, as far as it is shown. */
    async text() {
        const lines = await this.page.locator('.editor-instance .view-line').allInnerTexts();
        return lines.join('\n').replaceAll('\u00a0', ' ');
    }

    /** The rectangle of the first `word` that is shown in the editor. */
    rectangle(word) {
        return this.page.evaluate((word) => {
            for (const line of document.querySelectorAll('.editor-instance .view-line')) {
                const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                for (let node = texts.nextNode(); node; node = texts.nextNode()) {
                    const at = node.data.indexOf(word);
                    if (at >= 0) {
                        const range = document.createRange();
                        range.setStart(node, at);
                        range.setEnd(node, at + word.length);
                        const { x, y, width, height } = range.getBoundingClientRect();
                        return { x, y, width, height };
                    }
                }
            }
            return undefined;
        }, word);
    }

    /** Whether the first `word` that is shown has a squiggle under it. */
    async isUnderlined(word) {
        const box = await this.rectangle(word);
        return box !== undefined && this.page.evaluate(({ x, y, width, height }) => {
            const squiggles = [...document.querySelectorAll('.editor-instance [class*="squiggly-"]')];
            return squiggles.some((one) => {
                const { left, right, top, bottom } = one.getBoundingClientRect();
                return left < x + width && right > x && top < y + height && bottom > y;
            });
        }, box);
    }

    async hover(word) {
        const { x, y, width, height } = await this.rectangle(word);
        await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
    }

    /** Opens the row of a tree, if it is not open. */
    async expand(view, text) {
        const row = this.row(view, text);
        await row.waitFor();
        if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
        await until(async () => (await row.getAttribute('aria-expanded')) === 'true', `${text} is open`);
    }

    /** Presses a button in the title of a view. */
    async viewAction(view, label) {
        const pane = this.page.locator(`.pane:has(.pane-header[aria-label^="${view}"])`);
        await pane.hover();
        await pane.locator(`.pane-header .action-label[aria-label^="${label}"]`).click();
    }

    /** What a webview shows. */
    webview() {
        return this.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    }

    /** A button in the text that an empty view shows. */
    welcome(label) {
        return this.page.locator('.welcome-view-content .monaco-button', { hasText: label }).first();
    }

    /** Presses a button of the first spelling that is shown. */
    async spellingAction(view, label) {
        const pane = this.page.locator(`.pane:has(.pane-header[aria-label^="${view}"])`);
        const row = pane.locator('.monaco-list-row[aria-level="2"]').first();
        await row.hover();
        await row.locator(`.action-label[aria-label^="${label}"]`).click();
    }

    /** Chooses from the context menu of a row. */
    async rowMenu(view, text, label) {
        await this.row(view, text).click({ button: 'right' });
        await this.chooseFromMenu(label);
    }

    /** Chooses from a submenu of the editor's context menu, opened at the first `word` that is shown. */
    async editorMenu(word, submenu, label, { picture } = {}) {
        const { x, y, width, height } = await this.rectangle(word);
        await this.page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
        const parent = this.menuItem(submenu);
        await parent.waitFor();
        await until(async () => {
            await parent.hover({ timeout: 500 }).catch(() => undefined);
            return this.menuItem(label).isVisible();
        }, `${submenu} is open`);
        if (picture !== undefined) await this.screenshot(picture);
        await this.chooseFromMenu(label);
    }

    menuItem(label) {
        return this.page.locator('.monaco-menu .action-label', { hasText: label }).first();
    }

    async chooseFromMenu(label) {
        const item = this.menuItem(label);
        await item.waitFor();
        // A menu that has just opened takes a click for the end of the one that opened it.
        await until(async () => {
            await item.click({ timeout: 500 }).catch(() => undefined);
            return !(await item.isVisible());
        }, `${label} is chosen`);
    }

    /** Selects the first `word` that is shown. */
    async doubleClick(word) {
        const { x, y, width, height } = await this.rectangle(word);
        await this.page.mouse.dblclick(x + width / 2, y + height / 2);
    }

    /** Closes the editor whose tab has `name`. */
    async closeEditor(name) {
        const tab = this.tab(name).first();
        await tab.hover();
        await tab.locator('.tab-actions .action-label').click();
        await tab.waitFor({ state: 'detached' });
    }
}
