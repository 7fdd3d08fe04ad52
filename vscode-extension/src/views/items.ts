// How concepts, spellings and mentions look in a tree.
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Concept, Kind, Mention, Spelling, Standing } from '../protocol';

export interface RootNode {
    readonly type: 'root';
    readonly root: string;
    readonly name: string;
}
export interface ConceptNode {
    readonly type: 'concept';
    readonly root: string;
    readonly concept: Concept;
}
export interface SpellingNode {
    readonly type: 'spelling';
    readonly root: string;
    readonly concept: Concept;
    readonly spelling: Spelling;
}
export interface MentionNode {
    readonly type: 'mention';
    readonly root: string;
    readonly mention: Mention;
    readonly corpus: boolean;
}
export type Node = RootNode | ConceptNode | SpellingNode | MentionNode;

export function children(node: ConceptNode | SpellingNode): Node[] {
    const root = node.root;
    if (node.type === 'concept') {
        return node.concept.spellings.map((spelling) => ({ type: 'spelling', root, concept: node.concept, spelling }));
    }
    const { mentions, examples } = node.spelling;
    return [
        ...mentions.map((mention): MentionNode => ({ type: 'mention', root, mention, corpus: false })),
        ...examples.map((mention): MentionNode => ({ type: 'mention', root, mention, corpus: true })),
    ];
}

export function item(node: Node): vscode.TreeItem {
    switch (node.type) {
        case 'root':
            return rootItem(node);
        case 'concept':
            return conceptItem(node);
        case 'spelling':
            return spellingItem(node);
        case 'mention':
            return mentionItem(node);
    }
}

function rootItem(node: RootNode): vscode.TreeItem {
    const made = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Expanded);
    made.iconPath = new vscode.ThemeIcon('root-folder');
    made.contextValue = 'root';
    return made;
}

/** The name of a concept; of an undecided one, all that it might be. */
export function conceptLabel(concept: Concept): string {
    return concept.preferred || concept.spellings.map((spelling) => spelling.form).join(' / ');
}

function conceptItem({ root, concept }: ConceptNode): vscode.TreeItem {
    const made = new vscode.TreeItem(conceptLabel(concept), vscode.TreeItemCollapsibleState.Collapsed);
    const undecided = concept.preferred === '';
    made.id = `${root}#${concept.id}`;
    made.iconPath = undecided ? coloured('question', 'charts.yellow') : new vscode.ThemeIcon(KIND_ICONS[concept.kind]);
    made.description = conceptCounts(concept);
    made.contextValue = undecided ? 'concept:undecided' : 'concept';
    made.tooltip = undecided
        ? vscode.l10n.t('Undecided: the spellings compete and nothing says which is right')
        : `${conceptLabel(concept)} · ${kindLabels()[concept.kind]}`;
    return made;
}

function conceptCounts(concept: Concept): string {
    const inDrafts = sum(concept.spellings.map((spelling) => spelling.mentions.length));
    const inCorpus = sum(concept.spellings.map((spelling) => spelling.frequency));
    return counts(inDrafts, inCorpus);
}

function counts(inDrafts: number, inCorpus: number): string {
    const drafts = inDrafts > 0 ? [vscode.l10n.t('{0} in drafts', inDrafts)] : [];
    const corpus = inCorpus > 0 ? [vscode.l10n.t('{0} published', inCorpus)] : [];
    return [...drafts, ...corpus].join(', ');
}

function spellingItem(node: SpellingNode): vscode.TreeItem {
    const { concept, spelling } = node;
    const places = spelling.mentions.length + spelling.examples.length;
    const state = places > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const made = new vscode.TreeItem(spelling.form, state);
    made.id = `${node.root}#${concept.id}#${spelling.form}`;
    made.iconPath = standingIcon(spelling.status);
    made.description = [standingLabels()[spelling.status], counts(spelling.mentions.length, spelling.frequency)]
        .filter((part) => part !== '')
        .join(' · ');
    made.contextValue = ['spelling', ...possible(node)].join(':');
    made.tooltip = vscode.l10n.t('{0}: in {1} independent articles', spelling.form, spelling.articles);
    return made;
}

/** What can be decided or done at a spelling; menus go by these words. */
function possible({ concept, spelling }: SpellingNode): string[] {
    const only = concept.spellings.length === 1;
    const wrong = spelling.status === 'deprecated' || spelling.status === 'superseded';
    return [
        ...(spelling.status === 'preferred' ? [] : ['prefer']),
        ...(only || spelling.status === 'preferred' || spelling.status === 'admitted' ? [] : ['admit', 'never']),
        ...(wrong && spelling.mentions.length > 0 ? ['fix'] : []),
    ];
}

function mentionItem({ mention, corpus }: MentionNode): vscode.TreeItem {
    const uri = vscode.Uri.parse(mention.uri);
    const line = mention.range.start.line;
    const made = new vscode.TreeItem(mention.text || path.posix.basename(uri.path));
    made.description = `${path.posix.basename(uri.path)}:${line + 1}`;
    made.iconPath = new vscode.ThemeIcon(corpus ? 'library' : 'edit');
    made.tooltip = `${corpus ? vscode.l10n.t('Published') : vscode.l10n.t('Draft')}: ${uri.fsPath}`;
    made.contextValue = 'mention';
    made.command = { title: vscode.l10n.t('Go to Mention'), command: 'vscode.open', arguments: [uri, { selection: rangeOf(mention) }] };
    return made;
}

export function rangeOf({ range }: Mention): vscode.Range {
    return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

const KIND_ICONS: Record<Kind, string> = {
    person: 'person',
    place: 'location',
    organisation: 'organization',
    people: 'globe',
    work: 'book',
    term: 'symbol-keyword',
    name: 'tag',
};

/** The words for kinds of names. */
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

/** The icon of a kind. */
export function kindIcon(kind: Kind): vscode.ThemeIcon {
    return new vscode.ThemeIcon(KIND_ICONS[kind]);
}

function standingLabels(): Record<Standing, string> {
    return {
        preferred: vscode.l10n.t('preferred'),
        admitted: vscode.l10n.t('admitted'),
        deprecated: vscode.l10n.t('deprecated'),
        superseded: vscode.l10n.t('superseded'),
        undecided: vscode.l10n.t('undecided'),
    };
}

function standingIcon(status: Standing): vscode.ThemeIcon {
    switch (status) {
        case 'preferred':
            return coloured('pass-filled', 'charts.green');
        case 'admitted':
            return coloured('pass', 'charts.green');
        case 'deprecated':
        case 'superseded':
            return coloured('circle-slash', 'charts.red');
        case 'undecided':
            return coloured('question', 'charts.yellow');
    }
}

function coloured(icon: string, colour: string): vscode.ThemeIcon {
    return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}
