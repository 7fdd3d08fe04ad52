// Tests by clicks: a failure leaves a screenshot that is named like the test.
import { test } from 'node:test';

/** Runs `run(workbench, context)` as a test; `of()` gives the workbench. */
export function clicks(name, of, run) {
    test(name, async (context) => {
        const workbench = of();
        try {
            await run(workbench, context);
        } catch (error) {
            await workbench?.screenshot(`FAILED ${name.replaceAll(/[^\w ]/g, "")}`).catch(() => undefined);
            throw error;
        }
    });
}
