/** Asks again until `condition` gives something true, which it returns. */
export async function until(condition, what, milliseconds = Number(process.env.CANONYM_TEST_PATIENCE ?? 60_000)) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
