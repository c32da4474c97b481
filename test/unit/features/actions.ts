import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/features/actions.ts';
import type { ActionOptions } from '../../../server/src/features/actions.ts';
import { applied } from './workspace.ts';
import type { Fixture } from './workspace.ts';

/** What is offered at the first cursor, or between the first two. */
export function actionsAt(at: Fixture, options: Partial<ActionOptions> = {}): readonly CodeAction[] {
  const span = { from: at.offset, to: at.offsets[1] ?? at.offset };
  return codeActions(at.snapshot, at.uri, span, { snippets: false, versionOf: () => 7, ...options }) ?? [];
}

/** The one action of this title; fails where there is none. */
export function choose(at: Fixture, title: RegExp, options: Partial<ActionOptions> = {}): CodeAction {
  const all = actionsAt(at, options);
  const found = all.find((action) => title.test(action.title));
  assert.ok(found !== undefined, `no such action among: ${all.map((each) => each.title).join(' | ')}`);
  return found;
}

/** A file after an action: the one with the cursor, unless another is asked for, which the action may make. */
export function after(at: Fixture, action: CodeAction, uri = at.uri): string {
  const edits = (action.edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  if (at.snapshot.tree(uri) !== null) return applied({ ...at, uri, text: () => at.text(uri) }, edits);
  return edits.map((edit) => ('newText' in edit ? edit.newText : '')).join('');
}
