import type { Clause } from './clause.ts';
import { isOn, multipleOf } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { isVerb } from './prose.ts';
import type { Direction } from './reading.ts';
import type { Numbers } from './targets.ts';

export interface DirectionVerdict {
  readonly direction: Direction;
  /** The piece that decided, or -1. */
  readonly at: number;
}

const middle = (value: number | readonly [number, number]): number =>
  typeof value === 'number' ? value : (value[0] + value[1]) / 2;

/** Where the figure is to go, by the numbers where there are two, else by the words that lead to the first target. */
export function directionOf(prose: Prose, clause: Clause, numbers: Numbers, elsewhere: number): DirectionVerdict {
  const target = numbers.targets[0];
  const verb = prose.pieces[clause.verb];
  if (!target) {
    const change = changeWord(prose, clause, prose.pieces.length);
    if (change) return change;
    return elsewhere >= 0 ? { direction: 'reach', at: elsewhere } : { direction: 'none', at: -1 };
  }
  const { baseline } = numbers;
  const keep = keepWord(prose, clause, target.first);
  if (keep >= 0) return { direction: 'maintain', at: keep };
  if (baseline && target.quantity.kind === 'abs') {
    const from = middle(baseline.value);
    const to = middle(target.quantity.value);
    if (from !== to) return { direction: to > from ? 'increase' : 'decrease', at: target.first };
  }
  if (target.source === 'multiple') {
    const word = prose.pieces[target.first]?.lower ?? '';
    const value = middle(target.quantity.value);
    void word;
    return { direction: value >= 1 ? 'increase' : 'decrease', at: target.first };
  }
  const change = changeWord(prose, clause, target.first);
  if (change) return change;
  if (target.quantity.kind === 'delta') {
    for (let i = target.first; i <= Math.min(target.last + 3, prose.pieces.length - 1); i++) {
      const lower = prose.pieces[i]?.lower ?? '';
      if (isOn('less', lower)) return { direction: 'decrease', at: i };
      if (isOn('more', lower)) return { direction: 'increase', at: i };
    }
    if (prose.text.slice(target.quantity.from, target.quantity.to).includes('-'))
      return { direction: 'decrease', at: target.first };
    return { direction: isVerb(verb, 'down') ? 'decrease' : 'increase', at: target.first };
  }
  return { direction: 'reach', at: target.first };
}

function keepWord(prose: Prose, clause: Clause, to: number): number {
  for (let i = clause.start; i < to; i++) {
    const piece = prose.pieces[i];
    if (!piece || !isVerb(piece, 'keep') || piece.depth > 0) continue;
    if (i === clause.verb || piece.verb?.lemma !== 'retain') return i;
  }
  return -1;
}

/** A verb or noun of change before a piece: "increase", "reduction in", "fewer". */
function changeWord(prose: Prose, clause: Clause, to: number): DirectionVerdict | null {
  for (let i = clause.start; i < to; i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.depth > 0) continue;
    const { lower } = piece;
    if (multipleOf(lower) !== null) continue;
    const verb = piece.verb;
    const head = i === clause.start || i === clause.verb;
    if (verb?.forms.has('base') && !head && !afterTo(prose, i)) {
      if (isOn('more', lower) && lower !== 'more') return { direction: 'increase', at: i };
      if (isOn('less', lower)) return { direction: 'decrease', at: i };
      continue;
    }
    if (isVerb(piece, 'up')) return { direction: 'increase', at: i };
    if (isVerb(piece, 'down')) return { direction: 'decrease', at: i };
    if (lower === 'reduction' || lower === 'fewer') return { direction: 'decrease', at: i };
    if ((lower === 'more' && i <= clause.verb + 1) || (lower === 'growth' && to < prose.pieces.length))
      return { direction: 'increase', at: i };
  }
  return null;
}

const afterTo = (prose: Prose, at: number): boolean =>
  prose.pieces[at - 1]?.lower === 'to' || prose.pieces[at - 1]?.lower === 'and';
