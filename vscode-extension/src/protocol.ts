// What passes between the extension and the server beyond the Language Server Protocol.
import type { Range } from 'vscode-languageclient/node';

/** Commands of the server, for `workspace/executeCommand`. */
export const Command = {
    learn: 'canonym.learn',
    checkWorkspace: 'canonym.checkWorkspace',
    addName: 'canonym.addName',
    admit: 'canonym.admit',
    prefer: 'canonym.prefer',
    never: 'canonym.never',
    explain: 'canonym.explain',
    names: 'canonym.names',
    undecided: 'canonym.undecided',
    status: 'canonym.status',
} as const;

/** Notification of the server: its state has changed. */
export const STATUS = 'canonym/status';

export type Standing = 'preferred' | 'admitted' | 'deprecated' | 'superseded' | 'undecided';
export type Kind = 'person' | 'place' | 'organisation' | 'people' | 'work' | 'term' | 'name';
export type Filter = 'undecided' | 'deprecated' | 'new';

/** A place where a spelling stands, in a draft or in the corpus. */
export interface Mention {
    readonly uri: string;
    readonly range: Range;
    readonly text: string;
}

/** One way to write a name, with what the corpus and the drafts have of it. */
export interface Spelling {
    readonly form: string;
    readonly status: Standing;
    readonly frequency: number;
    readonly articles: number;
    readonly mentions: readonly Mention[];
    readonly examples: readonly Mention[];
}

export interface Concept {
    readonly id: string;
    readonly preferred: string;
    readonly kind: Kind;
    readonly spellings: readonly Spelling[];
}

export interface Status {
    readonly names: number;
    readonly undecided: number;
    readonly findings: number;
    readonly learned: boolean;
    readonly problem: string;
}
