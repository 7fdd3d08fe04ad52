// Bundles the extension: what activation needs, and apart from it the client, which is loaded with the server.
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const common = {
    outdir: 'dist',
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // VS Code gives `vscode` to what is required, and to nothing else.
    supported: { 'dynamic-import': false },
};
const bundles = [
    await build({ ...common, entryPoints: { extension: 'src/extension.ts' }, external: ['vscode', './client.js'] }),
    await build({ ...common, entryPoints: { client: 'src/server/client.ts' }, external: ['vscode'] }),
];
const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync('dist/NOTICES.txt', notices(packages(inputs)));

/** The folders of the packages that the files belong to. */
function packages(files) {
    const folders = files.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
    return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** The licences of others whose code is in the bundle. */
function notices(folders) {
    return folders
        .map((folder) => {
            const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
            const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
            if (file === undefined) throw new Error(`${name} has no licence file`);
            return `${name} ${version}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
        })
        .join(`\n${'-'.repeat(80)}\n\n`);
}
