import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { isNoun, isVerb, lowerAt } from './prose.ts';
import { Noun, Verb } from './word-classes.ts';

/** A target and the verb that leads to it. */
interface Led {
  readonly prose: Prose;
  readonly clause: Clause;
  readonly target: Target;
  readonly governing: Piece | undefined;
}

/** Occupations that one hires for: who are counted by few are colleagues. */
const OCCUPATION =
  /^(?:developers?|engineers?|designers?|architects?|analysts?|marketers?|managers?|scientists?|writers?|editors?|recruiters?|specialists?|technicians?|programmers?|assistants?|consultants?|nurses?|teachers?|testers?|interns?|apprentices?|clerks?|drivers?|candidates?|applicants?)$/;
/** No team takes on more than this in the time of a key result without a word of it. */
const MANY = 30;

/** "Source 25 candidates", "add 3 full-time developers": hiring is work, however it is said. */
export function isHired({ prose, clause, target, governing }: Led): boolean {
  if (clause.opening !== 'order' || !target.phrase) return false;
  const { value } = target.quantity;
  const few = (typeof value === 'number' ? value : value[1]) <= MANY;
  const who = prose.pieces[target.phrase.head];
  if (!OCCUPATION.test(who?.lower ?? '') && !isNoun(who, Noun.staff)) return false;
  const lemma = governing?.verb?.lemma ?? '';
  // "Recruit a team of 3 developers"
  const team = lowerAt(prose, target.first - 1) === 'of' && TEAM.has(lowerAt(prose, target.first - 2));
  if (few && team && ['recruit', 'build', 'assemble', 'form', 'set', 'establish', 'gather'].includes(lemma))
    return true;
  return (
    ['source', 'shortlist', 'screen', 'headhunt', 'hire'].includes(lemma) ||
    (few && ['add', 'onboard', 'staff'].includes(lemma))
  );
}

const TEAM = new Set('team group crew squad pool panel staff bench'.split(' '));

/** What is rolled out to people is theirs from then on. */
const SPREADS = new Set('roll deploy release ship extend expand spread introduce launch bring offer'.split(' '));

/** "Run a scan on every upload", "send thanks to all donors": what is done for each of them is done by oneself. */
export const isDoneFor = ({ prose, target, governing }: Led): boolean =>
  isVerb(governing, Verb.work | Verb.effort | Verb.open) &&
  !SPREADS.has(governing?.verb?.lemma ?? '') &&
  !isVerb(governing, Verb.attain) &&
  /^(?:for|on|to|with|at|across|among|by|per)$/.test(lowerAt(prose, target.first - 1));

/** Names of how far one's own work has come. */
const PROGRESS = new Set(
  'implementation completion delivery execution migration documentation integration configuration deployment development construction installation preparation automation conversion remediation closure'.split(
    ' ',
  ),
);
/** What one has set oneself to do. */
const PLANNED =
  /^(?:tasks?|stor(?:y|ies)|features?|milestones?|tickets?|initiatives?|projects?|items?|actions?|plans?|roadmap|deliverables?|goals?|objectives?|okrs?|sprints?|backlog|commitments?|requirements?|modules?|components?|work|todos?|chores?|recommendations?|controls?)$/;

/** "Reach 90% completion of planned tasks": a share of one's own work, said as a figure. */
export function isOwnProgress({ prose, target, governing }: Led): boolean {
  if (!isVerb(governing, Verb.attain | Verb.obtain) || target.quantity.unit?.dimension !== 'percent') return false;
  const name = nounPhraseAt(prose, target.last + 1);
  if (!name || !prose.pieces.slice(name.first, name.last + 1).some(({ lower }) => PROGRESS.has(lower))) return false;
  if (lowerAt(prose, name.last + 1) !== 'of') return false;
  return PLANNED.test(lowerAt(prose, nounPhraseAt(prose, name.last + 2)?.head ?? -1));
}

/** Verbs of what a thing brings about once it is there. */
const DRAWS = new Set(
  'influence draw pull trigger prompt persuade convince move inspire help serve save outperform'.split(' '),
);

/** "Write a post that gets 100 reads": the work is there for what the relative clause says of it. */
export function isBroughtAbout({ prose, clause, target }: Led): boolean {
  if ((target.counts & Noun.output) !== 0 && (target.counts & Noun.people) === 0) return false;
  for (let i = target.first - 1; i > Math.max(clause.verb, target.first - 5); i--) {
    if (!['that', 'which', 'who'].includes(lowerAt(prose, i))) continue;
    const verb = prose.pieces.slice(i + 1, target.first).find((piece) => piece.verb !== null);
    return isVerb(verb, Verb.obtain | Verb.attain | Verb.up | Verb.down) || DRAWS.has(verb?.verb?.lemma ?? '');
  }
  return false;
}
