// Drafts that read from right to left, or whose letters have marks: the squiggle is under the word, and so is the card.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { scratch } from '../lib/paths.mjs';
import { serve } from '../lib/server.mjs';
import { clicks, pictured } from '../lib/suite.mjs';
import { rectangle } from '../lib/text.mjs';
import { until } from '../lib/until.mjs';
import { launch, Workbench } from '../lib/workbench.mjs';

const DRAFTS = [
    {
        name: 'arabic.md',
        text: '# أخبار اليوم\n\nقالت شركة جوجل إنها ستفتح مكتبا في كييف (Kyiv) قريبا.\n\nالتقى الرئيس فلوديمير زيلنسكي الوفد.\n',
        wrong: ['جوجل', 'فلوديمير'],
        calm: ['شركة', 'كييف', 'Kyiv', 'الوفد'],
        right: 'غوغل',
        order: ['إنها', 'جوجل', 'شركة'],
    },
    {
        name: 'hindi.md',
        text: '# आज की खबरें\n\nराष्ट्रपति व्लादिमीर जेलेंसकी ने बंबई में कहा कि मौसम (weather) अच्छा है।\n\nबंबई से लौटकर वे दिल्ली गए।\n',
        wrong: ['बंबई', 'जेलेंसकी'],
        calm: ['राष्ट्रपति', 'मौसम', 'weather', 'दिल्ली'],
        right: 'मुंबई',
        order: ['जेलेंसकी', 'बंबई', 'मौसम'],
    },
];
const TERMBASE = [
    ['غوغل', 'جوجل'],
    ['فولوديمير زيلينسكي', 'فلوديمير زيلنسكي'],
    ['वोलोदिमीर ज़ेलेंस्की', 'व्लादिमीर जेलेंसकी'],
    ['मुंबई', 'बंबई'],
].map(([right, wrong]) => `[[name]]\npreferred = "${right}"\ndeprecated = ["${wrong}"]\n`).join('\n');
let browser, server, workbench;
const folder = path.join(scratch, 'workspaces', 'scripts');
before(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'termbase.toml'), TERMBASE);
    for (const { name, text } of DRAFTS) writeFileSync(path.join(folder, name), text);
    browser = await launch();
    server = await serve({ name: 'scripts' });
    workbench = await Workbench.open(browser, server.url, folder);
});
after(async () => {
    await browser?.close();
    server?.stop();
});

for (const { name, wrong, calm, right, order } of DRAFTS) {
    clicks(`${name} has its squiggles under the right words`, () => workbench, async (workbench) => {
        await pictured(name, () => workbench, () => workbench.openFile(name));
        for (const word of wrong) {
            await until(() => workbench.isUnderlined(word), `${word} is underlined`);
        }
        for (const word of calm) {
            assert.equal(await workbench.isUnderlined(word), false, `${word} is not underlined`);
        }
        const places = await Promise.all(order.map(async (word) => (await rectangle(workbench.page, word)).x));
        assert.deepEqual(places, places.toSorted((a, b) => a - b), 'the words stand in the order of their script');
        await workbench.hover(wrong[0], workbench.page.locator('.monaco-hover:visible', { hasText: right }));
        await workbench.screenshot(`squiggles-${name}`);
        await workbench.page.keyboard.press('Escape');
    });

    clicks(`${name} is mended as a whole`, () => workbench, async (workbench) => {
        await workbench.command('Canonym: Fix All Names in File');
        await until(async () => !(await workbench.text()).includes(wrong[0]), 'the names are fixed');
        await workbench.command('File: Save');
        const saved = () => readFileSync(path.join(folder, name), 'utf8');
        await until(async () => saved().includes(right) && !saved().includes(wrong[0]), 'the draft is mended');
        await workbench.screenshot(`mended-${name}`);
    });
}
