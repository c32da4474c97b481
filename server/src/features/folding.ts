import type { FoldingRange } from 'vscode-languageserver-types';
import type { Plan } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import * as positions from '../syntax/positions.ts';
import { english, said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { HeaderLine, Line, Tree } from '../syntax/tree.ts';
import { regionsOf } from './regions.ts';
import { cycleCalled } from './scope-names.ts';

/**
 * What can be folded in a file: scopes, cycles, objectives, key results and KPIs with all under them; notes and comments of
 * several lines, of kind `comment`; cycles that are over are of kind `region`, so that one command folds them all. Null
 * where the file is not known.
 */
export function foldingRanges(snapshot: Snapshot, uri: string, say: Say = english): FoldingRange[] | null {
  const tree = snapshot.tree(uri);
  if (tree === null) return null;
  const regions = regionsOf(tree)
    .filter(({ firstLine, lastLine }) => lastLine > firstLine)
    .map(({ header, firstLine, lastLine }): FoldingRange => {
      const over = overOf(snapshot.plan, header, uri);
      const range = { startLine: firstLine, endLine: lastLine };
      return over === null ? range : { ...range, kind: 'region', collapsedText: say(said`${over} (over)`) };
    });
  return [...regions, ...runsOf(tree)].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The name of a cycle whose last day has passed. */
function overOf(plan: Plan, header: HeaderLine, uri: string): string | null {
  if (header.header !== 'cycle' || header.name === null) return null;
  const cycle = cycleCalled(plan, header.name.text, uri);
  return cycle?.end != null && cycle.end < plan.today ? cycle.name : null;
}

/** Notes in a row and comments in a row, from two lines on. */
function runsOf(tree: Tree): readonly FoldingRange[] {
  const runs: FoldingRange[] = [];
  let kind: Line['kind'] | null = null;
  tree.blocks.forEach((block, index) => {
    const first = positions.blockLine(tree, index);
    block.lines.forEach((line, at) => {
      const run = runs.at(-1);
      if (line.kind === 'note' || line.kind === 'comment') {
        if (line.kind === kind && run !== undefined) run.endLine = first + at;
        else runs.push({ startLine: first + at, endLine: first + at, kind: 'comment' });
      }
      kind = line.kind;
    });
  });
  return runs.filter(({ startLine, endLine }) => endLine > startLine);
}
