// In a workspace with a termbase and a draft: settings, commands, code actions, diagnostics.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { actions, canonym, findings, open, root, runAll, until } = require('./harness.cjs');

const texts = (uri) => findings(uri).map(({ range }) => vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString()).getText(range));
const revert = () => vscode.commands.executeCommand('workbench.action.files.revert');
let draft;

exports.run = () => runAll({
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
        const one = findings(draft.uri).find(({ range }) => draft.getText(range) === 'Punjir');
        const offered = await actions(draft.uri, one.range, vscode.CodeActionKind.QuickFix.value);
        assert.equal(offered.filter(({ isPreferred }) => isPreferred).length, 1);
        const fix = offered.find(({ isPreferred }) => isPreferred);
        assert.ok(await vscode.workspace.applyEdit(fix.edit));
        assert.equal(draft.getText(new vscode.Range(one.range.start, one.range.start.translate(0, 8))), 'Panjshir');
        await revert();
    },
    'fix all leaves a real word alone': async () => {
        const whole = new vscode.Range(0, 0, draft.lineCount, 0);
        await until(() => texts(draft.uri).includes('Punjir'), 'the draft is as it was');
        const [all] = await actions(draft.uri, whole, 'source.fixAll.canonym');
        await vscode.workspace.applyEdit(all.edit);
        assert.doesNotMatch(draft.getText(), /Punjir|Masoud/);
        assert.match(draft.getText(), /anti-Tibetan/);
        await revert();
    },
    'a rule that is switched off in the settings finds nothing': async () => {
        await until(() => texts(draft.uri).includes('anti-Tibetan'), 'the draft is as it was');
        const settings = vscode.workspace.getConfiguration('canonym', draft.uri);
        await settings.update('rules', { 'suspect-term': 'off' }, vscode.ConfigurationTarget.WorkspaceFolder);
        await until(() => !texts(draft.uri).includes('anti-Tibetan'), 'the rule is off');
        await settings.update('rules', { 'suspect-term': 'error' }, vscode.ConfigurationTarget.WorkspaceFolder);
        await until(() => findings(draft.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error), 'it is an error');
        await settings.update('rules', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
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
        await until(() => texts(draft.uri).includes('Punjir'), 'the draft is as it was');
        await settings.update('codeActionsOnSave', { 'source.fixAll.canonym': 'always' }, vscode.ConfigurationTarget.Workspace);
        const edit = new vscode.WorkspaceEdit();
        edit.insert(draft.uri, new vscode.Position(0, 0), 'Note. ');
        await vscode.workspace.applyEdit(edit);
        await until(() => texts(draft.uri).includes('Punjir'), 'the new version is checked');
        await draft.save();
        assert.doesNotMatch(draft.getText(), /Punjir/);
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    },
    'the selection is explained in a preview': async () => {
        const editor = await vscode.window.showTextDocument(draft);
        const at = draft.positionAt(draft.getText().indexOf('Panjshir'));
        editor.selection = new vscode.Selection(at, at.translate(0, 8));
        await vscode.commands.executeCommand('canonym.action.explain');
        const preview = ({ label }) => label.includes('Panjshir.md');
        await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(preview), 'the preview is shown');
    },
    'a report names the versions': async () => {
        await vscode.commands.executeCommand('canonym.action.reportIssue');
        const report = await until(() => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor.document, 'the report is shown');
        assert.match(report.getText(), /Canonym for VS Code 0\.\d/);
        assert.match(report.getText(), /canonym 0\.\d/);
        assert.ok(report.getText().includes(vscode.version));
    },
});

async function write(uri, text) {
    await require('node:fs/promises').writeFile(uri.fsPath, text);
}
