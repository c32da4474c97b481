import type { CodeAction, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import type { Item, PlanFix } from '../model/plan.ts';
import { lineBreakOf } from '../rules/edits.ts';
import { REASON_TO_COME } from '../rules/okr010-suppression.ts';
import type { Finding } from '../rules/rule.ts';
import type { Snapshot } from '../service.ts';
import type { Span } from '../syntax/tree.ts';
import { rewrites } from './actions-rewrite.ts';
import { diagnosticOf } from './diagnostics.ts';
import { blockAt, blockStart, positionAt, rangeOf } from './layout.ts';

const QUICK_FIX = 'quickfix';

/** Rules about the text itself, or about directives: what they report is mended, not silenced. */
const NOT_SILENCED: ReadonlySet<string> = new Set(['OKR001', 'OKR010']);

export interface ActionOptions {
  /** The client can put the cursor into an inserted text: the reason of a directive is then selected. */
  readonly snippets: boolean;
  /** Version of each open file, so that an edit of another version is refused by the editor. */
  readonly versionOf: (uri: string) => number | null;
}

/**
 * The quick fixes of the findings that touch a span of a file (offsets from its start): first their own, then those that
 * silence them with a reason, last what may be written down besides. Null where the file is not known.
 */
export function codeActions(snapshot: Snapshot, uri: string, span: Span, options: ActionOptions): CodeAction[] | null {
  const tree = snapshot.tree(uri);
  if (tree === null) return null;
  const touching = snapshot.findings(uri).filter(({ place }) => {
    const start = blockStart(tree, place.block);
    return start !== null && start + place.span.from <= span.to && start + place.span.to >= span.from;
  });
  const silenced = new Set<string>();
  return [
    ...touching.flatMap((finding) => finding.fixes.map((fix, index) => fixOf(snapshot, finding, fix, index, options))),
    ...touching.flatMap((finding) => {
      const key = `${finding.code} ${finding.item ?? ''}`;
      if (silenced.has(key)) return [];
      silenced.add(key);
      return silencing(snapshot, uri, finding, options);
    }),
    ...rewrites(snapshot, uri, span, options.versionOf(uri)),
  ];
}

function fixOf(
  snapshot: Snapshot,
  finding: Finding,
  fix: PlanFix,
  index: number,
  { versionOf }: ActionOptions,
): CodeAction {
  const changes = new Map<string, TextEdit[]>();
  for (const { place, newText } of fix.edits) {
    const tree = snapshot.tree(place.uri);
    if (tree === null) continue;
    const edits = changes.get(place.uri) ?? [];
    edits.push({ range: rangeOf(tree, place), newText });
    changes.set(place.uri, edits);
  }
  return {
    title: fix.title,
    kind: QUICK_FIX,
    diagnostics: [diagnosticOf(snapshot, finding)],
    isPreferred: fix.safe && index === 0,
    edit: {
      documentChanges: [...changes].map(([uri, edits]): TextDocumentEdit => {
        return { textDocument: { uri, version: versionOf(uri) }, edits };
      }),
    },
  };
}

function silencing(snapshot: Snapshot, uri: string, finding: Finding, options: ActionOptions): CodeAction[] {
  if (NOT_SILENCED.has(finding.code)) return [];
  const item = finding.item === null ? undefined : snapshot.plan.items.get(finding.item);
  const rule = `${finding.code}/${finding.name}`;
  const actions: CodeAction[] = [];
  const add = (title: string, at: number, directive: string, indent: string): void => {
    actions.push({
      title,
      kind: QUICK_FIX,
      diagnostics: [diagnosticOf(snapshot, finding)],
      edit: { documentChanges: [insertion(snapshot, uri, at, `${indent}# ${directive} ${finding.code}: `, options)] },
    });
  };
  const above = item === undefined ? null : lineAbove(snapshot, uri, item);
  if (above !== null && item !== undefined) {
    add(`Silence ${rule} for this ${NAMES[item.kind]}, with a reason`, above.at, 'okr-ignore', above.indent);
  }
  add(`Silence ${rule} in this file, with a reason`, 0, 'okr-ignore-file', '');
  return actions;
}

const NAMES: Readonly<Record<Item['kind'], string>> = { objective: 'objective', kr: 'key result', kpi: 'KPI' };

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
  { snippets, versionOf }: ActionOptions,
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
