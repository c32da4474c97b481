import type { WordEntry } from './lexicon.ts';
import { List } from './word-classes.ts';

/** Little words, and the verbs that begin goals, of languages that share the Latin script. */
const FOREIGN = new Set(
  (
    'de à da do dos das em para até não por com uma um os nas nos ao aos pela pelo mais menos cada todos todas são ser ter novos ' +
    'los las del una más sin nuevos el ' +
    'le les des et pour avec dans une sur aux sont chaque tous nouveaux ' +
    'der den dem und für mit von auf ein eine einen alle jeder nicht wir ist sind werden neue ' +
    'il di della delle dei gli nel che ogni het een voor naar ' +
    'và của cho các với những được trong tăng giảm đạt người ' +
    'aumentar reduzir alcançar atingir lançar melhorar criar manter diminuir obter realizar conseguir crescer garantir ' +
    'reducir alcanzar lanzar mejorar crear mantener lograr augmenter réduire atteindre lancer améliorer créer maintenir ' +
    'erhöhen steigern senken erreichen verbessern verringern'
  ).split(' '),
);

/** What one word says of the language of a title. */
export interface Tongue {
  /** How long it is in a script that is not Latin, 0 for a Latin word. */
  readonly beyond: number;
  /** How much it is English. */
  readonly known: number;
  /** How much it is of another language. */
  readonly foreign: number;
}

const tongue = (known: number, foreign: number): Tongue => ({ beyond: 0, known, foreign });
const LITTLE = tongue(1, 0);
const FOREIGN_WORD = tongue(0, 1);
const LISTED = tongue(0.6, 0);
const ACCENTED = tongue(0, 0.5);
const OPEN = tongue(0, 0);

/** What a word in lower case says of the language it is in. */
export function tongueOf(lower: string, entry: WordEntry): Tongue {
  const said = latinTongue(lower, entry);
  // Past Latin and its extensions: another script. Vietnamese has its own letters between 1EA0 and 1EF9.
  const code = lower.charCodeAt(0);
  const other = code > 0x24f && (code < 0x1e00 || code > 0x1eff);
  return other ? { ...said, beyond: Math.max(1, lower.length / 2) } : said;
}

function latinTongue(lower: string, { lists, verb, nouns }: WordEntry): Tongue {
  if ((lists & List.prepositions) !== 0 || (lists & List.determiners) !== 0 || (lists & List.auxiliaries) !== 0)
    return LITTLE;
  if (FOREIGN.has(lower)) return FOREIGN_WORD;
  if (verb !== null || nouns !== 0) return LISTED;
  return /[à-öø-ÿāăđĩũơưạ-ỹ]/.test(lower) ? ACCENTED : OPEN;
}

/**
 * Whether a title is English, by its script and its little words. Names and words the lexicon does not know count for no
 * language, so that a title of names alone is English.
 */
export function isEnglish(words: readonly { readonly kind: string; readonly tongue: Tongue }[]): boolean {
  let foreign = 0;
  let known = 0;
  let latin = 0;
  let beyond = 0;
  for (const { kind, tongue: said } of words) {
    if (kind !== 'word') continue;
    if (said.beyond > 0) beyond += said.beyond;
    else latin++;
    known += said.known;
    foreign += said.foreign;
  }
  if (beyond > latin) return false;
  return foreign === 0 || foreign <= known;
}
