import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { governor } from './clause.ts';
import type { Prose } from './prose.ts';
import { isBoundary, isVerb, lowerAt } from './prose.ts';

// Whether a number only describes something: it stands in a clause about a thing, or says what one thing consists of.

const RELATIVES = new Set(['who', 'which', 'where', 'when', 'whose', 'because']);

/** Whether a relative clause ("customers who pay …", "a tool that …") stands between the verb and an amount. */
export function isRelative(prose: Prose, clause: Clause, at: number): boolean {
  const verb = governor(prose, clause, at);
  for (let i = at - 1; i > Math.max(verb, clause.start); i--) if (RELATIVES.has(lowerAt(prose, i))) return true;
  return isParticiple(prose, clause, at - 1);
}

/** "a system covering 100% of the fleet": an -ing form right behind a noun describes it. */
export function isParticiple(prose: Prose, clause: Clause, at: number): boolean {
  const noun = prose.pieces[at - 1];
  if (at <= clause.verb + 1 || clause.heads.includes(at) || isBoundary(noun)) return false;
  if (!prose.pieces[at]?.verb?.forms.has('gerund') || isVerb(prose.pieces[at], 'up', 'down', 'attain')) return false;
  return isVerb(prose.pieces[clause.verb], 'work') && (noun?.entry.nouns.size ?? 0) > 0;
}

/** "Build a model with three scenarios": what one thing that is made consists of; "a course with 50 students" counts. */
export function isOfOneDeliverable(prose: Prose, clause: Clause, at: number, { counts }: Target): boolean {
  const verb = prose.pieces[clause.verb];
  if (clause.opening === 'statement' && lowerAt(prose, at - 1) === 'between') return true;
  const article = [1, 2].some((ahead) => /^(?:an?|the)$/.test(lowerAt(prose, clause.verb + ahead)));
  if (clause.opening !== 'order' || !article || clause.heads.length > 1) return false;
  if (!isVerb(verb, 'work') || isVerb(verb, 'open', 'attain', 'obtain')) return false;
  return isRelative(prose, clause, at) || !(counts.has('people') || counts.has('metric') || counts.has('staff'));
}

/** Whether "that …" about the object of the verb stands before a piece. */
export function isInThatClause(prose: Prose, clause: Clause, at: number): boolean {
  if (!/^(?:an?|the)$/.test(lowerAt(prose, clause.verb + 1))) return false;
  for (let i = at - 1; i > clause.verb + 1; i--)
    if (/^(?:that|which)$/.test(lowerAt(prose, i))) return prose.pieces[i + 1]?.verb !== null;
  return false;
}
