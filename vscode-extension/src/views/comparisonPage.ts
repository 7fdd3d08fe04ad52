// The HTML of the comparison; everything that comes from outside is escaped.
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Mention, Spelling } from '../protocol';
import type { Case } from './decisions';
import { kindLabels } from './items';

/** The page for the cases; `first` is the id of the concept to show at the top. */
export function page(webview: vscode.Webview, extension: vscode.Uri, cases: readonly Case[], first?: string): string {
    const file = (name: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'comparison', name));
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
    return `<!DOCTYPE html>
<html lang="${escape(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('comparison.css')}">
<title>${escape(vscode.l10n.t('Review Names'))}</title>
</head>
<body data-first="${escape(first ?? '')}">
<main>${cases.length === 0 ? nothing() : heading(cases.length) + cases.map(section).join('')}</main>
<script src="${file('comparison.js')}"></script>
</body>
</html>`;
}

function nothing(): string {
    return `<p class="nothing">${escape(vscode.l10n.t('Nothing waits for a decision.'))}</p>`;
}

function heading(count: number): string {
    const title = count === 1 ? vscode.l10n.t('1 name waits for a decision') : vscode.l10n.t('{0} names wait for a decision', count);
    const hint = vscode.l10n.t('The published articles do not settle how to write it. What you decide is written to termbase.toml.');
    return `<h1>${escape(title)}</h1><p>${escape(hint)}</p>`;
}

function section({ concept }: Case, index: number): string {
    const spellings = concept.spellings;
    const title = spellings.map((spelling) => escape(spelling.form)).join(` <span class="or">${escape(vscode.l10n.t('or'))}</span> `);
    const row = (label: string, cell: (spelling: Spelling) => string): string =>
        `<tr><th scope="row">${escape(label)}</th>${spellings.map((spelling) => `<td>${cell(spelling)}</td>`).join('')}</tr>`;
    return `<section id="${escape(concept.id)}">
<h2>${title}<span class="kind">${escape(kindLabels()[concept.kind])}</span></h2>
<table>
<thead><tr><td></td>${spellings.map((spelling) => `<th scope="col">${escape(spelling.form)}</th>`).join('')}</tr></thead>
<tbody>
${row(vscode.l10n.t('Independent articles'), (spelling) => `${spelling.articles}`)}
${row(vscode.l10n.t('Published mentions'), (spelling) => `${spelling.frequency}`)}
${row(vscode.l10n.t('In drafts'), (spelling) => `${spelling.mentions.length}`)}
${row(vscode.l10n.t('Examples'), (spelling) => examples([...spelling.examples, ...spelling.mentions]))}
${row(vscode.l10n.t('Decision'), (spelling) => buttons(index, spelling.form))}
</tbody>
</table>
<p><button class="link" data-type="different" data-index="${index}">${escape(vscode.l10n.t('These are different names'))}</button></p>
</section>`;
}

function examples(mentions: readonly Mention[]): string {
    return mentions.slice(0, 3).map(example).join('');
}

function example({ uri, range, text }: Mention): string {
    const place = `${path.posix.basename(vscode.Uri.parse(uri).path)}:${range.start.line + 1}`;
    const link = `<button class="link" data-type="open" data-uri="${escape(uri)}" data-line="${range.start.line}">${escape(place)}</button>`;
    return `<p class="example">${text === '' ? '' : `<q>${escape(text)}</q> `}${link}</p>`;
}

function buttons(index: number, form: string): string {
    const button = (type: string, label: string, look: string): string =>
        `<button class="${look}" data-type="${type}" data-index="${index}" data-form="${escape(form)}">${escape(label)}</button>`;
    return (
        button('prefer', vscode.l10n.t('Write this'), 'primary') +
        button('preferAndAdmit', vscode.l10n.t('Write this, allow the other'), 'secondary')
    );
}

function escape(text: string): string {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
