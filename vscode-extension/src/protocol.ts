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
    replaceInWorkspace: 'canonym.replaceInWorkspace',
    names: 'canonym.names',
    undecided: 'canonym.undecided',
    status: 'canonym.status',
} as const;

/** Notification of the server: its state has changed. */
export const STATUS = '$/canonym/status';

export type Kind = 'person' | 'place' | 'organisation' | 'people' | 'work' | 'term' | 'name';

/** A concept of the termbase. */
export interface Concept {
    readonly id: string;
    /** The preferred form; while the concept is undecided, the first of the competing ones. */
    readonly name: string;
    readonly kind: Kind;
    /** Who says so; `draft` for a name that no termbase has. */
    readonly origin: 'learned' | 'authored' | 'draft';
    readonly undecided: boolean;
    readonly note: string;
}

/** A form, the form that is offered in its place, and the preferred form of the name that a decision is written to. */
export interface About {
    readonly form: string;
    readonly rival: string;
    readonly name: string;
}

/** A place in a file of the workspace where a spelling stands. */
export interface Mention {
    readonly uri: string;
    readonly range: Range;
    readonly line: string;
    /** The rule of the finding there; empty where nothing is wrong. */
    readonly rule: string;
    /** What the finding suggests; may be empty. */
    readonly suggestion: string;
    /** What a decision about the finding is about; null where none can be made. */
    readonly about: About | null;
}

/** A way in which the files of the workspace write a name; `count` is of all mentions, not only of those given. */
export interface Spelling {
    readonly text: string;
    readonly standing: string;
    readonly wrong: boolean;
    readonly count: number;
    readonly mentions: readonly Mention[];
}

/** A concept as the workspace has it. */
export interface UsedConcept extends Concept {
    readonly count: number;
    readonly spellings: readonly Spelling[];
}

/** A sentence of a published article; `uri` is null where the article cannot be found. */
export interface Example {
    readonly path: string;
    readonly line: number;
    readonly text: string;
    readonly uri: string | null;
}

/** A form of an undecided concept, with what the corpus has of it. */
export interface Form {
    readonly form: string;
    readonly frequency: number;
    readonly articles: number;
    readonly examples: readonly Example[];
}

/** A concept whose forms compete. */
export interface UndecidedConcept extends Concept {
    readonly forms: readonly Form[];
}

/** What there is to check against in a root; `stale` is the last good state of something unusable. */
export type TermbaseState = 'none' | 'loading' | 'ready' | 'stale';

export interface Status {
    readonly version: string;
    readonly root: string;
    readonly state: TermbaseState;
    readonly problems: readonly string[];
    /** Documents whose check failed, and why. */
    readonly failed: readonly string[];
    readonly concepts: number;
    readonly undecided: number;
    readonly articles: number;
    readonly authored: string;
    readonly learned: string;
    readonly outdated: boolean;
}

/** What was learned. */
export interface Learned {
    readonly articles: number;
    readonly names: number;
    readonly undecided: number;
}

/** How many findings there are: in each file, and in all. */
export interface Checked {
    readonly files: Readonly<Record<string, number>>;
    readonly findings: number;
}
