import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { PlanFix } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import type { Say } from '../syntax/said.ts';
import type { Span } from '../syntax/tree.ts';
import { blockStart, positionAt } from './layout.ts';

/** A change of one file: the characters from `from` to `to`, counted from its start, become `newText`. */
export interface Change extends Span {
  readonly uri: string;
  readonly newText: string;
}

/** What the answer of an action may hold. */
export interface EditOptions {
  /** Version of each open file, so that an edit of another version is refused by the editor; null for the others. */
  readonly versionOf: (uri: string) => number | null;
  /** The client's language; English where it is left out. */
  readonly say?: Say;
}

/** The edits of a fix as changes of whole files. What stands in a block that the snapshot does not have is left out. */
export function changesOf(snapshot: Snapshot, { edits }: Pick<PlanFix, 'edits'>): readonly Change[] {
  return edits.flatMap(({ place: { uri, block, span }, newText }) => {
    const tree = snapshot.tree(uri);
    const start = tree === null ? null : blockStart(tree, block);
    return start === null ? [] : [{ uri, from: start + span.from, to: start + span.to, newText }];
  });
}

/** Changes as an editor takes them, file by file. A file that is not known is made. */
export function workspaceEdit(
  snapshot: Snapshot,
  changes: readonly Change[],
  { versionOf }: EditOptions,
): WorkspaceEdit {
  const byFile = new Map<string, Change[]>();
  for (const change of changes) byFile.set(change.uri, [...(byFile.get(change.uri) ?? []), change]);
  return {
    documentChanges: [...byFile].flatMap(([uri, own]): NonNullable<WorkspaceEdit['documentChanges']> => {
      const edit: TextDocumentEdit = {
        textDocument: { uri, version: versionOf(uri) },
        edits: own.map(({ from, to, newText }) => ({ range: rangeAt(snapshot, uri, { from, to }), newText })),
      };
      return snapshot.tree(uri) === null ? [{ kind: 'create', uri }, edit] : [edit];
    }),
  };
}

function rangeAt(snapshot: Snapshot, uri: string, { from, to }: Span): TextDocumentEdit['edits'][number]['range'] {
  const tree = snapshot.tree(uri);
  const start = { line: 0, character: 0 };
  return tree === null ? { start, end: start } : { start: positionAt(tree, from), end: positionAt(tree, to) };
}
