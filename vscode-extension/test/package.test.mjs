// What is in the .vsix, and what is not.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { extension, programs, scratch, vsix } from './lib/paths.mjs';

const LARGEST = 700_000;
/** The log that it fills is written by a library that is compiled, which the VS Code of these tests lacks. */
const UNSEEN = ['trace.server'];
const SHIPPED = [
    'balanced-match', 'brace-expansion', 'minimatch', 'semver', 'vscode-jsonrpc', 'vscode-languageclient',
    'vscode-languageserver-protocol', 'vscode-languageserver-textdocument', 'vscode-languageserver-types',
];
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
    const bundle = (place) => JSON.parse(readFileSync(path.join(place, 'bundle.l10n.json'), 'utf8'));
    assert.deepEqual(bundle(path.join(extension, 'l10n')), bundle(folder), 'run: npm run l10n');
});

test('everything it contributes is used by a test', () => {
    const { contributes } = read('package.json');
    const texts = read('package.nls.json');
    const said = (text) => text.replace(/^%(.*)%$/, (_, key) => texts[key]);
    const tests = sources(path.join(extension, 'test')).join('\n');
    const missing = (things) => things.filter((thing) => !tests.includes(thing));
    assert.deepEqual(contributes.commands.filter(({ command, title }) => !tests.includes(command) && !tests.includes(said(title).replace('…', ''))), [], 'commands');
    const settings = Object.keys(contributes.configuration.properties).map((name) => name.replace('canonym.', ''));
    assert.deepEqual(missing(settings.filter((name) => !UNSEEN.includes(name))), [], 'settings');
    const welcomes = contributes.viewsWelcome.map(({ contents }) => said(contents));
    assert.deepEqual(missing(welcomes.map((text) => /\[(.*?)…?\]\(command/.exec(text)?.[1] ?? text)), [], 'texts of empty views');
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps.map(({ id }) => `['${id}'`));
    assert.deepEqual(missing(steps), [], 'steps of the walkthrough');
});

test('it ships the code of these packages and no others', (context) => {
    context.diagnostic(shipped().map(({ name, version }) => `${name} ${version}`).join(', '));
    assert.deepEqual(shipped().map(({ name }) => name), SHIPPED);
});

test('nothing shipped has a hole that is known', (context) => {
    const audit = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: extension, encoding: 'utf8' });
    const report = JSON.parse(audit.stdout || '{}');
    if (report.metadata !== undefined) {
        context.diagnostic('npm audit --omit=dev has answered');
        assert.equal(report.metadata.vulnerabilities.total, 0, audit.stdout);
        return;
    }
    // A registry that is a mirror cannot be asked. What was known when somebody last looked is known all the same.
    const { closed, read: day } = read('test/advisories.json');
    context.diagnostic(`npm audit had no answer (${report.message ?? audit.stderr}): compared with ${closed.length} advisories known on ${day}`);
    const versions = new Map(shipped().map(({ name, version }) => [name, version]));
    assert.deepEqual(closed.filter((hole) => !isSince(versions.get(hole.package), hole.since)), []);
});

/** The packages whose code is in the bundles. */
function shipped() {
    const notices = readFileSync(path.join(extension, 'dist/NOTICES.txt'), 'utf8');
    return [...notices.matchAll(/^(@?[a-z][\w./-]*) (\d+\.\d+\.\d+)$/gm)].map(([, name, version]) => ({ name, version }));
}

/** Whether a version is `first` or a later one. */
function isSince(version, first) {
    return version.localeCompare(first, 'en', { numeric: true }) >= 0;
}

function read(name) {
    return JSON.parse(readFileSync(path.join(extension, name), 'utf8'));
}

/** The texts of the programs below a folder. */
function sources(folder) {
    const files = readdirSync(folder, { recursive: true }).filter((name) => /\.[cm]js$/.test(name));
    return files.map((name) => readFileSync(path.join(folder, name), 'utf8'));
}
