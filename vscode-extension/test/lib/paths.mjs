// Where things are; run.sh says so by the environment.
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const need = (name) => {
    const value = process.env[name];
    if (!value) throw new Error(`${name} is not set; run test/run.sh`);
    return value;
};

export const extension = fileURLToPath(new URL('../..', import.meta.url));
export const checkout = path.dirname(path.resolve(extension));
export const vsix = path.join(extension, 'canonym.vsix');
/** Node 24 and code-server. */
export const cache = need('CANONYM_TEST_CACHE');
/** The folder of the canonym program that is tested. */
export const programs = need('CANONYM_TEST_PROGRAMS');
/** Screenshots and logs of this run. */
export const output = need('CANONYM_TEST_OUTPUT');
/** Everything that this run writes and may be thrown away. */
export const scratch = need('CANONYM_TEST_SCRATCH');
