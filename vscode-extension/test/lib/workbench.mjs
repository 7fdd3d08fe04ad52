// A VS Code in a browser, used as a person does: by clicks and keys.
import { chromium } from 'playwright-core';
import path from 'node:path';
import { Acts } from './acts.mjs';
import { output } from './paths.mjs';
import { pictured } from './suite.mjs';
import { isUnderlined, middle, shownText } from './text.mjs';
import { insist, PATIENCE, SOON } from './until.mjs';

export async function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
}

export class Workbench extends Acts {
    /** Opens a folder or a .code-workspace file. */
    static async open(browser, url, folder, { width = 1280, height = 800 } = {}) {
        const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: 1, permissions: ['clipboard-read', 'clipboard-write'] });
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
        const workbench = new Workbench(page);
        await pictured(`opening ${path.basename(folder)}`, () => workbench, async () => {
            await page.goto(`${url}/?${kind}=${encodeURIComponent(folder)}`);
            await page.waitForSelector('.monaco-workbench .part.editor');
        });
        return workbench;
    }

    async close() {
        await this.page.context().close();
    }

    /** What fades in is shown as it will be. */
    screenshot(name) {
        return this.page.screenshot({ path: path.join(output, `${name}.png`), animations: 'disabled' });
    }

    /** A screenshot for the README and the walkthrough, which show it small: of the part that it is about. */
    picture(name, clip) {
        const file = path.join(output, 'pictures', `${name}.jpg`);
        return this.page.screenshot({ path: file, type: 'jpeg', quality: 85, animations: 'disabled', clip });
    }

    /** Runs a command by its title in the palette. */
    async command(title) {
        await this.choose(`>${title}`, title);
    }

    /** Opens a file by its name and waits for its text. */
    async openFile(name) {
        await this.choose(name, name);
        await this.tab(name).waitFor();
        await this.page.locator('.editor-instance .view-line').first().waitFor();
    }

    /** Goes to a line and column, both from 1. */
    async goTo(line, column = 1) {
        await this.choose(`:${line}:${column}`, /line/i);
        await this.focused();
    }

    // Editors.

    /** Waits until keys go to the editor. */
    async focused() {
        await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    }

    tab(name) {
        return this.page.locator('.tabs-container .tab', { hasText: name });
    }

    /** Closes the editor whose tab has `name`. */
    async closeEditor(name) {
        const tab = this.tab(name).first();
        const close = tab.locator('.tab-actions .action-label');
        await insist(() => close.click({ timeout: SOON }), async () => !(await tab.isVisible()), `${name} is closed`);
    }

    text() {
        return shownText(this.page);
    }

    isUnderlined(word) {
        return isUnderlined(this.page, word);
    }

    /** Points at the first `word` that is shown until `card` is shown. */
    async hover(word, card) {
        await insist(async () => {
            // A pointer that does not move asks for nothing.
            await this.page.mouse.move(0, 0);
            await this.page.mouse.move(...(await middle(this.page, word)), { steps: 5 });
        }, () => card.isVisible(), `there is a card at ${word}`);
    }

    /** Selects the first `word` that is shown. */
    async doubleClick(word) {
        const selected = this.statusBar(`(${word.length} selected)`);
        const act = async () => this.page.mouse.dblclick(...(await middle(this.page, word)));
        await insist(act, () => selected.isVisible(), `${word} is selected`);
    }

    /** Chooses from a submenu of the editor's context menu, opened at the first `word` that is shown, until `sign`. */
    async editorMenu(word, submenu, label, sign, picture) {
        const parent = this.menuItem(submenu);
        await this.fromMenu(label, async () => {
            if (!(await parent.isVisible())) {
                await this.page.mouse.click(...(await middle(this.page, word)), { button: 'right' });
            }
            await parent.hover({ timeout: SOON });
        }, sign, picture);
    }

    // The side bar.

    /** Shows the views of ours in the side bar. */
    async showCanonym() {
        const tab = this.page.locator('.activitybar .action-item:has(a[aria-label^="Canonym"])');
        const names = this.page.locator('.pane-header[aria-label^="Names"]');
        await tab.waitFor();
        await insist(async () => {
            // A click on the tab of what is shown would hide it.
            if (!(await tab.getAttribute('class')).includes('checked')) await tab.click({ timeout: SOON });
        }, () => names.isVisible(), 'the views of Canonym are shown');
    }

    pane(view) {
        return this.page.locator(`.pane:has(.pane-header[aria-label^="${view}"])`);
    }

    /** The first row of a tree that has `text`. */
    row(view, text) {
        return this.pane(view).locator('.monaco-list-row', { hasText: text }).first();
    }

    /** Opens the row of a tree, if it is not open. */
    async expand(view, text) {
        const row = this.row(view, text);
        const isOpen = async () => (await row.getAttribute('aria-expanded', { timeout: SOON })) === 'true';
        await row.waitFor();
        await insist(async () => {
            if (!(await isOpen())) await row.locator('.monaco-tl-twistie').click({ timeout: SOON });
        }, isOpen, `${text} is open`);
    }

    /** Presses a button in the title of a view. */
    async viewAction(view, label) {
        await this.pane(view).hover({ timeout: SOON });
        await this.pane(view).locator(`.pane-header .action-label[aria-label^="${label}"]`).click({ timeout: SOON });
    }

    /** Presses a button in the title of a view until `sign`. */
    async viewActionUntil(view, label, sign) {
        await insist(() => this.viewAction(view, label), sign, `${label} has its effect`);
    }

    /** Presses the button of a row. */
    async rowAction(row, label) {
        await row.hover({ timeout: SOON });
        await row.locator(`.action-label[aria-label^="${label}"]`).click({ timeout: SOON });
    }

    /** Chooses from the context menu of a row until `sign`. */
    async rowMenu(view, text, label, sign) {
        await this.fromMenu(label, () => this.row(view, text).click({ button: 'right', timeout: SOON }), sign);
    }

    /** A button in the text that an empty view shows. */
    welcome(label) {
        return this.page.locator('.welcome-view-content .monaco-button', { hasText: label }).first();
    }

    // Messages and pages.

    /** Has the settings editor show a setting, by `link`, and closes it. */
    async showSetting(link, text, picture) {
        const setting = this.page.locator('.settings-editor .setting-item-contents', { hasText: text });
        await this.clickUntil(link, () => setting.isVisible(), 'the setting is shown');
        if (picture !== undefined) await this.screenshot(picture);
        const editor = this.page.locator('.monaco-modal-editor-block');
        await this.press('Escape', async () => !(await editor.isVisible()), 'the settings are closed');
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

    /** What a webview shows. */
    webview() {
        return this.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    }
}
