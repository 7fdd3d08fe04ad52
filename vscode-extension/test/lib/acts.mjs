// What a person does with lists, menus and keys, done again until it has its effect.
import { insist, SOON, until } from './until.mjs';

/** Clicks, and tells whether the click was taken: soon after it, what was clicked on is `gone`. */
async function taken(locator, gone = async () => !(await locator.isVisible())) {
    const clicked = await locator.click({ timeout: SOON }).then(() => true, () => false);
    return clicked && until(gone, 'the click is taken', SOON).catch(() => false);
}

export class Acts {
    constructor(page) {
        this.page = page;
        this.input = page.locator('.quick-input-widget input.input');
    }

    /** Presses a key until `sign`; the key has to be harmless when it is pressed twice. */
    async press(key, sign, what) {
        await insist(() => this.page.keyboard.press(key), sign, what);
    }

    /** Clicks until `sign`; the click has to be harmless when it is done twice. */
    async clickUntil(locator, sign, what) {
        await insist(() => locator.click({ timeout: SOON }), sign, what);
    }

    /** Types into the palette and chooses the first row that has `text`. */
    async choose(typed, text) {
        const row = this.pick(text);
        const isTyped = async () => (await this.input.isVisible()) && (await this.input.inputValue()) === typed;
        await until(async () => {
            await this.offer(typed, async () => (await isTyped()) && row.isVisible());
            return taken(row, async () => !(await isTyped()));
        }, `${typed} is chosen`);
    }

    /** Types into the palette until `offered`. */
    async offer(typed, offered) {
        await insist(async () => {
            // An open palette keeps the commands that were possible when it was opened.
            if (await this.input.isVisible()) await this.page.keyboard.press('Escape');
            await this.page.keyboard.press('F1');
            await this.input.fill(typed, { timeout: SOON });
        }, offered, `${typed} is offered`);
    }

    /** The first row that has `text` in the list that is shown in the place of the palette. */
    pick(text) {
        return this.page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
    }

    /** Chooses from a list that `open` has VS Code show. */
    async choosePick(open, text) {
        const row = this.pick(text);
        await until(async () => {
            if (!(await row.isVisible())) await insist(open, () => row.isVisible(), `${text} is offered`);
            return taken(row);
        }, `${text} is chosen`);
    }

    menuItem(label) {
        return this.page.locator('.monaco-menu .action-label', { hasText: label }).first();
    }

    /**
     * Chooses from a menu that `open` opens, until `sign`. VS Code closes a menu when it draws anew what is below it,
     * and a menu that has just opened takes a click for the end of the one that opened it.
     */
    async fromMenu(label, open, sign, picture) {
        const item = this.menuItem(label);
        const choose = async () => {
            if (!(await item.isVisible())) await insist(open, () => item.isVisible(), `the menu has ${label}`);
            if (picture !== undefined) await this.screenshot(picture);
            return taken(item);
        };
        await insist(() => until(choose, `${label} is chosen`), sign, `${label} has its effect`);
    }
}
