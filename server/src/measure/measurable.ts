import type { Clause } from './clause.ts';
import { isOn, nounClasses } from './lexicon.ts';
import { isPlural, nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { isVerb } from './prose.ts';
import type { Measurable } from './reading.ts';

export interface MeasurableVerdict {
  readonly measurable: Measurable;
  /** The pieces that decided, or -1. */
  readonly first: number;
  readonly last: number;
  readonly says: string;
}

const verdict = (measurable: Measurable, first: number, last: number, says: string): MeasurableVerdict => ({
  measurable,
  first,
  last,
  says,
});

/** Index of a noun for a goal that is written elsewhere ("hit the Q4 target"), or -1. */
export function goalElsewhere(prose: Prose, clause: Clause): number {
  const verb = prose.pieces[clause.verb];
  for (let i = clause.start; i < prose.pieces.length; i++) {
    const piece = prose.pieces[i];
    if (!piece || !nounClasses(piece.lower).has('elsewhere')) continue;
    if (
      /^(?:meet|hit|reach|achieve|exceed|beat|deliver|attain|surpass|make|stay|keep|fulfil|fulfill)$/.test(
        verb?.verb?.lemma ?? '',
      )
    )
      return i;
    if (
      ['to', 'on', 'against', 'per'].includes(prose.pieces[i - 1]?.lower ?? '') &&
      ['plan', 'target', 'budget', 'quota', 'forecast'].includes(piece.lower)
    )
      return i;
  }
  return -1;
}

/** Of a title without a target: is it plainly done or not done, or a matter of taste? */
export function withoutTarget(prose: Prose, clause: Clause, elsewhere: number): MeasurableVerdict {
  const { pieces } = prose;
  const last = pieces[pieces.length - 1];
  if (elsewhere >= 0) return verdict('no', elsewhere, elsewhere, 'refers to a goal that is kept elsewhere');
  if (last && last.kind === 'stop' && last.text.includes('?'))
    return verdict('no', pieces.length - 1, pieces.length - 1, 'is a question');
  const first = pieces[clause.start];
  if (first && ['most', 'some', 'many', 'several', 'few'].includes(first.lower))
    return verdict('no', clause.start, clause.start, 'says neither how many nor all');
  switch (clause.opening) {
    case 'order':
      return order(prose, clause);
    case 'statement':
      return statement(prose, clause);
    case 'name':
      return nameOnly(prose, clause);
  }
}

function order(prose: Prose, clause: Clause): MeasurableVerdict {
  const { pieces } = prose;
  const at = clause.verb;
  const verb = pieces[at];
  const object = nounPhraseAt(prose, at + 1);
  const says = (text: string): string => text;
  if (isVerb(verb, 'up', 'down')) return verdict('no', at, at, says('a direction without an amount'));
  if (isVerb(verb, 'better')) return verdict('no', at, at, says('an improvement without an amount'));
  if (isVerb(verb, 'keep')) return verdict('no', at, at, says('a steady state without a level'));
  if (isVerb(verb, 'effort')) return verdict('no', at, at, says('an effort without an end'));
  const quality = qualityObject(prose, object);
  if (isVerb(verb, 'attain') || isVerb(verb, 'obtain')) {
    if (verb?.verb?.lemma === 'make' || verb?.verb?.lemma === 'ensure' || verb?.verb?.lemma === 'have') {
      if (quality >= 0 && !concrete(prose, object))
        return verdict('no', quality, quality, 'a quality, not a state that is there or not');
      return verdict('milestone', at, at, 'a state that is there or not');
    }
    if (
      object &&
      isPlural(pieces[object.head]?.lower ?? '') &&
      !isOn('determiners', pieces[object.first - 1]?.lower ?? '')
    )
      return verdict('no', at, object.last, 'no count');
    if (object && phraseClasses(prose, object).has('metric'))
      return verdict('no', at, object.last, 'a figure without a level');
    return verdict('milestone', at, at, 'a state that is there or not');
  }
  if (clause.gerund && isVerb(verb, 'work') && (pieces[at + 1]?.lower === 'and' || pieces[at + 1]?.lower === 'out'))
    return verdict('no', at, at, 'an effort without an end');
  return verdict('milestone', at, at, 'a deliverable that is there or not');
}

/** Index of an adjective of quality in a phrase, or -1. */
function qualityObject(prose: Prose, object: { first: number; last: number } | null): number {
  if (!object) return -1;
  for (let i = object.first; i <= object.last; i++) if (isOn('vague', prose.pieces[i]?.lower ?? '')) return i;
  return -1;
}

const concrete = (prose: Prose, object: { first: number; last: number; head: number } | null): boolean =>
  object !== null && phraseClasses(prose, object).has('output');

function statement(prose: Prose, clause: Clause): MeasurableVerdict {
  const { pieces } = prose;
  const at = clause.verb;
  const verb = pieces[at];
  const isAuxiliary = verb !== undefined && isOn('auxiliaries', verb.lower);
  if (isAuxiliary) {
    const adjective = qualityAfter(pieces, at);
    if (adjective >= 0) return verdict('no', adjective, adjective, 'a quality, not a state that is there or not');
    return verdict('milestone', at, at, 'a state that is there or not');
  }
  const adverb = adverbAround(pieces, at);
  if (adverb >= 0) return verdict('no', adverb, adverb, 'a quality, not a state that is there or not');
  if (verb?.verb && isVerb(verb, 'up', 'down', 'better')) return verdict('no', at, at, 'a direction without an amount');
  if (isVerb(verb, 'effort') && !isVerb(verb, 'state', 'work'))
    return verdict('no', at, at, 'an effort without an end');
  return verdict('milestone', at, at, 'a state that is there or not');
}

function qualityAfter(pieces: readonly Piece[], at: number): number {
  for (let i = at + 1; i < Math.min(pieces.length, at + 5); i++) {
    const piece = pieces[i];
    if (!piece || piece.kind === 'stop' || isOn('prepositions', piece.lower)) break;
    if (isOn('vague', piece.lower)) return i;
    if (piece.verb && !isOn('auxiliaries', piece.lower)) break;
  }
  return -1;
}

function adverbAround(pieces: readonly Piece[], at: number): number {
  for (const i of [at - 1, at + 1]) {
    const lower = pieces[i]?.lower ?? '';
    if (lower.endsWith('ly') && isOn('vague', lower)) return i;
  }
  return -1;
}

function nameOnly(prose: Prose, clause: Clause): MeasurableVerdict {
  const { pieces } = prose;
  const phrase = nounPhraseAt(prose, clause.start);
  const first = pieces[clause.start];
  if (first && isOn('vague', first.lower))
    return verdict('no', clause.start, clause.start, 'a quality, not a state that is there or not');
  if (first && (isVerb(first, 'up', 'down', 'better') || isOn('more', first.lower) || isOn('less', first.lower)))
    return verdict('no', clause.start, clause.start, 'a direction without an amount');
  if (first && first.lower === '%') return verdict('no', clause.start, clause.start, 'a figure without a level');
  if (phrase) {
    const classes = phraseClasses(prose, phrase);
    const head = nounClasses(pieces[phrase.head]?.lower ?? '');
    if (head.has('metric') && !head.has('output'))
      return verdict('no', phrase.first, phrase.last, 'a figure without a level');
    if (classes.has('quality') && !classes.has('output'))
      return verdict('no', phrase.first, phrase.last, 'a quality, not a thing that is there or not');
    return verdict('milestone', phrase.first, phrase.last, 'a thing that is there or not');
  }
  return verdict('no', clause.start, clause.start, 'nothing to measure');
}
