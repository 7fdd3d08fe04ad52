// The nodes of the Names view: concepts, their spellings, and the places of each spelling.
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { About, Mention, Spelling, UsedConcept } from '../protocol';
import { icons, kindIcon, kindLabels } from './icons';
import type { Node } from './tree';

export interface ConceptNode extends Node {
    readonly root: string;
    readonly concept: UsedConcept;
}

export interface SpellingNode extends ConceptNode {
    readonly spelling: Spelling;
}

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

export function conceptNode(root: string, concept: UsedConcept): ConceptNode {
    const item = new vscode.TreeItem(concept.name, Collapsed);
    item.id = `${root}#${concept.id}`;
    item.iconPath = conceptIcon(concept);
    item.description = summary(concept);
    item.contextValue = concept.undecided ? 'concept:undecided' : 'concept';
    item.tooltip = tooltip(concept);
    item.accessibilityInformation = { label: `${concept.name}, ${item.description}` };
    const children = () => concept.spellings.map((spelling) => spellingNode(root, concept, spelling));
    return { item, root, concept, children };
}

function conceptIcon(concept: UsedConcept): vscode.ThemeIcon {
    if (concept.undecided) {
        return icons.undecided;
    }
    return kindIcon(concept.kind);
}

function summary({ count, spellings, undecided }: UsedConcept): string {
    const wrong = spellings.filter((spelling) => spelling.wrong).reduce((sum, spelling) => sum + spelling.count, 0);
    const parts = [
        `${count}`,
        ...(spellings.length > 1 ? [vscode.l10n.t('{0} spellings', spellings.length)] : []),
        ...(undecided ? [vscode.l10n.t('undecided')] : []),
        ...(wrong > 0 ? [vscode.l10n.t('{0} wrong', wrong)] : []),
    ];
    return parts.join(' · ');
}

function tooltip({ name, kind, undecided, note }: UsedConcept): string {
    const undecidedText = vscode.l10n.t('Its spellings compete, and nothing says which one is right.');
    return [`${name} (${kindLabels()[kind]})`, ...(undecided ? [undecidedText] : []), ...(note === '' ? [] : [note])].join('\n');
}

function spellingNode(root: string, concept: UsedConcept, spelling: Spelling): SpellingNode {
    const item = new vscode.TreeItem(spelling.text, Collapsed);
    item.id = `${root}#${concept.id}#${spelling.text}`;
    item.iconPath = spellingIcon(concept, spelling);
    item.description = `${spelling.count} · ${spelling.wrong ? vscode.l10n.t('wrong') : spelling.standing}`;
    item.contextValue = ['spelling', ...possible(concept, spelling)].join(':');
    const children = () => spelling.mentions.map((mention) => mentionNode(mention, spelling.text));
    return { item, root, concept, spelling, children };
}

function spellingIcon(concept: UsedConcept, spelling: Spelling): vscode.ThemeIcon {
    if (spelling.wrong) {
        return icons.wrong;
    }
    if (concept.origin === 'draft') {
        return icons.unknown;
    }
    return concept.undecided ? icons.undecided : icons.right;
}

/** What can be decided or done at a spelling. The menus of package.json depend on these words. */
function possible(concept: UsedConcept, spelling: Spelling): string[] {
    if (concept.origin === 'draft') {
        return ['add'];
    }
    const about = aboutOf(spelling);
    return [
        ...(concept.undecided || about !== undefined ? ['prefer', 'admit', 'never'] : []),
        ...(about !== undefined && !concept.undecided ? ['fix'] : []),
    ];
}

/** The subject of a decision about a spelling; undefined if nothing is wrong with it. */
export function aboutOf({ mentions }: Spelling): About | undefined {
    return mentions.find(({ about }) => about !== null)?.about ?? undefined;
}

/** How many characters of the line are shown before the mention. */
const LEAD = 24;

/** The words around a mention, with the mention highlighted. */
function snippet({ line }: Mention, text: string): vscode.TreeItemLabel {
    const at = line.indexOf(text);
    const from = at <= LEAD ? 0 : line.indexOf(' ', at - LEAD) + 1;
    const label = (from > 0 ? '…' : '') + line.slice(from);
    const start = label.indexOf(text);
    return start < 0 ? { label } : { label, highlights: [[start, start + text.length]] };
}

function mentionNode(mention: Mention, text: string): Node {
    const uri = vscode.Uri.parse(mention.uri);
    const { start, end } = mention.range;
    const item = new vscode.TreeItem(snippet(mention, text), None);
    item.description = `${path.posix.basename(uri.path)}:${start.line + 1}`;
    item.iconPath = mention.rule === '' ? icons.mention : icons.wrong;
    item.tooltip = [`${vscode.workspace.asRelativePath(uri)}:${start.line + 1}`, ...(mention.rule === '' ? [] : [mention.rule])].join('\n');
    item.contextValue = 'mention';
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    item.command = { title: vscode.l10n.t('Go to Mention'), command: 'vscode.open', arguments: [uri, { selection }] };
    return { item, children: () => [] };
}
