// Runs a file inside the extension host of a served VS Code, beside the installed extension.
import path from 'node:path';
import { extension, output } from './paths.mjs';

const PATIENCE = 300_000;

/** Runs `file`, which exports `run`, in `folder`; returns what it printed, or throws if it failed. */
export async function runInside(browser, server, folder, file) {
    const runner = path.join(extension, 'test/host/runner');
    const remote = (place) => `vscode-remote://${new URL(server.url).host}${place}`;
    const payload = JSON.stringify([
        ['extensionDevelopmentPath', remote(runner)],
        ['extensionTestsPath', remote(path.join(runner, file))],
    ]);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    const printed = [];
    let patience;
    const ended = new Promise((resolve, reject) => {
        page.exposeFunction('codeAutomationExit', resolve);
        patience = setTimeout(() => reject(new Error(`${file} did not end`)), PATIENCE);
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => printed.push(args.join(' ')));
    try {
        await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`);
        const code = await ended;
        const told = printed.filter((line) => /^(ok|FAILED|figure): /.test(line));
        if (code !== 0) {
            await page.screenshot({ path: path.join(output, `FAILED ${file}.png`) });
            throw new Error(`${file} failed\n${told.join('\n')}`);
        }
        return told;
    } finally {
        clearTimeout(patience);
        await page.context().close();
    }
}
