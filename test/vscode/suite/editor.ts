import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OkrApi } from '../../../client/src/activate.ts';
import type { CascadeNode } from '../../../client/src/protocol.ts';

const extensionId = 'okr-language.okr-language';

/** The extension, activated, with the server's first answer in. */
export async function extensionApi(): Promise<OkrApi> {
  const extension = vscode.extensions.getExtension<OkrApi>(extensionId);
  assert.ok(extension, `${extensionId} is not among the extensions`);
  const api = await extension.activate();
  await api.whenReady();
  return api;
}

/** The workspace's file of that name. */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** The file of that name in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The position where `text` first stands in the document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `"${text}" is not in ${document.uri.path}`);
  return document.positionAt(offset);
}

/** The Markdown of all hovers at the place where `text` begins. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** The codes of a file's findings, sorted. */
export function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))
    .sort();
}

/** Every node of the cascade as the view shows it, references to others left out. */
export function cascadeNodes(api: OkrApi): CascadeNode[] {
  const below = (node: CascadeNode): CascadeNode[] => [node, ...node.children.flatMap(below)];
  return (api.cascade()?.roots ?? []).flatMap(below).filter((node) => !node.reference);
}

/** The node with that label, undefined where the view has none. */
export function nodeLabelled(api: OkrApi, label: string): CascadeNode | undefined {
  return cascadeNodes(api).find((node) => node.label.includes(label));
}

/** Waits until `check` passes, which it may do by not throwing; fails with what it last threw. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
