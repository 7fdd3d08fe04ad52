// The messages between the extension and the server beyond the Language Server Protocol.
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
    /** The origin; `draft` for a name in no termbase. */
    readonly origin: 'learned' | 'authored' | 'draft';
    readonly undecided: boolean;
    readonly note: string;
}

/** A form, its offered replacement, and the preferred form of the name that gets a decision. */
export interface About {
    readonly form: string;
    readonly rival: string;
    readonly name: string;
}

/** A place of a spelling in a file of the workspace. */
export interface Mention {
    readonly uri: string;
    readonly range: Range;
    readonly line: string;
    /** The rule of the finding there; empty without a finding. */
    readonly rule: string;
    /** The suggestion of the finding; may be empty. */
    readonly suggestion: string;
    /** The subject of a decision about the finding; null if none is possible. */
    readonly about: About | null;
}

/** A spelling of a name in the workspace; `count` includes mentions that are not listed. */
export interface Spelling {
    readonly text: string;
    readonly standing: string;
    readonly wrong: boolean;
    readonly count: number;
    readonly mentions: readonly Mention[];
}

/** A concept in the workspace. */
export interface UsedConcept extends Concept {
    readonly count: number;
    readonly spellings: readonly Spelling[];
}

/** A sentence of a published article; `uri` is null if the article cannot be found. */
export interface Example {
    readonly path: string;
    readonly line: number;
    readonly text: string;
    readonly uri: string | null;
}

/** A form of an undecided concept, with its evidence in the corpus. */
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

/** The termbase of a root; `stale` is the last good state of an unusable one. */
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
    /** Languages of open documents in which the termbases have no names, while they have names in others. */
    readonly unnamed: readonly string[];
}

/** The result of learning. */
export interface Learned {
    readonly articles: number;
    readonly names: number;
    readonly undecided: number;
}

/** The number of findings in each file and in all. */
export interface Checked {
    readonly files: Readonly<Record<string, number>>;
    readonly findings: number;
}
