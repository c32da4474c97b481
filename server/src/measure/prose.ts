import type { IToken, TokenType } from 'chevrotain';
import { knownWord } from './known-words.ts';
import { isEnglish } from './language.ts';
import type { Tongue } from './language.ts';
import { UNKNOWN } from './lexicon.ts';
import type { VerbEntry, WordEntry } from './lexicon.ts';
import { amountsOf } from './prose-grammar.ts';
import type { Amount } from './amount.ts';
import * as t from './prose-tokens.ts';
import { Form, List } from './word-classes.ts';

export type PieceKind = 'word' | 'name' | 'number' | 'comma' | 'stop' | 'open' | 'close' | 'dash' | 'joint' | 'sign';

/** A token of the title with what is known of it. Offsets count from the start of the title. */
export interface Piece {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  readonly kind: PieceKind;
  readonly token: IToken;
  readonly entry: WordEntry;
  /** The verb it is a form of, or null. */
  readonly verb: VerbEntry | null;
  /** The lists that the word is on, whatever its kind: see `mark`. */
  readonly marks: number;
  readonly tongue: Tongue;
  /** How many brackets are open around it. */
  readonly depth: number;
  /** The index of the amount it belongs to, or -1. */
  readonly amount: number;
}

/** A title, taken apart. */
export interface Prose {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly amounts: readonly Amount[];
  /** The marks of all its pieces: what none of them has need not be looked for. */
  readonly marks: number;
  readonly english: boolean;
}

const KINDS: readonly (readonly [PieceKind, readonly TokenType[]])[] = [
  ['name', [t.Name]],
  ['word', [t.Word, t.WideWord, t.Percentile, t.Alphanumeric]],
  ['comma', [t.Comma]],
  ['stop', [t.Stop]],
  ['open', [t.Open]],
  ['close', [t.Close]],
  ['dash', [t.Dash]],
  ['joint', [t.Slash, t.Ampersand, t.Plus]],
  ['sign', [t.OrMore, t.OrLess]],
  ['number', [t.Digits, t.NumberWord, t.Ratio, t.Times, t.Ordinal]],
];

/** The kind of piece that a token is, by the index of its type: a table, for every token of every title is asked for. */
const kinds: PieceKind[] = [];
for (const [kind, types] of KINDS)
  for (const { tokenTypeIdx, categoryMatches } of types)
    for (const index of [tokenTypeIdx, ...(categoryMatches ?? [])]) if (index !== undefined) kinds[index] = kind;

// Comparisons and units outside an amount are the plain words they look like ("over", "percent").
const kindOf = (token: IToken): PieceKind =>
  kinds[token.tokenTypeIdx] ?? (/^[A-Za-z]/.test(token.image) ? 'word' : 'sign');

/** The longest title that is read: what comes after is left out. */
export const LONGEST = 2000;

const SHORTENED = new Set('avg approx min max incl excl dept est vs ca resp no nr st mr ms dr'.split(' '));

/** "avg. rating", "approx. 5": a full stop that belongs to its word and ends no sentence. */
const isAbbreviation = (before: Piece | undefined, stop: IToken, next: IToken | undefined): boolean =>
  stop.image === '.' &&
  before?.to === stop.startOffset &&
  SHORTENED.has(before.lower) &&
  /^[a-z0-9~$€£]/.test(next?.image ?? '');

/** Takes a title apart into words, numbers and signs, with the amounts among them. Never fails. */
export function readProse(title: string): Prose {
  const text = title.length > LONGEST ? title.slice(0, LONGEST) : title;
  const tokens = t.proseTokens(text);
  const amounts = amountsOf(tokens);
  const pieces: Piece[] = [];
  let depth = 0;
  let next = 0;
  let marks = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    while ((amounts[next]?.last ?? Infinity) < i) next++;
    const inside = (amounts[next]?.first ?? Infinity) <= i;
    let kind = kindOf(token);
    if (kind === 'stop' && isAbbreviation(pieces[i - 1], token, tokens[i + 1])) kind = 'sign';
    const word = knownWord(token.image);
    const entry = kind === 'word' ? word.entry : UNKNOWN;
    marks |= word.marks;
    if (kind === 'close') depth = Math.max(0, depth - 1);
    pieces.push({
      text: word.text,
      lower: word.lower,
      from: token.startOffset,
      to: token.startOffset + token.image.length,
      kind,
      token,
      entry,
      verb: inside ? null : entry.verb,
      marks: word.marks,
      tongue: word.tongue,
      depth,
      amount: inside ? next : -1,
    });
    if (kind === 'open') depth++;
  }
  const english = isEnglish(pieces);
  return { text, pieces, amounts: english ? amounts : amounts.map(inThousands), marks, english };
}

const inThousands = (amount: Amount): Amount =>
  amount.pointed && typeof amount.value === 'number'
    ? { ...amount, value: amount.value * 1000, pointed: false }
    : amount;

/**
 * The piece at an index, which may be past either end. A negative index is no place in an array but the name of a property,
 * and is looked for through its prototypes at the cost of some twenty look-ups.
 */
export const pieceAt = ({ pieces }: Prose, at: number): Piece | undefined => (at < 0 ? undefined : pieces[at]);

/** The amount that the piece at an index belongs to, if any. */
export function amountAt(prose: Prose, at: number): Amount | undefined {
  const amount = pieceAt(prose, at)?.amount ?? -1;
  return amount < 0 ? undefined : prose.amounts[amount];
}

/** The piece's word in lower case, or '' where there is no such piece. */
export const lowerAt = (prose: Prose, at: number): string => pieceAt(prose, at)?.lower ?? '';

/** A piece, or an entry of the lexicon. */
interface Verbal {
  readonly verb: VerbEntry | null;
}

/** Whether the piece is a form of a verb of one of these classes: bits of `Verb`. */
export const isVerb = (piece: Verbal | undefined, classes: number): boolean =>
  piece !== undefined && piece.verb !== null && (piece.verb.classes & classes) !== 0;

/** Whether the piece can be one of these forms of its verb: bits of `Form`. */
export const hasForm = <P extends Verbal>(
  piece: P | undefined,
  forms: number,
): piece is P & { readonly verb: VerbEntry } =>
  piece !== undefined && piece.verb !== null && (piece.verb.forms & forms) !== 0;

/** A form that can only be of the past: "published", where "set" may be an order and "lead" a person. */
export const isPastOnly = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  piece.verb !== null &&
  (piece.verb.forms & (Form.past | Form.participle)) !== 0 &&
  (piece.verb.forms & Form.base) === 0 &&
  piece.entry.nouns === 0;

/** Whether the word is on one of these lists of the lexicon: bits of `List`. */
export const listed = (piece: Piece | undefined, lists: number): boolean =>
  piece !== undefined && (piece.entry.lists & lists) !== 0;

/** Whether the word is a month's name: "may" and "march" are months only with a capital. */
export const isMonth = (piece: Piece | undefined): boolean =>
  piece !== undefined && listed(piece, List.months) && /^[A-Z]/.test(piece.text);

/** Whether the noun is of one of these classes: bits of `Noun`. */
export const isNoun = (piece: Piece | undefined, classes: number): boolean =>
  piece !== undefined && (piece.entry.nouns & classes) !== 0;

/** The text from one piece to another, as written. */
export function textOf(prose: Prose, first: number, last: number): string {
  const a = prose.pieces[first];
  const b = prose.pieces[last];
  return a && b ? prose.text.slice(a.from, b.to) : '';
}

const ENDS_PHRASE = List.prepositions | List.conjunctions | List.auxiliaries | List.pronouns;

/** Whether a piece ends a noun phrase: punctuation, a preposition, a conjunction, an auxiliary, a pronoun. */
export function isBoundary(piece: Piece | undefined): boolean {
  if (!piece) return true;
  if (piece.kind !== 'word' && piece.kind !== 'name') return true;
  return piece.lower === 'not' || listed(piece, ENDS_PHRASE);
}

/** Whether a word is an English plural, as far as its form tells. */
export const isPlural = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  (piece.entry.plural || (piece.entry.nouns === 0 && /[^su'i]s$/.test(piece.lower) && piece.lower.length > 3));
