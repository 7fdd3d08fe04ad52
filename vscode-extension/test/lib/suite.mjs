// Tests by clicks: a failure leaves a screenshot that is named like the test.
import { test } from 'node:test';

/** Runs `run(workbench, context)` as a test; `of()` gives the workbench. */
export function clicks(name, of, run) {
    test(name, async (context) => {
        try {
            await run(of(), context);
        } catch (error) {
            const file = `FAILED ${name.replaceAll(/[^\w ]/g, '')}`;
            // The window may be gone; the error that is told is the test's.
            await of()?.screenshot(file).catch(() => undefined);
            throw error;
        }
    });
}
