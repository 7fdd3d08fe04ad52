// Tests by clicks: a failure leaves a screenshot that is named like the test.
import { test } from 'node:test';

/** Runs `run(workbench, context)` as a test; `of()` gives the workbench. */
export function clicks(name, of, run) {
    test(name, (context) => pictured(name, of, () => run(of(), context)));
}

/** Runs `run`; when it fails, a screenshot is left. */
export async function pictured(name, of, run) {
    try {
        await run();
    } catch (error) {
        const file = `FAILED ${name.replaceAll(/[^\w ]/g, '')}`;
        // The window may be gone; the error that is told is the test's.
        await of()?.screenshot(file).catch(() => undefined);
        throw error;
    }
}
