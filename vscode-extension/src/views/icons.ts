// Icons and labels of the kinds of names.
import * as vscode from 'vscode';
import type { Kind } from '../protocol';

const KIND_ICONS: Record<Kind, string> = {
    person: 'person',
    place: 'location',
    organisation: 'organization',
    people: 'globe',
    work: 'book',
    term: 'symbol-keyword',
    name: 'tag',
};

export function kindIcon(kind: Kind): vscode.ThemeIcon {
    return new vscode.ThemeIcon(KIND_ICONS[kind]);
}

export function kindLabels(): Record<Kind, string> {
    return {
        person: vscode.l10n.t('Person'),
        place: vscode.l10n.t('Place'),
        organisation: vscode.l10n.t('Organisation'),
        people: vscode.l10n.t('People'),
        work: vscode.l10n.t('Work'),
        term: vscode.l10n.t('Term'),
        name: vscode.l10n.t('Other name'),
    };
}

export const icons = {
    undecided: coloured('question', 'charts.yellow'),
    right: coloured('pass', 'charts.green'),
    wrong: coloured('circle-slash', 'charts.red'),
    unknown: new vscode.ThemeIcon('circle-outline'),
    mention: new vscode.ThemeIcon('go-to-file'),
    example: new vscode.ThemeIcon('quote'),
};

function coloured(icon: string, colour: string): vscode.ThemeIcon {
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}
