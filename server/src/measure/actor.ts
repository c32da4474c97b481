import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isNoun, isVerb, listed, lowerAt } from './prose.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/**
 * Who does what a title says: its writers (`own`: "Publish …", "We …", "posts written"), others (`others`: "users
 * create …", "downloaded", "the site loads …"), or nobody that is named ("25 partners").
 */
export type Actor = 'own' | 'others' | 'none';

/** What only others do with what one offers: said of a thing, it tells of its use. */
const USES = new Set(
  (
    'use reuse adopt download install open read view watch hear play click visit attend star fork cite mention like follow ' +
    'upvote recommend buy purchase order book reserve redeem borrow sign subscribe register return reference quote endorse ' +
    'sponsor choose prefer try enjoy search like retweet share feature pin bookmark recognize recognise accept'
  ).split(' '),
);

/** What one has others look at and is still one's own work: "reviewed by 4 people". */
const CHECKS = new Set('review approve test check proofread audit verify inspect confirm'.split(' '));

/** What a thing holds, in itself: a subject of one's own work has been worked on. */
const HOLDS = new Set(
  'have contain include cover link list mention describe document follow use carry bear meet comply conform adhere define show'.split(
    ' ',
  ),
);

/** What is done with people: they are the ones who have it done. "All engineers complete the course". */
const GOES_THROUGH = new Set(
  'complete attend pass use adopt join receive take read follow sign enroll enrol finish participate know understand learn have get report rate feel'.split(
    ' ',
  ),
);

/** What becomes of a thing by the work on it alone. */
const APPEARS = new Set('ship launch release land close finish migrate move'.split(' '));

/** Who acts in the part of a title that leads to a target. */
export function actorOf(prose: Prose, clause: Clause, target: Target, governing: Piece | undefined): Actor {
  switch (clause.opening) {
    case 'order':
      return 'own';
    case 'statement':
      return ofStatement(prose, clause, target, governing);
    case 'name': {
      const told = participleBehind(prose, target);
      return told < 0 ? 'none' : ofPassive(prose, told);
    }
  }
}

function ofStatement(prose: Prose, clause: Clause, target: Target, governing: Piece | undefined): Actor {
  const { pieces } = prose;
  const main = pieces[clause.verb];
  if (isPassive(prose, clause)) return ofPassive(prose, clause.verb);
  const first = lowerAt(prose, clause.start);
  if (['we', 'i', "we've", "i've", "we're"].includes(first)) return 'own';
  // "60% of teams have …": what the share is of is the subject.
  const subject = nounPhraseAt(prose, clause.start) ?? (target.first < clause.verb ? target.phrase : null);
  const classes = phraseClasses(prose, subject);
  const lemma = main?.verb?.lemma ?? '';
  if ((classes & Noun.staff) !== 0)
    return (isVerb(governing ?? main, Verb.work | Verb.effort) || ['make', 'hold', 'give'].includes(lemma)) &&
      !GOES_THROUGH.has(lemma) &&
      !listed(prose.pieces[clause.verb - 1], List.auxiliaries)
      ? 'own'
      : 'others';
  // "All tutorials link to further reading": what one's own things hold is how far the work on them is.
  const subjectIsCounted = target.first <= clause.verb || (target.counts & Noun.output) !== 0;
  if ((classes & Noun.people) === 0 && subjectIsCounted && (holdsItself(prose, clause, target) || APPEARS.has(lemma)))
    return 'own';
  return listed(main, List.auxiliaries) && !['have', 'has'].includes(main?.lower ?? '') ? 'none' : 'others';
}

/** Whether the verb says what one's own things are made to hold: not "3 programmes use it", "they have an error rate". */
function holdsItself(prose: Prose, clause: Clause, target: Target): boolean {
  const main = prose.pieces[clause.verb];
  const lemma = main?.verb?.lemma ?? '';
  if (!HOLDS.has(lemma)) return false;
  if (lemma === 'use') return !hasForm(main, Form.gerund) && isWhole(target);
  return lemma !== 'have' || !isNoun(prose.pieces[nounPhraseAt(prose, clause.verb + 1)?.head ?? -1], Noun.metric);
}

const isWhole = ({ source, quantity }: Target): boolean =>
  source === 'universal' || quantity.unit?.dimension === 'percent';

/** Whether something is said to be done to the subject: "are certified", "has been used", "get featured". */
export const isPassive = (prose: Prose, clause: Clause): boolean => {
  if (clause.opening !== 'statement' || !hasForm(prose.pieces[clause.verb], Form.participle)) return false;
  for (let i = clause.verb - 1; i >= Math.max(clause.start, clause.verb - 3); i--)
    if (/^(?:is|are|was|were|be|been|being|gets?|got)$/.test(lowerAt(prose, i))) return true;
  return false;
};

function ofPassive(prose: Prose, at: number): Actor {
  const piece = prose.pieces[at];
  const lemma = piece?.verb?.lemma ?? '';
  for (let i = at + 1; i < Math.min(prose.pieces.length, at + 6); i++) {
    if (lowerAt(prose, i) !== 'by') continue;
    const by = phraseClasses(prose, nounPhraseAt(prose, i + 1));
    if ((by & Noun.people) !== 0 && (by & Noun.staff) === 0 && !CHECKS.has(lemma)) return 'others';
  }
  if (USES.has(lemma)) return 'others';
  if (isVerb(piece, Verb.obtain) && !isVerb(piece, Verb.work)) return 'others';
  return isVerb(piece, Verb.work | Verb.effort | Verb.open) ? 'own' : 'none';
}

/** "40 data sets reused by others", "15 audits done": the past form that is said of what is counted, or -1. */
export function participleBehind(prose: Prose, target: Target): number {
  for (let i = target.last + 1; i < Math.min(prose.pieces.length, target.last + 4); i++) {
    const piece = prose.pieces[i];
    if (!piece || piece.kind === 'stop' || piece.kind === 'comma') break;
    const { verb } = piece;
    if (!verb || (hasForm(piece, Form.base) && isNoun(piece, Noun.output | Noun.metric))) continue;
    if (hasForm(piece, Form.participle | Form.past) && !isVerb(piece, Verb.up | Verb.down)) return i;
  }
  return -1;
}
