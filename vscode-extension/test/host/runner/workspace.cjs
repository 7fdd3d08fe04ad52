// In a workspace with a termbase and a draft: settings, commands, code actions, diagnostics.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { actions, canonym, findings, open, root, runAll, until } = require('./harness.cjs');

const texts = (uri) => findings(uri).map(({ range }) => vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()).getText(range));
const revert = () => vscode.commands.executeCommand('workbench.action.files.revert');
let draft;

exports.run = () => runAll({ ...general, ...require('./settings.cjs') });

const general = {
    'all its commands are there': async () => {
        await canonym().activate();
        const known = new Set(await vscode.commands.getCommands(true));
        for (const { command } of canonym().packageJSON.contributes.commands) {
            assert.ok(known.has(command), command);
        }
    },
    'findings are warnings with the rule as their code': async () => {
        draft = await open('drafts/*.txt');
        await until(() => texts(draft.uri).includes('Punjir'), 'Punjir is found');
        const one = findings(draft.uri).find(({ range }) => draft.getText(range) === 'Punjir');
        assert.equal(one.severity, vscode.DiagnosticSeverity.Warning);
        assert.equal(one.code.value ?? one.code, 'variant-name');
        assert.match(one.message, /Panjshir/);
    },
    'a sure fix is the preferred quick fix': async () => {
        const one = findings(draft.uri).find(({ range }) => draft.getText(range) === 'Masoud');
        const offered = await actions(draft.uri, one.range, vscode.CodeActionKind.QuickFix.value);
        const preferred = offered.filter(({ isPreferred }) => isPreferred);
        assert.equal(preferred.length, 1);
        assert.ok(await vscode.workspace.applyEdit(preferred[0].edit));
        assert.equal(draft.getText(draft.getWordRangeAtPosition(one.range.start)), 'Massoud');
        await revert();
    },
    'fix all leaves a real word alone': async () => {
        const whole = new vscode.Range(0, 0, draft.lineCount, 0);
        await until(() => texts(draft.uri).includes('Masoud'), 'the draft is as it was');
        const [all] = await actions(draft.uri, whole, 'source.fixAll.canonym');
        await vscode.workspace.applyEdit(all.edit);
        assert.match(draft.getText(), /^Ahmad Massoud, leader/m);
        assert.match(draft.getText(), /anti-Tibetan/);
        await revert();
    },
    'levels in the settings count at once': async () => {
        await until(() => texts(draft.uri).includes('Masoud'), 'the draft is as it was');
        const settings = vscode.workspace.getConfiguration('canonym', draft.uri);
        const level = (rules) => settings.update('rules', rules, vscode.ConfigurationTarget.WorkspaceFolder);
        await level({ 'variant-name': 'off' });
        await until(() => !texts(draft.uri).includes('Masoud'), 'the rule is off');
        await level({ 'variant-name': 'error' });
        const grave = ({ severity }) => severity === vscode.DiagnosticSeverity.Error;
        await until(() => findings(draft.uri).some(grave), 'the rule finds errors');
        await level(undefined);
    },
    'a termbase that changes on disk changes the findings': async () => {
        const termbase = vscode.Uri.joinPath(root(), 'termbase.toml');
        await until(() => texts(draft.uri).includes('Punjir'), 'Punjir is found');
        await write(termbase, '[[name]]\npreferred = "Panjshir"\nadmitted = ["Punjir"]\n');
        await until(() => !texts(draft.uri).includes('Punjir'), 'Punjir is admitted');
        await vscode.workspace.fs.delete(termbase);
    },
    'names are mended on save': async () => {
        const settings = vscode.workspace.getConfiguration('editor', draft.uri);
        await until(() => texts(draft.uri).includes('Masoud'), 'the draft is as it was');
        await settings.update('codeActionsOnSave', { 'source.fixAll.canonym': 'always' }, vscode.ConfigurationTarget.Workspace);
        const edit = new vscode.WorkspaceEdit();
        edit.insert(draft.uri, new vscode.Position(0, 0), 'Note. ');
        await vscode.workspace.applyEdit(edit);
        await draft.save();
        assert.match(draft.getText(), /^Ahmad Massoud, leader/m);
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    },
    'the selection is explained in a preview': async () => {
        const editor = await vscode.window.showTextDocument(draft);
        const at = draft.positionAt(draft.getText().indexOf('Taliban'));
        editor.selection = new vscode.Selection(at, at.translate(0, 'Taliban'.length));
        await vscode.commands.executeCommand('canonym.action.explain');
        const preview = ({ label }) => label.includes('Taliban');
        await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(preview), 'the preview is shown');
    },
    'a report names the versions': async () => {
        await vscode.commands.executeCommand('canonym.action.reportIssue');
        const report = await until(() => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor.document, 'the report is shown');
        assert.match(report.getText(), /Canonym for VS Code 0\.\d/);
        assert.match(report.getText(), /canonym 0\.\d/);
        assert.ok(report.getText().includes(vscode.version));
    },
};

async function write(uri, text) {
    await require('node:fs/promises').writeFile(uri.fsPath, text);
}
