import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { joinBefore } from './clause.ts';
import type { Prose } from './prose.ts';
import { isBoundary, listed, lowerAt } from './prose.ts';
import type { Phrase } from './reading.ts';

/** Where a title joins two results that could be graded apart: the conjunction, or null. */
export function findJoint(prose: Prose, clause: Clause, targets: readonly Target[]): Phrase | null {
  return jointOfNumbers(prose, targets) ?? jointOfVerbs(prose, clause, targets);
}

const at = (prose: Prose, i: number): Phrase | null => {
  const piece = prose.pieces[i];
  return piece ? { text: piece.text, from: piece.from, to: piece.to } : null;
};

function jointOfNumbers(prose: Prose, targets: readonly Target[]): Phrase | null {
  const [first, second] = targets;
  if (!first || !second) return null;
  for (let i = second.first - 1; i > first.first; i--) {
    const piece = prose.pieces[i];
    if (
      piece &&
      (piece.lower === 'and' ||
        piece.text === '&' ||
        piece.text === '+' ||
        piece.kind === 'comma' ||
        piece.kind === 'stop')
    )
      return at(prose, i);
  }
  return at(prose, second.first);
}

/** Words that point back at the first result: what follows is a further step of it. */
const BACK = new Set('it them its their this these those that him her such both accordingly thereof'.split(' '));

/** Two verbs, each with an object of its own: "hire a writer and build a pipeline", not "write and publish a post". */
function jointOfVerbs(prose: Prose, clause: Clause, targets: readonly Target[]): Phrase | null {
  const { pieces } = prose;
  const [first, ...others] = clause.heads;
  if (first === undefined) return null;
  for (const head of others) {
    const joint = joinBefore(prose, head);
    if (joint <= first + 1) continue;
    const object = pieces[head + 1];
    // "…, and validate": no object of its own.
    if (!object || BACK.has(object.lower)) continue;
    if (isBoundary(object) && object.amount < 0 && object.kind !== 'name') continue;
    if (pointsBack(prose, head)) continue;
    if (targets.length === 1 && sharesNumber(prose, clause, targets[0], head)) continue;
    return at(prose, joint);
  }
  return null;
}

const pointsBack = (prose: Prose, from: number): boolean => {
  for (let i = from + 1; i < Math.min(prose.pieces.length, from + 12); i++) {
    const lower = lowerAt(prose, i);
    if (/^(?:it|them|its|their|this|these)$/.test(lower) && !listed(prose.pieces[i - 1], 'auxiliaries')) return true;
  }
  return false;
};

/** "Identify and fix 2 bugs", "Write and promote 1 post": verbs before the one number share it. */
const sharesNumber = (prose: Prose, clause: Clause, target: Target | undefined, head: number): boolean =>
  target !== undefined &&
  head < target.first &&
  joinBefore(prose, head) <= clause.verb + 2 &&
  prose.pieces[target.first]?.amount !== undefined;
