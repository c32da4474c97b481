import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Prose } from './prose.ts';
import { isNoun, isVerb, listed, lowerAt } from './prose.ts';
import { List, Noun, Verb } from './word-classes.ts';

/** Names of work that goes on: "continuous feedback", "community outreach". */
const ONGOING = new Set(
  (
    'feedback promotion outreach discovery discoveries research support communication communications engagement exploration ' +
    'collaboration discussion discussions planning preparation maintenance training marketing networking work hiring recruiting ' +
    'recruitment investigation curation moderation monitoring management coordination supervision participation ' +
    'involvement contribution contributions advocacy mentoring mentorship coaching tutoring teaching learning study practice ' +
    'practise reading writing experimentation observation analysis administration evangelism stewardship brainstorming ideation ' +
    'prospecting lobbying publicity advertising housekeeping cleaning cooking gardening volunteering fundraising socializing ' +
    'conversation conversations interaction interactions follow-up follow-ups guidance assistance education facilitation ' +
    'cultivation consultation optimization optimisation improvement improvements enhancement enhancements'
  ).split(' '),
);

const GOES_ON = /^(?:contin|proactive|explicit|regular|steady|active|extensive)/;

/** "Windows support": named after a thing. */
export const isFeatureName = (prose: Prose, { first, head }: NounPhrase): boolean =>
  head > first &&
  !prose.pieces.slice(first, head).some((piece) => isNoun(piece, Noun.people | Noun.staff | Noun.quality)) &&
  /^[A-Z]/.test(prose.pieces[first]?.text ?? '');

/** "Opening of the bridge" is done once; "testing of new channels" goes on. */
const isDoneOnce = (prose: Prose, at: number): boolean =>
  isVerb(prose.pieces[at], Verb.work) &&
  !isVerb(prose.pieces[at], Verb.open | Verb.effort) &&
  lowerAt(prose, at + 1) === 'of' &&
  /^(?:an?|the|our)$/.test(lowerAt(prose, at + 2));

/** "curation of links", "testing of new channels": a verbal noun of work that has no end of its own. */
export function isOngoingWork(prose: Prose, phrase: NounPhrase): boolean {
  const head = lowerAt(prose, phrase.head);
  if (['a', 'an', 'the'].includes(lowerAt(prose, phrase.first - 1))) return false;
  // "Clear communication" is how it should be, "continuous communication" that it goes on.
  const first = prose.pieces[phrase.first];
  if (listed(first, List.quality) && !GOES_ON.test(first?.lower ?? '')) return false;
  if (ONGOING.has(head)) return true;
  return !isDoneOnce(prose, phrase.head) && lowerAt(prose, phrase.last + 1) === 'of' && /..ing$/.test(head);
}

/** "facility with numbers", "command of Spanish": what one is able to do, by degrees. */
export const isSkill = (prose: Prose, { first, head, last }: NounPhrase): boolean =>
  first === head &&
  ['facility', 'command', 'grasp', 'experience', 'comfort', 'ease', 'skill', 'skills'].includes(lowerAt(prose, head)) &&
  ['with', 'of', 'in', 'at'].includes(lowerAt(prose, last + 1));

/** "Support for signed builds": what a product can do with a thing, and nobody who is helped. */
export function isFeatureFor(prose: Prose, { first, head, last }: NounPhrase): boolean {
  if (first !== head || lowerAt(prose, head) !== 'support' || lowerAt(prose, last + 1) !== 'for') return false;
  const thing = phraseClasses(prose, nounPhraseAt(prose, last + 2));
  return (thing & Noun.people) === 0 && (thing & Noun.staff) === 0 && (thing & Noun.quality) === 0;
}
