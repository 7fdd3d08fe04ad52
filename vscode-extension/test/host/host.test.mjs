// Tests inside the extension host: what other extensions and VS Code itself see of the extension.
import { mkdirSync, appendFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runInside } from '../lib/host.mjs';
import { output, scratch } from '../lib/paths.mjs';
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

const inside = (name, folder, file) =>
    test(name, async (context) => {
        for (const line of await runInside(browser, server, folder(), file)) {
            context.diagnostic(line);
            if (line.startsWith('figure: ')) appendFileSync(path.join(output, 'figures.txt'), `${line.slice(8)}\n`);
        }
    });

const empty = () => {
    const folder = path.join(scratch, 'workspaces/empty');
    mkdirSync(folder, { recursive: true });
    return folder;
};

inside('activation', empty, 'activation.cjs');
inside('a workspace', () => workspace('host'), 'workspace.cjs');
