// The HTML of the comparison. All outside text is escaped.
import * as vscode from 'vscode';
import type { Example, Form, Kind, UndecidedConcept } from '../protocol';
import { kindLabels } from './icons';

/** A concept that waits for a decision, and the folder whose termbase will hold the decision. */
export interface OpenCase {
    readonly root: string;
    readonly concept: UndecidedConcept;
}

/** The number of examples of a form. */
const SHOWN = 3;

/** The page of the cases; `first` is the id of the concept at the top. */
export function comparisonPage(
    webview: vscode.Webview, extension: vscode.Uri, cases: readonly OpenCase[], first?: string,
): string {
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

function section({ concept }: OpenCase, index: number): string {
    const { forms } = concept;
    const title = forms.map(({ form }) => escape(form)).join(` <span class="or">${escape(vscode.l10n.t('or'))}</span> `);
    const row = (label: string, cell: (form: Form) => string): string =>
        `<tr><th scope="row">${escape(label)}</th>${forms.map((form) => `<td>${cell(form)}</td>`).join('')}</tr>`;
    return `<section id="${escape(concept.id)}">
<h2>${title}${kind(concept.kind)}</h2>
<table>
<thead><tr><td></td>${forms.map(({ form }) => `<th scope="col">${escape(form)}</th>`).join('')}</tr></thead>
<tbody>
${row(vscode.l10n.t('Independent articles'), ({ articles }) => `${articles}`)}
${row(vscode.l10n.t('Mentions'), ({ frequency }) => `${frequency}`)}
${row(vscode.l10n.t('Examples'), ({ examples }) => examples.slice(0, SHOWN).map(example).join(''))}
${row(vscode.l10n.t('Decision'), ({ form }) => buttons(index, form, forms.length))}
</tbody>
</table>
<p><button class="link" data-type="different" data-index="${index}">${escape(vscode.l10n.t('These are different names'))}</button></p>
</section>`;
}

function kind(kind: Kind): string {
    return kind === 'name' ? '' : `<span class="kind">${escape(kindLabels()[kind])}</span>`;
}

function example({ path, line, text, uri }: Example): string {
    const place = escape(`${path}:${line}`);
    const link = uri === null ? place : `<button class="link" data-type="open" data-uri="${escape(uri)}" data-line="${line}">${place}</button>`;
    return `<p class="example">${text === '' ? '' : `<q>${escape(text)}</q> `}${link}</p>`;
}

function buttons(index: number, form: string, forms: number): string {
    const button = (type: string, label: string, look: string): string =>
        `<button class="${look}" data-type="${type}" data-index="${index}" data-form="${escape(form)}">${escape(label)}</button>`;
    return (
        button('prefer', vscode.l10n.t('Write this'), 'primary') +
        button('preferAndAdmit', forms === 2 ? vscode.l10n.t('Write this, allow the other') : vscode.l10n.t('Write this, allow the others'), 'secondary')
    );
}

function escape(text: string): string {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
