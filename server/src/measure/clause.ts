import { isOn, verbOf } from './lexicon.ts';
import type { Piece, Prose } from './prose.ts';
import { isBoundary, isVerb } from './prose.ts';

/** How a title begins: an order ("Launch …"), a statement ("X is …", "We have …"), or a name alone ("Weekly active users"). */
export type Opening = 'order' | 'statement' | 'name';

/** The bones of a title: where it begins, its verb, and how it is built. */
export interface Clause {
  readonly opening: Opening;
  /** Index of the first piece after labels such as "New:" and adverbs such as "Proactively". */
  readonly start: number;
  /** Index of the main verb, or -1 where there is none. */
  readonly verb: number;
  /** Whether the verb stands in its -ing form at the start ("Reducing churn"). */
  readonly gerund: boolean;
}

/** Past a label ("Existing:", "React -") of at most three words, which says what the title is about and nothing else. */
export function afterLabel(prose: Prose): number {
  const { pieces } = prose;
  for (let i = 1; i < Math.min(5, pieces.length - 1); i++) {
    const piece = pieces[i];
    if (!piece) break;
    if (piece.amount >= 0 || piece.kind === 'number') return 0;
    if (piece.kind === 'stop' && piece.text === ':') return i + 1;
    if (piece.kind === 'stop' || piece.kind === 'open') return 0;
  }
  return 0;
}

const isAdverb = (piece: Piece): boolean =>
  piece.lower.endsWith('ly') &&
  !verbOf(piece.lower) &&
  piece.lower !== 'weekly' &&
  piece.lower !== 'monthly' &&
  piece.lower !== 'daily' &&
  piece.lower !== 'quarterly' &&
  piece.lower !== 'family';

const SUBJECTS = new Set(['we', 'i', 'you', 'they', 'everyone', 'everybody', 'it', 'nobody', 'no-one']);

/** Whether a word that may be noun or verb opens an order: "Test the flow", "Release v2", not "Test coverage is 80%". */
function opensOrder(pieces: readonly Piece[], at: number): boolean {
  const verb = pieces[at]?.verb;
  if (!verb?.forms.has('base')) return false;
  const next = pieces[at + 1];
  if (!next) return true;
  for (let i = at + 1; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || piece.kind === 'stop' || piece.kind === 'open') break;
    // A finite auxiliary before any other boundary makes what stood before it its subject.
    if (['is', 'are', 'was', 'were', 'has', 'can', 'will', 'should', 'must', 'does'].includes(piece.lower))
      return i === at + 1 ? false : !closeSubject(pieces, at, i);
    if (
      [
        'that',
        'which',
        'who',
        'when',
        'where',
        'so',
        'if',
        'because',
        'how',
        'what',
        'why',
        'all',
        'every',
        'each',
        ',',
      ].includes(piece.lower)
    )
      break;
  }
  return true;
}

/** Whether the words between form one noun phrase with no determiner: "Test coverage is", "Release notes for X are". */
function closeSubject(pieces: readonly Piece[], at: number, to: number): boolean {
  const next = pieces[at + 1];
  if (!next || isOn('determiners', next.lower) || isOn('pronouns', next.lower)) return false;
  if (next.amount >= 0) return false;
  return pieces.slice(at + 1, to).every((piece) => piece.kind === 'word' || piece.kind === 'name');
}

/** Finds the opening and the main verb of a title. */
export function readClause(prose: Prose): Clause {
  const { pieces } = prose;
  let start = afterLabel(prose);
  while (start < pieces.length - 1) {
    const piece = pieces[start];
    if (!piece) break;
    if (
      piece.kind === 'word' &&
      (isAdverb(piece) || piece.lower === 'to' || piece.lower === 'also' || piece.lower === 'please')
    )
      start++;
    else if (piece.kind === 'sign' || piece.kind === 'dash' || piece.kind === 'stop') start++;
    else break;
  }
  const first = pieces[start];
  if (!first) return { opening: 'name', start: 0, verb: -1, gerund: false };
  if (first.verb?.forms.has('gerund') && !isOn('auxiliaries', first.lower))
    return { opening: 'order', start, verb: start, gerund: true };
  if (opensOrder(pieces, start)) return { opening: 'order', start, verb: start, gerund: false };
  if (SUBJECTS.has(first.lower) || isOn('determiners', first.lower) || first.kind !== 'sign') {
    const verb = finiteVerb(pieces, start);
    if (verb >= 0) return { opening: 'statement', start, verb, gerund: false };
  }
  return { opening: 'name', start, verb: -1, gerund: false };
}

function finiteVerb(pieces: readonly Piece[], start: number): number {
  const first = pieces[start];
  const plain = first !== undefined && SUBJECTS.has(first.lower);
  for (let i = start + (plain ? 1 : 0); i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    if (piece.kind === 'stop') break;
    if (piece.amount >= 0 || piece.depth > 0) continue;
    if (isOn('auxiliaries', piece.lower) && i > start) return mainVerbAfter(pieces, i);
    if (!piece.verb || i === start) continue;
    if (plain && i === start + 1) return i;
    if (plain && piece.verb.forms.has('base') && isAdverb(pieces[i - 1] ?? piece)) return i;
    if (piece.verb.forms.has('present') && isFiniteHere(pieces, i, start)) return i;
    if (piece.verb.forms.has('base') && isVerb(pieces[i], 'state') && isFiniteHere(pieces, i, start)) return i;
    if (
      !piece.verb.forms.has('present') &&
      (piece.verb.forms.has('past') || piece.verb.forms.has('participle')) &&
      !piece.verb.forms.has('base')
    )
      return i;
  }
  return -1;
}

/** "supports an ACL", "runs on Firefox": a present form followed by what only follows a verb. */
function isFiniteHere(pieces: readonly Piece[], at: number, start: number): boolean {
  const before = pieces[at - 1];
  const next = pieces[at + 1];
  if (at === start || !before || isOn('determiners', before.lower) || isOn('prepositions', before.lower)) return false;
  if (!next) return false;
  return isOn('determiners', next.lower) || isOn('prepositions', next.lower) || next.amount >= 0 || !isBoundary(next);
}

function mainVerbAfter(pieces: readonly Piece[], auxiliary: number): number {
  for (let i = auxiliary + 1; i < Math.min(pieces.length, auxiliary + 4); i++) {
    const piece = pieces[i];
    if (!piece || isBoundary(piece)) {
      if (piece && (isOn('auxiliaries', piece.lower) || piece.lower === 'not')) continue;
      break;
    }
    if (piece.verb && !piece.verb.forms.has('gerund')) return i;
  }
  return auxiliary;
}
