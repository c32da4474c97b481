import { english, said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import type { Item } from '../model/plan.ts';
import { lineBreakOf } from '../rules/edits.ts';
import { REASON_TO_COME } from '../rules/okr010-suppression.ts';
import type { Finding } from '../rules/rule.ts';
import type { Snapshot } from '../service.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { EditOptions } from './changes.ts';
import { blockAt, blockStart, positionAt } from './layout.ts';

/** Rules about the text itself, or about directives: what they report is mended, not silenced. */
const NOT_SILENCED: ReadonlySet<string> = new Set(['OKR001', 'OKR010']);

/** Whole texts: what stands before the name differs with it. */
const FOR_ITEM: Readonly<Record<Item['kind'], (rule: string) => Said>> = {
  objective: (rule) => said`Silence ${rule} for this objective, with a reason`,
  kr: (rule) => said`Silence ${rule} for this key result, with a reason`,
  kpi: (rule) => said`Silence ${rule} for this KPI, with a reason`,
};

export interface SilenceOptions extends EditOptions {
  /** The client can put the cursor into an inserted text: the reason of a directive is then selected. */
  readonly snippets: boolean;
}

/** The directives that silence findings, with a reason to be written, each once: for the item, and for the file. */
export function silencings(
  snapshot: Snapshot,
  uri: string,
  findings: readonly Finding[],
  options: SilenceOptions,
): readonly CodeAction[] {
  const silenced = new Set<string>();
  return findings.flatMap((finding) => {
    const key = `${finding.code} ${finding.item ?? ''}`;
    if (silenced.has(key)) return [];
    silenced.add(key);
    return silencing(snapshot, uri, finding, options);
  });
}

function silencing(snapshot: Snapshot, uri: string, finding: Finding, options: SilenceOptions): readonly CodeAction[] {
  if (NOT_SILENCED.has(finding.code)) return [];
  const item = finding.item === null ? undefined : snapshot.plan.items.get(finding.item);
  const { say = english } = options;
  const rule = `${finding.code}/${finding.name}`;
  const actions: CodeAction[] = [];
  const add = (title: Said, at: number, directive: string, indent: string): void => {
    actions.push({
      title: say(title),
      kind: 'quickfix',
      diagnostics: [diagnosticOf(snapshot, finding, say)],
      edit: { documentChanges: [insertion(snapshot, uri, at, `${indent}# ${directive} ${finding.code}: `, options)] },
    });
  };
  const above = item === undefined ? null : lineAbove(snapshot, uri, item);
  if (above !== null && item !== undefined) {
    add(FOR_ITEM[item.kind](rule), above.at, 'okr-ignore', above.indent);
  }
  add(said`Silence ${rule} in this file, with a reason`, 0, 'okr-ignore-file', '');
  return actions;
}

/** Where a directive for an item goes: directly above its header. Null for an item whose header is in another file. */
function lineAbove(
  snapshot: Snapshot,
  uri: string,
  item: Item,
): { readonly at: number; readonly indent: string } | null {
  const tree = snapshot.tree(uri);
  const start = tree === null || item.uri !== uri ? null : blockStart(tree, item.block);
  if (start === null) return null;
  const { from, indent } = item.header;
  return { at: start + from, indent: item.block.text.slice(from, from + indent) };
}

function insertion(
  snapshot: Snapshot,
  uri: string,
  at: number,
  directive: string,
  { snippets, versionOf }: SilenceOptions,
): TextDocumentEdit {
  const tree = snapshot.tree(uri);
  const position = tree === null ? { line: 0, character: 0 } : positionAt(tree, at);
  const block = tree === null ? undefined : blockAt(tree, at)?.block;
  const lineBreak = block === undefined ? '\n' : lineBreakOf(block);
  const range = { start: position, end: position };
  const edit: TextEdit | SnippetTextEdit = snippets
    ? { range, snippet: { kind: 'snippet', value: `${directive}\${1:${REASON_TO_COME}}${lineBreak}` } }
    : { range, newText: `${directive}${REASON_TO_COME}${lineBreak}` };
  return { textDocument: { uri, version: versionOf(uri) }, edits: [edit] };
}
