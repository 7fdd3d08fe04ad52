// Tests inside the extension host: what other extensions and VS Code itself see of the extension.
import { after, before, test } from 'node:test';
import { runInside } from '../lib/host.mjs';
import { workspace } from '../lib/seeds.mjs';
import { serve } from '../lib/server.mjs';
import { launch } from '../lib/workbench.mjs';

let browser, server;
before(async () => {
    browser = await launch();
    server = await serve({ name: 'host', inside: true });
});
after(async () => {
    await browser?.close();
    server?.stop();
});

test('settings, commands, code actions and diagnostics', async (context) => {
    const told = await runInside(browser, server, workspace('host'), 'workspace.cjs');
    told.forEach((line) => context.diagnostic(line));
});
