// What is in the .vsix, and what is not.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { extension, programs, scratch, vsix } from './lib/paths.mjs';

const LARGEST = 700_000;
const EXPECTED = [
    'LICENSE.txt', 'changelog.md', 'package.json', 'package.nls.json', 'readme.md', 'dist/NOTICES.txt', 'dist/client.js',
    'dist/extension.js', 'l10n/bundle.l10n.json', 'media/icon.png', 'media/names.svg', 'media/comparison/comparison.css',
    'media/comparison/comparison.js', 'schemas/canonym.schema.json', 'schemas/termbase.schema.json',
    ...['decide', 'fix', 'learn', 'names', 'see'].map((name) => `media/walkthrough/${name}.jpg`),
];

/** The names of the files of the extension in the .vsix, which is a ZIP file. */
function contents() {
    const list = 'import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep="\\n")';
    const names = execFileSync(path.join(programs, 'python'), ['-c', list, vsix], { encoding: 'utf8' }).trim().split('\n');
    return names.filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));
}

test('the .vsix holds what is needed and nothing else', () => {
    assert.deepEqual(contents().sort(), [...EXPECTED].sort());
});

test('its size', (context) => {
    const { size } = statSync(vsix);
    context.diagnostic(`${Math.round(size / 1024)} KB`);
    assert.ok(size < LARGEST, `${size} bytes`);
});

test('no bundle refers to a source map', () => {
    for (const name of ['client', 'extension']) {
        assert.doesNotMatch(readFileSync(path.join(extension, `dist/${name}.js`), 'utf8'), /sourceMappingURL/);
    }
});

test('all strings can be translated', () => {
    const folder = mkdtempSync(path.join(scratch, 'l10n-'));
    const tool = path.join(extension, 'node_modules/.bin/vscode-l10n-dev');
    execFileSync(tool, ['export', '--outDir', folder, 'src'], { cwd: extension, stdio: 'pipe' });
    const read = (place) => JSON.parse(readFileSync(path.join(place, 'bundle.l10n.json'), 'utf8'));
    assert.deepEqual(read(path.join(extension, 'l10n')), read(folder), 'run: npm run l10n');
});

test('no known hole in what is shipped', (context) => {
    const audit = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: extension, encoding: 'utf8' });
    const report = JSON.parse(audit.stdout || '{}');
    if (report.metadata === undefined) {
        context.skip('the registry in use does not answer audits');
        return;
    }
    assert.equal(report.metadata.vulnerabilities.total, 0, audit.stdout);
});
