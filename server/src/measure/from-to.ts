import type { Amount } from './amount.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import type { Prose } from './prose.ts';
import { isVerb, listed, lowerAt } from './prose.ts';
import { List, Verb } from './word-classes.ts';

/** How far apart a start and its target may lie for the scale of the target to be the start's too. */
const NEAR = 10;

/** "from 1.2 to 1.5M", "from 20 to 30k": the start has the scale of the target, where that brings the two near each other. */
export function scaledLike(from: Amount, to: Amount): Amount {
  if (from.unit !== null && to.unit !== null && from.unit.dimension !== to.unit.dimension) return from;
  if (from.scale !== 1 || to.scale === 1 || typeof from.value !== 'number' || typeof to.value !== 'number') return from;
  const value = from.value * to.scale;
  return value > 0 && Math.max(value / to.value, to.value / value) <= NEAR ? { ...from, value, scale: to.scale } : from;
}

/**
 * "Grow the list 5k–10k": a range behind what a verb of change moves is where it starts and where it goes. "Grow by 5–10 %",
 * "raise 5–10M" and "increase sales 10–20 %" are changes, and "reduce latency 100–200 ms" goes the other way: null.
 */
export function movedOver(
  prose: Prose,
  clause: Clause,
  amount: Amount,
): { readonly from: Amount; readonly to: Amount } | null {
  const { value, unit, first, last } = amount;
  if (!prose.english || typeof value === 'number' || amount.compared || amount.sign !== null) return null;
  if (unit?.dimension === 'percent' || unit?.dimension === 'points' || /^points?$/.test(lowerAt(prose, last + 1)))
    return null;
  const before = prose.pieces[first - 1];
  const at = governor(prose, clause, first);
  const verb = prose.pieces[at];
  if (
    !before ||
    before.kind !== 'word' ||
    at === first - 1 ||
    listed(before, List.prepositions | List.determiners | List.quality)
  )
    return null;
  const [low, high] = value;
  if (!(isVerb(verb, Verb.better) || (low < high ? isVerb(verb, Verb.up) : isVerb(verb, Verb.down)))) return null;
  const dash = prose.pieces.findIndex((piece, i) => i > first && piece.kind === 'dash');
  if (dash < 0 || dash >= last) return null;
  return { from: { ...amount, value: low, last: dash - 1 }, to: { ...amount, value: high, first: dash + 1 } };
}
