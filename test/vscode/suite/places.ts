import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Runs a command of VS Code that asks the providers of a language something. */
export async function ask<Answer>(command: string, ...args: readonly unknown[]): Promise<Answer> {
  return vscode.commands.executeCommand<Answer>(command, ...args);
}

/** The position in the document where the bar stands in `marked`, whose text without it must stand there once. */
export function cursorIn(document: vscode.TextDocument, marked: string): vscode.Position {
  const [before = '', after] = marked.split('|');
  assert.ok(after !== undefined, `no cursor in "${marked}"`);
  const text = document.getText();
  const offset = text.indexOf(before + after);
  assert.ok(offset >= 0, `"${before}${after}" is not in ${document.uri.path}`);
  assert.equal(text.indexOf(before + after, offset + 1), -1, `"${before}${after}" stands there twice`);
  return document.positionAt(offset + before.length);
}

/** The whole document. */
export function wholeOf(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}

/** Lines that a command led to, as `name.okr | text of the line`, sorted. */
export async function linesAt(found: readonly (vscode.Location | vscode.LocationLink)[]): Promise<string[]> {
  const lines = found.map(async (each) => {
    const [uri, range] = 'targetUri' in each ? [each.targetUri, each.targetRange] : [each.uri, each.range];
    return lineAt(uri, range);
  });
  return (await Promise.all(lines)).sort();
}

/** The line where a range begins, as `name.okr | text of the line`. */
export async function lineAt(uri: vscode.Uri, range: vscode.Range): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  return `${uri.path.split('/').at(-1) ?? ''} | ${document.lineAt(range.start.line).text.trim()}`;
}

/** The text with edits that do not overlap, as an editor applies them. */
export function edited(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const last = (a: vscode.TextEdit, b: vscode.TextEdit): number => b.range.start.compareTo(a.range.start);
  return [...edits].sort(last).reduce((text, { range, newText }) => {
    return text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }, document.getText());
}
