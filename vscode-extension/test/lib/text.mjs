// The text of an editor as it is shown: where a word stands, and whether it is underlined.

/** The text of the editor, as far as it is shown. */
export async function shownText(page) {
    const lines = await page.locator('.editor-instance .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
}

/** The rectangle of the first `word` that is shown in the editor. */
export function rectangle(page, word) {
    return page.evaluate((word) => {
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

/** The middle of the first `word` that is shown in the editor. */
export async function middle(page, word) {
    const box = await rectangle(page, word);
    if (box === undefined) throw new Error(`${word} is not shown`);
    return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Whether the first `word` that is shown has a squiggle under it. */
export async function isUnderlined(page, word) {
    const box = await rectangle(page, word);
    return box !== undefined && page.evaluate(({ x, y, width, height }) => {
        const squiggles = [...document.querySelectorAll('.editor-instance [class*="squiggly-"]')];
        return squiggles.some((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return left < x + width && right > x && top < y + height && bottom > y;
        });
    }, box);
}
