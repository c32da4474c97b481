import type { CycleOf, Plan, PlanDocument, ScopeOf } from '../model/plan.ts';
import type { Block, Span } from '../syntax/tree.ts';
import type { Change } from './changes.ts';
import { blockStart, lengthOf } from './layout.ts';
import { cycleCalled } from './scope-names.ts';

/** What scope and cycle lines say where an item stands. */
export interface Context {
  readonly scope: ScopeOf;
  readonly cycle: CycleOf;
}

/** A stretch of a file, from its start, with one scope and one cycle. */
interface Run extends Context, Span {}

const NOTHING_OPEN: Context = { scope: null, cycle: null };

/** The stretches of a file between scope and cycle lines, in the order of the text; the first may be empty. */
function runsOf(plan: Plan, { uri, tree, openings }: PlanDocument): readonly Run[] {
  const runs: Run[] = [];
  let run: Run = { ...NOTHING_OPEN, from: 0, to: 0 };
  for (const { block, header, subject } of openings) {
    if (header.header === 'objective' || header.header === 'kr' || header.header === 'kpi') continue;
    const from = blockStart(tree, block) ?? 0;
    runs.push({ ...run, to: from });
    if (header.header === 'cycle') {
      run = { ...run, from, cycle: header.name === null ? 'unknown' : cycleCalled(plan, header.name.text, uri) };
    } else {
      run = { ...run, from, scope: subject !== null && 'headers' in subject ? subject : 'unknown' };
    }
  }
  return [...runs, { ...run, to: lengthOf(tree) }];
}

/** What is open where a block of a file begins. */
export function contextOf(plan: Plan, document: PlanDocument, block: Block): Context {
  const start = blockStart(document.tree, block) ?? 0;
  return runsOf(plan, document).findLast(({ from }) => from <= start) ?? NOTHING_OPEN;
}

/** Whether something may be written elsewhere as it stands here: its scope and cycle can be read. */
export function isKnown({ scope, cycle }: Context): boolean {
  return scope !== 'unknown' && cycle !== 'unknown';
}

/** Whether a file has a place with this scope and this cycle. */
export function holds(plan: Plan, document: PlanDocument, wanted: Context): boolean {
  return runsOf(plan, document).some((run) => isSame(run, wanted));
}

function isSame(a: Context, b: Context): boolean {
  return isKnown(a) && a.scope === b.scope && a.cycle === b.cycle;
}

/**
 * Writes lines where a scope and a cycle are open: at the end of the last such stretch of the file, else at the end of the
 * file below the lines that open them. A file that the plan does not have is begun with these. Null where the lines would
 * have to be outside any scope or cycle, and the file ends within one.
 */
export function written(plan: Plan, uri: string, wanted: Context, lines: readonly string[]): Change | null {
  const found = placeFor(plan, uri, wanted);
  if (found === null) return null;
  const text = (plan.documents.get(uri)?.tree.blocks ?? []).map((block) => block.text).join('');
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const at = endOfLines(text, found.end);
  const before = at === 0 ? '' : /[\r\n]/.test(text.charAt(at - 1)) ? lineBreak : lineBreak + lineBreak;
  const newText = before + [...found.opening, ...lines].map((line) => line + lineBreak).join('');
  return { uri, from: at, to: at, newText };
}

/** Whether a file can be written to where a scope and a cycle are open, perhaps with the lines that open them. */
export function canHold(plan: Plan, uri: string, wanted: Context): boolean {
  return placeFor(plan, uri, wanted) !== null;
}

/** The end of the stretch to write in, and the lines that have to open it. */
function placeFor(
  plan: Plan,
  uri: string,
  wanted: Context,
): { readonly end: number; readonly opening: readonly string[] } | null {
  if (!isKnown(wanted)) return null;
  const document = plan.documents.get(uri);
  const runs = document === undefined ? [] : runsOf(plan, document);
  const same = runs.findLast((run) => isSame(run, wanted));
  if (same !== undefined) return { end: same.to, opening: [] };
  const last = runs.at(-1) ?? { ...NOTHING_OPEN, from: 0, to: 0 };
  const opening = openingLines(last, wanted);
  return opening === null ? null : { end: last.to, opening };
}

/** The lines that change what is open into what is wanted; null where no line can. */
function openingLines(open: Context, { scope, cycle }: Context): readonly string[] | null {
  const lines: string[] = [];
  if (open.cycle !== cycle) {
    if (cycle === null || cycle === 'unknown') return null;
    lines.push(`cycle ${cycle.name}`);
  }
  if (open.scope !== scope) {
    if (scope === null || scope === 'unknown') return null;
    lines.push(`${scope.kind} ${scope.id}`);
  }
  return lines.length === 0 ? lines : [...lines, ''];
}

/** Behind the last line of a stretch that is not blank, its line break included. */
function endOfLines(text: string, to: number): number {
  const end = text.slice(0, to).trimEnd().length;
  return end === 0 ? 0 : end + (/^[ \t]*(?:\r\n|\r|\n)?/.exec(text.slice(end, to))?.[0].length ?? 0);
}
