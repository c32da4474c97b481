import type { Clause } from './clause.ts';
import type { Prose } from './prose.ts';
import { isVerb, listed, lowerAt } from './prose.ts';
import { List, Verb } from './word-classes.ts';

/** The first word that is said of the subject, its degree left out: "is |fast|", "is very |fast|". */
export const saidOfSubject = (prose: Prose, at: number): number =>
  /^(?:an?|very|really|too|so|more|less|much)$|..ly$/.test(lowerAt(prose, at + 1)) ? at + 2 : at + 1;

/** "indicates clearly which …", "has a robust backup": the thing said is there or not, taste or no taste. */
export function isDetail(prose: Prose, clause: Clause, at: number): boolean {
  const next = prose.pieces[at + 1];
  if (['a', 'an', 'the'].includes(lowerAt(prose, at - 1))) return true;
  return (
    at === clause.verb - 1 &&
    isVerb(prose.pieces[clause.verb], Verb.state) &&
    !listed(prose.pieces[clause.verb - 2], List.auxiliaries) &&
    next !== undefined
  );
}
