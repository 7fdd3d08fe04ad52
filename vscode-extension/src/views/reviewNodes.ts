// The nodes of the Review view: undecided concepts, their forms, and example sentences.
import * as vscode from 'vscode';
import type { Example, Form, Kind, UndecidedConcept } from '../protocol';
import { icons, kindIcon, kindLabels } from './icons';
import type { Node } from './tree';

export interface UndecidedNode extends Node {
    readonly root: string;
    readonly concept: UndecidedConcept;
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

export function undecidedNode(root: string, concept: UndecidedConcept): UndecidedNode {
    const item = new vscode.TreeItem(concept.forms.map(({ form }) => form).join(' / '), Expanded);
    item.id = `${root}#${concept.id}`;
    item.iconPath = icons.undecided;
    item.description = concept.kind === 'name' ? '' : kindLabels()[concept.kind];
    item.tooltip = vscode.l10n.t('The published articles do not settle how to write it.');
    item.accessibilityInformation = { label: `${item.label}` };
    item.contextValue = 'undecided';
    return { item, root, concept, children: () => concept.forms.map((form) => formNode(item.id ?? '', concept.kind, form)) };
}

function formNode(parent: string, kind: Kind, form: Form): Node {
    const item = new vscode.TreeItem(form.form, form.examples.length > 0 ? Collapsed : None);
    item.id = `${parent}#${form.form}`;
    item.iconPath = kindIcon(kind);
    item.description = evidence(form);
    item.contextValue = 'form';
    return { item, children: () => form.examples.map(exampleNode) };
}

/** How often and in how many articles a form was published. */
export function evidence({ frequency, articles }: Form): string {
    const mentions = frequency === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', frequency);
    const spread = articles === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', articles);
    return vscode.l10n.t('{0} in {1}', mentions, spread);
}

function exampleNode({ path, line, text, uri }: Example): Node {
    const item = new vscode.TreeItem(text || `${path}:${line}`, None);
    item.description = text === '' ? '' : `${path}:${line}`;
    item.iconPath = icons.example;
    item.tooltip = `${path}:${line}`;
    if (uri !== null) {
        const selection = new vscode.Range(line - 1, 0, line - 1, 0);
        item.command = { title: vscode.l10n.t('Open Article'), command: 'vscode.open', arguments: [vscode.Uri.parse(uri), { selection }] };
    }
    return { item, children: () => [] };
}
