// Each setting of the extension does what it says, at once.
const assert = require('node:assert/strict');
const fs = require('node:fs/promises');
const path = require('node:path');
const vscode = require('vscode');
const { canonym, findings, open, root, until } = require('./harness.cjs');

const rules = (uri) => new Set(findings(uri).map(({ code }) => code.value ?? code));
const revert = () => vscode.commands.executeCommand('workbench.action.files.revert');
let draft;

/** Sets a setting of ours for the folder while `run` runs. */
async function having(name, value, run) {
    const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
    const { scope } = canonym().packageJSON.contributes.configuration.properties[`canonym.${name}`];
    const target = scope === 'resource' ? WorkspaceFolder : Workspace;
    const settings = vscode.workspace.getConfiguration('canonym', root());
    await settings.update(name, value, target);
    try {
        await run();
    } finally {
        await settings.update(name, undefined, target);
    }
}

const shown = () => until(() => rules(draft.uri).has('variant-name'), 'findings are shown');

module.exports = {
    'enable turns findings off and on': async () => {
        draft = await open('drafts/*.txt');
        await revert();
        await shown();
        await having('enable', false, () => until(() => findings(draft.uri).length === 0, 'there are none'));
        await shown();
    },
    'select runs these rules only': async () => {
        await having('select', ['suspect-term'], () => until(() => [...rules(draft.uri)].join() === 'suspect-term', 'one rule runs'));
        await shown();
    },
    'ignore leaves rules out': async () => {
        const without = () => !rules(draft.uri).has('variant-name') && rules(draft.uri).has('suspect-term');
        await having('ignore', ['variant-name'], () => until(without, 'the rule does not run'));
        await shown();
    },
    'termbase names one where no settings file does': async () => {
        const settings = path.join(root().fsPath, 'canonym.toml');
        const text = await fs.readFile(settings, 'utf8');
        await fs.rm(settings);
        await fs.writeFile(path.join(root().fsPath, 'house.toml'), '[[name]]\npreferred = "Kaboul"\ndeprecated = ["Kabul"]\n');
        await having('termbase', ['house.toml'], () => until(() => rules(draft.uri).has('deprecated-term'), 'it is used'));
        await fs.writeFile(settings, text);
        await until(() => !rules(draft.uri).has('deprecated-term') && rules(draft.uri).has('variant-name'), 'the settings file counts again');
    },
    'languages adds to those that are checked': async () => {
        const content = 'Ahmad Masoud was in the Punjir Valley, said Amrullah Salih.\n';
        const document = await vscode.workspace.openTextDocument({ language: 'ini', content });
        await vscode.window.showTextDocument(document);
        assert.equal(findings(document.uri).length, 0);
        await having('languages', ['ini'], () => until(() => findings(document.uri).length > 0, 'it is checked'));
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },
    'draftLanguage says the language of drafts that say none': async () => {
        draft = await open('drafts/*.txt');
        await shown();
        await having('draftLanguage', 'fr', () => until(() => !rules(draft.uri).has('variant-name'), 'English names say nothing of it'));
        await shown();
    },
    'workspaceDiagnostics shows what is not open': async () => {
        const closed = vscode.Uri.joinPath(root(), 'drafts/letter.md');
        await fs.writeFile(closed.fsPath, 'Ahmad Masoud was in the Punjir Valley.\n');
        await until(() => findings(closed).length > 0, 'a closed draft has findings');
        await having('workspaceDiagnostics', false, () => until(() => findings(closed).length === 0, 'a closed draft has none'));
        await until(() => findings(closed).length > 0, 'it has them again');
        await fs.rm(closed.fsPath);
    },
    'renameTermbase decides whether a rename is written down': async () => {
        draft = await open('drafts/*.txt');
        await shown();
        const at = draft.positionAt(draft.getText().indexOf('Kabul'));
        const renamed = async () => {
            const edit = await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', draft.uri, at, 'Kaboul');
            return edit.entries().map(([uri]) => path.basename(uri.path));
        };
        assert.ok((await renamed()).includes('termbase.toml'));
        await having('renameTermbase', false, () => until(async () => !(await renamed()).includes('termbase.toml'), 'the draft alone is changed'));
    },
};
