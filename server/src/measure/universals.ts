import type { Target } from './amount-meaning.ts';
import type { Clause } from './clause.ts';
import { nounPhraseAt, phraseClasses, shortName } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Piece, Prose } from './prose.ts';
import { hasForm, isBoundary, isNoun, isPlural, isVerb, listed, lowerAt, pieceAt } from './prose.ts';
import { countedUnit, unitNamed } from './units.ts';
import { Form, List, Noun, Verb } from './word-classes.ts';

/** A word that means everything or nothing of a countable set: a target of 100 % or of 0. */
export interface Universal {
  readonly target: Target;
  /** Whether the set is the subject of the title ("All dashboards load …"). */
  readonly subject: boolean;
  /** The preposition before it ("for all teams"), or ''. */
  readonly lead: string;
  /** Whether it is "every" or "each": one by one, and not the whole as a place or a source. */
  readonly single: boolean;
  /** Whether what is said of the set follows it: "no letter is left", "no claim made without proof". */
  readonly predicated: boolean;
}

/** After "all", "every" or "each" these are no set: "all hands", "all types of", "each other". */
const NOT_A_SET = new Set(
  'hands time times day days night evening morning afternoon other over along about things else types kinds sorts aspects levels means necessary ways forms rounder areas sides that this while possible of-the-above parts fronts'.split(
    ' ',
  ),
);
const OWNERS = new Set('of the our my your its their these those single'.split(' '));
/** Verbs of what should not happen. Said not to happen, it is counted to zero. */
const SETBACKS = new Set(
  'lose block fail break miss crash churn violate breach lost blocked failed broken missed loses blocks fails breaks misses crashes'.split(
    ' ',
  ),
);

/** A word that says something of the noun before it: an auxiliary, or a past form. */
const isPredicate = (piece: Piece | undefined): boolean =>
  listed(piece, List.auxiliaries) || (hasForm(piece, Form.participle) && piece.entry.nouns === 0);

/** The universals of a title, in their order. */
export function findUniversals(prose: Prose, clause: Clause): readonly Universal[] {
  const { pieces } = prose;
  const found: Universal[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (
      !piece ||
      piece.depth > 0 ||
      piece.kind !== 'word' ||
      !listed(piece, List.wholeUniversals | List.noneUniversals | List.auxiliaries)
    ) {
      if (piece?.lower === 'not' && SETBACKS.has(lowerAt(prose, i + 1)))
        found.push(...universalAt(prose, clause, 0, i, nounPhraseAt(prose, i + 2)));
      continue;
    }
    const before = lowerAt(prose, i - 1);
    switch (piece.lower) {
      case 'everyone':
      case 'everybody':
        if (!isBeneficiary(prose, clause, i)) found.push(...universalAt(prose, clause, 100, i, null));
        break;
      case 'nobody':
      case 'none':
        if (piece.lower === 'nobody' || lowerAt(prose, i + 1) === 'of')
          found.push(...universalAt(prose, clause, 0, i, null));
        break;
      case 'all':
      case 'every':
      case 'each': {
        const phrase = wholeSet(prose, i, before);
        if (phrase) found.push(...universalAt(prose, clause, 100, i, phrase));
        break;
      }
      case 'no':
      case 'zero': {
        if (piece.lower === 'no' && lowerAt(prose, i + 1) === 'one') {
          found.push(...universalAt(prose, clause, 0, i, null));
          break;
        }
        const phrase = emptySet(prose, i, before);
        if (phrase) found.push(...universalAt(prose, clause, 0, i, phrase));
        break;
      }
      default:
        // "Results are never wrong": so often it happens.
        if (piece.lower === 'never' && clause.opening === 'statement' && prose.amounts.length === 0)
          found.push(...universalAt(prose, clause, 0, i, subjectBefore(prose, clause, i)));
        else if ((piece.lower === 'never' || piece.lower.endsWith("n't")) && SETBACKS.has(lowerAt(prose, i + 1)))
          found.push(...universalAt(prose, clause, 0, i, nounPhraseAt(prose, i + 2)));
    }
  }
  return found;
}

function universalAt(prose: Prose, clause: Clause, value: 0 | 100, at: number, phrase: NounPhrase | null): Universal[] {
  const { pieces } = prose;
  const before = pieceAt(prose, at - 1);
  const lead = listed(before, List.prepositions) ? (before?.lower ?? '') : '';
  if (phrase && isNoun(pieces[phrase.head], Noun.elsewhere) && !isNoun(pieces[phrase.head], Noun.output)) return [];
  return [
    {
      target: asTarget(prose, value, at, phrase),
      subject: at === clause.start || (at === clause.start + 1 && lead !== ''),
      lead,
      single: pieces[at]?.lower !== 'all',
      predicated: value === 0 && phrase !== null && isPredicate(pieces[phrase.last + 1]),
    },
  ];
}

/** What the title is about, up to a piece. */
function subjectBefore(prose: Prose, clause: Clause, at: number): NounPhrase | null {
  const phrase = nounPhraseAt(prose, clause.start);
  return phrase && phrase.last >= at ? { ...phrase, last: at - 1, head: at - 1 } : phrase;
}

/** "Better balance for everyone", "accessible to everyone": whom it is for, and no set that is counted. */
const isBeneficiary = (prose: Prose, clause: Clause, at: number): boolean =>
  ['for', 'to'].includes(lowerAt(prose, at - 1)) &&
  (clause.opening === 'name' ||
    isVerb(prose.pieces[clause.verb], Verb.better) ||
    listed(prose.pieces[at - 2], List.quality | List.loose));

/** The countable set behind "all", "every" or "each", or null where there is none. */
function wholeSet(prose: Prose, at: number, before: string): NounPhrase | null {
  const { pieces } = prose;
  if (
    ['at', 'after', 'of', 'above', 'not', 'nearly', 'almost', 'in'].includes(before) &&
    !(before === 'in' || before === 'of')
  )
    return null;
  let i = at + 1;
  while (OWNERS.has(lowerAt(prose, i))) i++;
  const next = pieces[i];
  // "all three sites": the number says how many.
  if (!next || next.amount >= 0 || NOT_A_SET.has(next.lower) || listed(next, List.periods | List.weekdays)) return null;
  let phrase = nounPhraseAt(prose, i);
  if (!phrase) return null;
  // "Each team runs a drill": one noun in the singular, and its verb.
  const verb = pieces[phrase.last];
  if (['each', 'every'].includes(lowerAt(prose, at)) && phrase.last > phrase.first && hasForm(verb, Form.present))
    phrase = { ...phrase, last: phrase.last - 1, head: phrase.last - 1 };
  const head = pieces[phrase.head];
  if (listed(head, List.periods) || NOT_A_SET.has(head?.lower ?? '')) return null;
  const plain = lowerAt(prose, at) === 'all';
  // "all go and js repos": the plural may stand behind the conjunction. "All logistics, itinerary and merch": no set.
  const collective = ['staff', 'personnel', 'crew', 'faculty', 'management'].includes(head?.lower ?? '');
  // "All testing is complete", and not "all traffic is rate-limited".
  const done = pieces[phrase.last + 2];
  const told =
    at === 0 &&
    (['are', 'have', 'were', 'can', 'will'].includes(lowerAt(prose, phrase.last + 1)) ||
      (lowerAt(prose, phrase.last + 1) === 'is' &&
        (isVerb(done, Verb.work) || ['complete', 'done', 'over'].includes(done?.lower ?? ''))));
  if (
    plain &&
    !collective &&
    !told &&
    !isPlural(head) &&
    !phraseHasPlural(prose, phrase) &&
    !pluralBehindAnd(prose, phrase)
  )
    return null;
  if (plain && pieces[phrase.last + 1]?.kind === 'comma' && isList(prose, phrase.last + 1)) return null;
  return phrase;
}

/** The countable set behind "no" or "zero", or null. */
function emptySet(prose: Prose, at: number, before: string): NounPhrase | null {
  if (prose.pieces[at]?.amount !== -1 && lowerAt(prose, at) !== 'zero') return null;
  if (
    ['with', 'has', 'have'].includes(before) &&
    lowerAt(prose, at) === 'no' &&
    !isPlural(prose.pieces[at + 1]) &&
    !isPlural(prose.pieces[at + 2])
  )
    return null;
  if (/^(?:need|longer|later|one|matter|more|less|fewer|way)$/.test(lowerAt(prose, at + 1))) return null;
  let phrase = nounPhraseAt(prose, at + 1);
  // "no Tier 1 or 2 customers": the set stands behind its second number.
  if (phrase && prose.pieces[phrase.head]?.kind === 'name' && ['or', 'and'].includes(lowerAt(prose, phrase.last + 1)))
    phrase = nounPhraseAt(prose, phrase.last + 2) ?? phrase;
  if (!phrase) return null;
  // "no entry made without a receipt": the past form is said of the set.
  if (phrase.last > phrase.first && isPredicate(prose.pieces[phrase.last]))
    phrase = { first: phrase.first, last: phrase.last - 1, head: phrase.last - 1 };
  const head = prose.pieces[phrase.head];
  if (isPredicate(prose.pieces[phrase.last + 1]) && !isNoun(head, Noun.quality)) return phrase;
  if (isNoun(head, Noun.quality) && !isPlural(head)) return null;
  return isPlural(head) || isNoun(head, Noun.metric | Noun.output | Noun.people | Noun.staff) ? phrase : null;
}

function phraseHasPlural(prose: Prose, phrase: NounPhrase): boolean {
  for (let i = phrase.first; i <= phrase.last; i++) if (prose.pieces[i]?.entry.plural) return true;
  return false;
}

function pluralBehindAnd(prose: Prose, phrase: NounPhrase): boolean {
  if (!/^(?:and|&|or)$/.test(lowerAt(prose, phrase.last + 1))) return false;
  const next = nounPhraseAt(prose, phrase.last + 2);
  return next !== null && isPlural(prose.pieces[next.head]);
}

/** Whether a comma begins a list of names and no clause. */
function isList(prose: Prose, comma: number): boolean {
  const next = prose.pieces[comma + 1];
  return next !== undefined && !isVerb(next, Verb.work | Verb.attain | Verb.obtain) && !isBoundary(next);
}

function asTarget(prose: Prose, value: 0 | 100, at: number, phrase: NounPhrase | null): Target {
  const piece = prose.pieces[at];
  const from = piece?.from ?? 0;
  const to = piece?.to ?? from;
  const unit = value === 100 ? unitNamed('%') : phrase ? countedUnit(shortName(prose, phrase)) : null;
  return {
    quantity: { value, unit, op: '=', kind: 'abs', whole: null, text: prose.text.slice(from, to), from, to },
    phrase,
    counts: phrase ? phraseClasses(prose, phrase) : Noun.people,
    first: at,
    last: phrase?.last ?? at,
    source: 'universal',
  };
}
