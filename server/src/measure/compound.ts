import type { Clause } from './clause.ts';
import { isOn } from './lexicon.ts';
import type { Prose } from './prose.ts';
import { isVerb } from './prose.ts';
import type { Phrase } from './reading.ts';
import type { Target } from './targets.ts';

/** Where a title joins two results that could be graded apart: the conjunction, or null. */
export function findJoint(prose: Prose, clause: Clause, targets: readonly Target[]): Phrase | null {
  const { pieces } = prose;
  const first = targets[0];
  const second = targets[1];
  if (first && second) {
    for (let i = second.first; i > first.last; i--) {
      const piece = pieces[i];
      if (piece && (piece.lower === 'and' || piece.text === '&' || piece.kind === 'comma' || piece.kind === 'stop'))
        return { text: piece.text, from: piece.from, to: piece.to };
    }
  }
  const verb = pieces[clause.verb];
  for (let i = clause.start + 2; i < pieces.length - 1; i++) {
    const piece = pieces[i];
    const next = pieces[i + 1];
    if (!piece || !next || piece.depth > 0) continue;
    if (piece.lower !== 'and' && piece.text !== '&') continue;
    // Two verbs side by side share their object: "write and publish".
    if (i - clause.verb <= 1) continue;
    if (
      clause.opening === 'order' &&
      next.verb?.forms.has('base') &&
      !isOn('prepositions', pieces[i - 1]?.lower ?? '') &&
      isVerb(next, 'work', 'obtain', 'attain', 'up', 'down', 'keep', 'effort') &&
      verb !== next &&
      !pieces.slice(clause.verb + 1, i).some((p) => p.lower === 'to' || p.lower === 'that' || p.lower === 'who')
    ) {
      const after = pieces[i + 2];
      if (after && (isOn('determiners', after.lower) || after.amount >= 0 || after.kind === 'word'))
        return { text: piece.text, from: piece.from, to: piece.to };
    }
  }
  return null;
}
