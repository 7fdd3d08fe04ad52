// A workspace of the seeds: four published articles to learn from, and one as a draft.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { checkout, programs, scratch } from './paths.mjs';

const seeds = path.join(checkout, 'seeds');

/** The seed whose name starts with `number`, such as '002'. */
export function seed(number) {
    return readdirSync(seeds).find((name) => name.startsWith(number));
}

/** Makes a workspace in a new folder `name`, with a learned termbase if `learned`, and returns its path. */
export function workspace(name, { draft = '002', learned = true } = {}) {
    const folder = path.join(scratch, 'workspaces', name);
    mkdirSync(path.join(folder, 'articles'), { recursive: true });
    mkdirSync(path.join(folder, 'drafts'));
    for (const file of readdirSync(seeds).filter((name) => /^\d{3}_.*\.txt$/.test(name))) {
        cpSync(path.join(seeds, file), path.join(folder, file.startsWith(draft) ? 'drafts' : 'articles', file));
    }
    writeFileSync(path.join(folder, 'canonym.toml'), 'corpus = ["articles/"]\n');
    if (learned) {
        execFileSync(path.join(programs, 'canonym'), ['learn'], { cwd: folder, stdio: 'pipe' });
    }
    return folder;
}
