// Waiting for a state, and acting until it is reached. Nothing waits for time alone.

/** How long the tests wait for what they expect. */
export const PATIENCE = Number(process.env.CANONYM_TEST_PATIENCE ?? 60_000);
/** How long an act is given to show an effect before it is done again. */
export const SOON = 3_000;

/** Asks again until `condition` gives something true, which it returns. */
export async function until(condition, what, milliseconds = PATIENCE) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/**
 * Acts until `sign` gives something true, which it returns. What was opened before may take the focus late, as an
 * editor or a webview does once it is loaded: VS Code then closes the palette or a menu, and a key goes astray. A
 * click on what is being drawn anew is lost as well. A person does it again, and so does this: what is done has to
 * be harmless when it is done twice.
 */
export async function insist(act, sign, what) {
    let reason;
    const once = async () => {
        await act().catch((error) => (reason = error));
        return until(sign, what, SOON).catch(() => undefined);
    };
    return until(once, what).catch((error) => {
        throw new Error(error.message, { cause: reason });
    });
}
