import { isOn, nounClasses } from './lexicon.ts';
import type { Clause } from './clause.ts';
import { isPlural, nounPhraseAt, phraseClasses } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Prose } from './prose.ts';

/** A word that means everything or nothing of a countable set: a target of 100 % or of 0. */
export interface Universal {
  readonly value: 0 | 100;
  readonly at: number;
  readonly phrase: NounPhrase | null;
  /** Whether the set is the subject of the title ("All dashboards load …"). */
  readonly subject: boolean;
}

const NOT_A_SET = new Set([
  'hands',
  'time',
  'times',
  'day',
  'days',
  'night',
  'other',
  'over',
  'along',
  'about',
  'things',
  'else',
  'types',
  'kinds',
  'sorts',
  'aspects',
  'levels',
  'means',
  'necessary',
  'ways',
  'forms',
  'rounder',
  'areas',
  'sides',
]);
const NEGATIONS = new Set(["don't", "doesn't", "aren't", "isn't", "won't", 'not', "didn't", "haven't", "hasn't"]);
/** What, when it is said not to happen, is counted to zero. */
const MISHAPS =
  /^(?:lose|loses|lost|block|blocked|blocks|fail|fails|failed|break|breaks|broken|miss|missed|drop|dropped|cause|causes|crash|crashes|leave|leaves|exceed|churn|churns|violate|violated|breach|breached)$/;

/** The universals of a title, in their order. */
export function findUniversals(prose: Prose, clause: Clause): readonly Universal[] {
  const { pieces } = prose;
  const found: Universal[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.depth > 0 || piece.kind !== 'word') continue;
    const { lower } = piece;
    const before = pieces[i - 1]?.lower ?? '';
    const subject = i === clause.start || (i === clause.start + 1 && isOn('prepositions', before));
    if (lower === 'everyone' || lower === 'everybody') found.push({ value: 100, at: i, phrase: null, subject });
    else if (lower === 'nobody' || (lower === 'none' && pieces[i + 1]?.lower === 'of'))
      found.push({ value: 0, at: i, phrase: null, subject });
    else if (lower === 'all' || lower === 'every' || lower === 'each') {
      if (before === 'at' || before === 'after' || before === 'of' || before === 'above' || before === 'not') continue;
      let at = i + 1;
      while (
        ['of', 'the', 'our', 'my', 'your', 'its', 'their', 'these', 'those', 'single'].includes(pieces[at]?.lower ?? '')
      )
        at++;
      const next = pieces[at]?.lower ?? '';
      if (NOT_A_SET.has(next) || isOn('periods', next) || isOn('weekdays', next)) continue;
      const phrase = nounPhraseAt(prose, at);
      if (!phrase) continue;
      const head = pieces[phrase.head]?.lower ?? '';
      if (isOn('periods', head)) continue;
      if (lower === 'all' && !isPlural(head) && !phraseHasPlural(prose, phrase)) continue;
      found.push({ value: 100, at: i, phrase, subject });
    } else if ((lower === 'no' || lower === 'zero') && piece.amount < 0) {
      const phrase = nounPhraseAt(prose, i + 1);
      if (!phrase || before === 'with') continue;
      const head = pieces[phrase.head]?.lower ?? '';
      const classes = phraseClasses(prose, phrase);
      if (!isPlural(head) && (classes.has('quality') || classes.size === 0)) continue;
      if (['need', 'longer', 'more', 'later', 'one', 'matter'].includes(pieces[i + 1]?.lower ?? '')) continue;
      found.push({ value: 0, at: i, phrase, subject });
    } else if (NEGATIONS.has(lower)) {
      const verb = pieces[i + 1]?.lower ?? '';
      if (MISHAPS.test(verb)) found.push({ value: 0, at: i, phrase: nounPhraseAt(prose, i + 2), subject: true });
    }
  }
  return found;
}

function phraseHasPlural(prose: Prose, phrase: NounPhrase): boolean {
  for (let i = phrase.first; i <= phrase.last; i++) {
    const lower = prose.pieces[i]?.lower ?? '';
    if (isPlural(lower) && nounClasses(lower).size > 0) return true;
  }
  return false;
}
