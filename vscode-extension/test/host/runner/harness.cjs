// What tests inside the extension host share. They speak to VS Code as an extension does.
const vscode = require('vscode');

/** Asks again until `condition` gives something true, which it returns. */
async function until(condition, what, milliseconds = 30_000) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

const root = () => vscode.workspace.workspaceFolders[0].uri;
const canonym = () => vscode.extensions.getExtension('canonym.canonym');
const findings = (uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'canonym');

/** The code actions at a range; at start-up VS Code may cancel a request, which is asked again. */
async function actions(uri, range, kind) {
    return until(async () => {
        try {
            return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, 10);
        } catch (error) {
            if (!/Canceled/.test(String(error))) throw error;
            return undefined;
        }
    }, 'code actions are given');
}

/** Opens the first file that matches a glob. */
async function open(glob) {
    const [uri] = await vscode.workspace.findFiles(glob);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
}

/** Runs tests one after the other, says how each ended, and fails if one did. */
async function runAll(tests) {
    let failed = 0;
    for (const [name, run] of Object.entries(tests)) {
        try {
            await run();
            console.log(`ok: ${name}`);
        } catch (error) {
            failed += 1;
            console.log(`FAILED: ${name}\n${error.stack}`);
        }
    }
    if (failed > 0) throw new Error(`${failed} failed`);
}

module.exports = { until, root, canonym, findings, actions, open, runAll };
