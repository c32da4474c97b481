import forms from './lexicon-forms.json' with { type: 'json' };
import nouns from './lexicon-nouns.json' with { type: 'json' };
import verbs from './lexicon-verbs.json' with { type: 'json' };
import words from './lexicon-words.json' with { type: 'json' };

/**
 * What a verb says of its object: more of it (`up`), less of it (`down`), better in no stated way (`better`), a level
 * arrived at (`attain`), got from others (`obtain`), made or done once (`work`), gone on with (`effort`), held as it is
 * (`keep`), or how things are (`state`).
 */
export type VerbClass = keyof typeof verbs;
/** What a noun counts: people outside, people inside, a figure, a product of work, a quality, or a plan written elsewhere. */
export type NounClass = keyof typeof nouns;
export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'gerund';

export interface VerbEntry {
  readonly lemma: string;
  readonly classes: ReadonlySet<VerbClass>;
  readonly forms: ReadonlySet<VerbForm>;
}

const split = (list: string): string[] => list.split(' ');
const isKey = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key);
const keysOf = <T extends object>(table: T): (keyof T)[] => Object.keys(table).filter((key) => isKey(table, key));

interface Lexicon {
  readonly verbs: ReadonlyMap<string, VerbEntry>;
  readonly nouns: ReadonlyMap<string, ReadonlySet<NounClass>>;
  readonly sets: ReadonlyMap<SetName, ReadonlySet<string>>;
}

type Lists = typeof words;
export type SetName = { [K in keyof Lists]: Lists[K] extends string ? K : never }[keyof Lists];

function classesOf<K extends string>(lists: Readonly<Record<K, string>>, keys: readonly K[]): Map<string, Set<K>> {
  const found = new Map<string, Set<K>>();
  for (const key of keys) {
    for (const word of split(lists[key])) {
      const classes = found.get(word);
      if (classes) classes.add(key);
      else found.set(word, new Set([key]));
    }
  }
  return found;
}

function inflect(): Map<string, VerbEntry> {
  const table: Readonly<Record<string, string>> = forms.verbs;
  const entries = new Map<string, { lemma: string; classes: ReadonlySet<VerbClass>; forms: Set<VerbForm> }>();
  const names: readonly VerbForm[] = ['present', 'past', 'participle', 'gerund'];
  const add = (word: string, lemma: string, classes: ReadonlySet<VerbClass>, form: VerbForm): void => {
    const entry = entries.get(word);
    if (!entry) entries.set(word, { lemma, classes, forms: new Set([form]) });
    else if (entry.lemma === lemma) entry.forms.add(form);
  };
  const lemmas = classesOf(verbs, keysOf(verbs));
  for (const [lemma, classes] of lemmas) add(lemma, lemma, classes, 'base');
  for (const [lemma, classes] of lemmas) {
    split(table[lemma] ?? '').forEach((word, i) => {
      const form = names[i];
      if (word && form) add(word, lemma, classes, form);
    });
  }
  return entries;
}

const SET_NAMES: readonly SetName[] = [
  'vague', 'vagueVerbs', 'determiners', 'prepositions', 'conjunctions', 'auxiliaries', 'pronouns', 'wholeUniversals',
  'noneUniversals', 'months', 'weekdays', 'periods', 'events', 'more', 'less',
]; // prettier-ignore

function build(): Lexicon {
  const sets = new Map(SET_NAMES.map((name) => [name, new Set(split(words[name]))]));
  return { verbs: inflect(), nouns: classesOf(nouns, keysOf(nouns)), sets };
}

let lexicon: Lexicon | null = null;
const get = (): Lexicon => (lexicon ??= build());

/** The verb that `lower` is a form of, or undefined. `lower` is in lower case. */
export const verbOf = (lower: string): VerbEntry | undefined => get().verbs.get(lower);

const plurals: Readonly<Record<string, string>> = forms.plurals;

/** The singular of an English noun in lower case; a word that is no plural comes back as it is. */
export function singular(lower: string): string {
  const irregular = Object.hasOwn(plurals, lower) ? plurals[lower] : undefined;
  if (irregular !== undefined) return irregular;
  if (lower.length < 4 || !lower.endsWith('s') || /(ss|us|is)$/.test(lower)) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|zz)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

const NO_CLASSES: ReadonlySet<NounClass> = new Set();

/** What the noun counts, singular or plural, in lower case; empty where the lexicon does not know it. */
export function nounClasses(lower: string): ReadonlySet<NounClass> {
  const { nouns: known } = get();
  const found = known.get(lower) ?? known.get(singular(lower));
  if (found) return found;
  const dash = lower.lastIndexOf('-');
  return dash > 0 ? nounClasses(lower.slice(dash + 1)) : NO_CLASSES;
}

/** Whether the word, in lower case, is on the list of that name. */
export const isOn = (list: SetName, lower: string): boolean => get().sets.get(list)?.has(lower) ?? false;

const { frequency, numberWords, multiples } = words;

/** The period of a frequency adverb (`weekly` is `week`), or null. */
export const periodOf = (lower: string): string | null => (isKey(frequency, lower) ? frequency[lower] : null);

/** The number that a word stands for (`three`), or null. */
export const numberOf = (lower: string): number | null => (isKey(numberWords, lower) ? numberWords[lower] : null);

/** The multiple that a verb stands for (`doubled` is 2), or null. */
export const multipleOf = (lower: string): number | null => (isKey(multiples, lower) ? multiples[lower] : null);

export const VAGUE_PHRASES: readonly string[] = words.vaguePhrases;
export const OPEN_ENDED: readonly string[] = words.openEnded;
