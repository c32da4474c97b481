import forms from './lexicon-forms.json' with { type: 'json' };
import nouns from './lexicon-nouns.json' with { type: 'json' };
import verbs from './lexicon-verbs.json' with { type: 'json' };
import words from './lexicon-words.json' with { type: 'json' };

/**
 * What a verb says of its object: more of it (`up`), less of it (`down`), better in no stated way (`better`), a level
 * arrived at (`attain`), got from others (`obtain`), made or done once (`work`), gone on with (`effort`), work that its object
 * must bring to an end (`open`: to read, to test), held as it is (`keep`), or how things are (`state`). A verb may have
 * several of these.
 */
export type VerbClass = keyof typeof verbs;
/** What a noun counts: people outside, people inside, a figure, a product of work, a quality, or a plan written elsewhere. */
export type NounClass = keyof typeof nouns;
export type VerbForm = 'base' | 'present' | 'past' | 'participle' | 'gerund';

type Lists = typeof words;
/** The plain word lists: function words, vague words, months … */
export type WordList = { [K in keyof Lists]: Lists[K] extends string ? K : never }[keyof Lists];

export interface VerbEntry {
  readonly lemma: string;
  readonly classes: ReadonlySet<VerbClass>;
  readonly forms: ReadonlySet<VerbForm>;
}

/** All that the lexicon knows of a word. A word it does not know has no verb, no noun classes and no lists. */
export interface WordEntry {
  readonly verb: VerbEntry | null;
  readonly nouns: ReadonlySet<NounClass>;
  readonly lists: ReadonlySet<WordList>;
  /** Whether it is the plural of a noun of the lexicon. */
  readonly plural: boolean;
}

const split = (list: string): string[] => list.split(' ');
const isKey = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key);
const keysOf = <T extends object>(table: T): (keyof T)[] => Object.keys(table).filter((key) => isKey(table, key));

const NO_NOUNS: ReadonlySet<NounClass> = new Set();
const NO_LISTS: ReadonlySet<WordList> = new Set();
/** What is known of a word that the lexicon does not have. */
export const UNKNOWN: WordEntry = { verb: null, nouns: NO_NOUNS, lists: NO_LISTS, plural: false };

const PEOPLE: WordEntry = { verb: null, nouns: new Set<NounClass>(['people']), lists: NO_LISTS, plural: true };
/** Plurals whose ending says that they are people: "downloaders", "cellists", "retirees". Things that end so are listed. */
const DOERS = /^[a-z]{3,}(?:[^aeiou]ers|[^aeiou]ors|[^lx]ists|[^r]ees|ians|eers)$/;
interface Draft {
  verb: VerbEntry | null;
  nouns: Set<NounClass>;
  lists: Set<WordList>;
  plural: boolean;
}

function build(): ReadonlyMap<string, WordEntry> {
  const entries = new Map<string, Draft>();
  const entry = (word: string): Draft => {
    let found = entries.get(word);
    if (!found) entries.set(word, (found = { verb: null, nouns: new Set(), lists: new Set(), plural: false }));
    return found;
  };
  addVerbs(entry);
  const plurals = new Map(Object.entries(forms.plurals).map(([plural, noun]) => [noun, plural]));
  for (const name of keysOf(nouns)) {
    for (const noun of split(nouns[name])) {
      entry(noun).nouns.add(name);
      const plural = entry(plurals.get(noun) ?? `${noun}s`);
      plural.nouns.add(name);
      plural.plural = true;
    }
  }
  for (const name of keysOf(words)) {
    const list: unknown = words[name];
    if (typeof list === 'string') for (const word of split(list)) entry(word).lists.add(name as WordList);
  }
  return entries;
}

function addVerbs(entry: (word: string) => Draft): void {
  const table: Readonly<Record<string, string>> = forms.verbs;
  const names: readonly VerbForm[] = ['present', 'past', 'participle', 'gerund'];
  const classes = new Map<string, Set<VerbClass>>();
  for (const name of keysOf(verbs)) {
    for (const lemma of split(verbs[name])) classes.set(lemma, (classes.get(lemma) ?? new Set()).add(name));
  }
  const made = new Map<string, Set<VerbForm>>();
  const add = (word: string, lemma: string, form: VerbForm): void => {
    const found = entry(word);
    if (!found.verb) {
      const known = new Set([form]);
      made.set(word, known);
      found.verb = { lemma, classes: classes.get(lemma) ?? new Set(), forms: known };
    } else if (found.verb.lemma === lemma) made.get(word)?.add(form);
  };
  for (const lemma of classes.keys()) add(lemma, lemma, 'base');
  for (const lemma of classes.keys()) {
    split(table[lemma] ?? '').forEach((word, i) => {
      const form = names[i];
      if (word && form) add(word, lemma, form);
    });
  }
}

let lexicon: ReadonlyMap<string, WordEntry> | undefined;

/** What is known of a word in lower case. A hyphenated word that is not listed counts as its last part does, as a noun. */
export function lookUp(lower: string): WordEntry {
  lexicon ??= build();
  const found = lexicon.get(lower);
  if (found) return found;
  const dash = lower.lastIndexOf('-');
  if (dash <= 0) return DOERS.test(lower) ? PEOPLE : UNKNOWN;
  const last = lexicon.get(lower.slice(dash + 1));
  return last && last.nouns.size > 0 ? { ...UNKNOWN, nouns: last.nouns, plural: last.plural } : UNKNOWN;
}

const periods: ReadonlyMap<string, string> = new Map(Object.entries(words.frequency));
const multiples: ReadonlyMap<string, number> = new Map(Object.entries(words.multiples));

/** The period of a frequency adverb (`weekly` is `week`, `bi-weekly` is `2 weeks`), or null. */
export const periodOf = (lower: string): string | null => periods.get(lower) ?? null;

/** The multiple that a form of a verb stands for (`doubled` is 2), or null. */
export const multipleOf = (lower: string): number | null => multiples.get(lower) ?? null;

export const VAGUE_PHRASES: readonly string[] = words.vaguePhrases;
export const OPEN_ENDED_PHRASES: readonly string[] = words.openEnded;
