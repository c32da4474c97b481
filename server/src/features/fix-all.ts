import { buildPlan } from '../model/build.ts';
import type { Finding } from '../rules/rule.ts';
import { findingsOf } from '../rules/run.ts';
import type { Snapshot } from '../service.ts';
import type { TextEdit } from '../syntax/blocks.ts';
import { reparse } from '../syntax/blocks.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Change } from './changes.ts';
import { blockStart, lengthOf } from './layout.ts';
import { editsOf, untouched, withEdit } from './pieces.ts';

/** Fixes that call for each other without end stop here; a few rounds are the rule. */
const MOST_ROUNDS = 50;

/** The fix of a finding that is certain to be what was meant, and stays in its file; null where there is none. */
export function safeFixOf({ fixes, place }: Finding): Finding['fixes'][number] | null {
  return fixes.find(({ safe, edits }) => safe && edits.every((edit) => edit.place.uri === place.uri)) ?? null;
}

/**
 * The file with all safe fixes of the wanted findings applied, again and again until none is left, for one fix may call
 * for another: as changes of the file as it is now, in order and apart. Works on a copy; empty where there is nothing to do.
 */
export function fixAll(snapshot: Snapshot, uri: string, wanted: (finding: Finding) => boolean): readonly Change[] {
  const before = snapshot.tree(uri);
  if (before === null) return [];
  const length = lengthOf(before);
  const seen = new Set<string>();
  let tree = before;
  let pieces = untouched(length);
  let findings = snapshot.findings(uri);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = apart(tree, findings.filter(wanted));
    if (edits.length === 0) break;
    for (const edit of edits.toReversed()) {
      tree = reparse(tree, edit);
      pieces = withEdit(pieces, edit);
    }
    const text = tree.blocks.map((block) => block.text).join('');
    if (seen.has(text)) break;
    seen.add(text);
    findings = findingsIn(snapshot, uri, tree);
  }
  return editsOf(pieces, length).map((edit) => ({ uri, ...edit }));
}

function findingsIn({ plan, config }: Snapshot, uri: string, tree: Tree): readonly Finding[] {
  const trees = new Map([...plan.documents].map(([each, document]) => [each, document.tree]));
  trees.set(uri, tree);
  return findingsOf(buildPlan(trees, plan.settings, plan.today), uri, config);
}

/** The edits of all fixes that do not get in each other's way, in the order of the text. The rest wait for another round. */
function apart(tree: Tree, findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    const edits = (safeFixOf(finding)?.edits ?? []).map(({ place, newText }): TextEdit => {
      const start = blockStart(tree, place.block) ?? 0;
      return { from: start + place.span.from, to: start + place.span.to, newText };
    });
    const free = edits.every((edit) => taken.every((other) => edit.to < other.from || other.to < edit.from));
    if (free) taken.push(...edits);
  }
  return taken.sort((a, b) => a.from - b.from || a.to - b.to);
}
