import type { Clause } from './clause.ts';
import { DONE, milestone, no, NO_AMOUNT, NO_END, NO_LEVEL, TASTE, vagueBetween } from './measurable-verdict.ts';
import type { MeasurableVerdict } from './measurable-verdict.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isFeatureFor, isOngoingWork, isSkill } from './ongoing-work.ts';
import type { Prose } from './prose.ts';
import { hasForm, isNoun, isPlural, isVerb, listed, lowerAt } from './prose.ts';
import type { Phrase } from './reading.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** Words that begin the name of a figure: "number of …", "% of …". */
const FIGURES =
  /^(?:%|number|percentage|percent|proportion|share|amount|volume|rate|ratio|count|average|median|total|reduction|decrease|increase|growth|improvement|decline|time|frequency|level|degree|#)$/;

/** "stable 1.0 version": a number inside a name does not end it. */
function wholeName(prose: Prose, phrase: NounPhrase | null): NounPhrase | null {
  const rest =
    phrase && (prose.pieces[phrase.last + 1]?.amount ?? -1) >= 0 ? nounPhraseAt(prose, phrase.last + 1) : null;
  return phrase && rest ? { ...rest, first: phrase.first } : phrase;
}

/** Of a title that only names something: a figure without its level, a quality, work that goes on, or a thing that is there. */
export function ofName(prose: Prose, clause: Clause, vague: readonly Phrase[]): MeasurableVerdict {
  const { pieces } = prose;
  const { start } = clause;
  const first = pieces[start];
  const phrase = wholeName(prose, nounPhraseAt(prose, start));
  if (FIGURES.test(first?.lower ?? '')) return no(start, start, NO_LEVEL);
  if (isVerb(first, Verb.up | Verb.down | Verb.better) && !isNoun(first, Noun.output) && !listed(first, List.settled))
    return no(start, start, NO_AMOUNT);
  const participle = phrase ? pieces[phrase.last + 1] : undefined;
  if (hasForm(participle, Form.participle) && participle.verb.classes !== 0) {
    const taste = vagueBetween(prose, vague, (phrase?.last ?? start) + 1, pieces.length - 1);
    if (
      isPlural(pieces[phrase?.head ?? start]) &&
      (taste >= 0 || isVerb(participle, Verb.open | Verb.effort | Verb.better))
    )
      return no((phrase?.last ?? start) + 1, (phrase?.last ?? start) + 1, NO_END);
  }
  if (participle && isVerb(participle, Verb.up | Verb.down | Verb.better) && hasForm(participle, Form.participle))
    return no(phrase?.first ?? start, (phrase?.last ?? start) + 1, NO_AMOUNT);
  if (isVerb(participle, Verb.work) && hasForm(participle, Form.participle))
    return milestone(phrase?.last ?? start, (phrase?.last ?? start) + 1, DONE);
  const taste = vagueBetween(prose, vague, start, Math.max(start, phrase?.last ?? start));
  const classes = phraseClasses(prose, phrase);
  const output = (classes & Noun.output) !== 0 && isNoun(pieces[phrase?.head ?? -1], Noun.output);
  // "Robust backups" is a matter of taste; "robust backups tested" is done, and "a robust backup of the shop" is one thing.
  const one =
    listed(pieces[start - 1], List.determiners) ||
    ['of', 'for', 'that', 'which'].includes(lowerAt(prose, (phrase?.last ?? 0) + 1));
  if (taste >= 0 && (!output || (taste === phrase?.first && !one && !isVerb(participle, Verb.work | Verb.open))))
    return no(taste, taste, TASTE);
  const ending = vagueBetween(prose, vague, start, pieces.length - 1);
  if (ending >= 0 && vague.some((one) => one.from === pieces[ending]?.from && one.text.includes(' ')))
    return no(ending, ending, TASTE);
  if (!phrase) return no(start, start, 'nothing to measure');
  if (isFeatureFor(prose, phrase)) return milestone(phrase.first, phrase.last, DONE);
  const head = pieces[phrase.head];
  // "Guests who come again": how many is not said.
  if (isNoun(head, Noun.people | Noun.staff) && ['who', 'that'].includes(lowerAt(prose, phrase.last + 1)))
    return no(phrase.first, phrase.last, NO_LEVEL);
  if (isNoun(head, Noun.metric | Noun.quality) && !isNoun(head, Noun.output))
    return no(phrase.first, phrase.last, NO_LEVEL);
  if (isSkill(prose, phrase)) return no(phrase.first, phrase.last, TASTE);
  if (isOngoingWork(prose, phrase)) return no(phrase.first, phrase.last, NO_END);
  return milestone(phrase.first, phrase.last, DONE);
}
