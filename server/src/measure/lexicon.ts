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
  /** Whether it names an effort that has no end of its own. */
  readonly vague: boolean;
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
/** "Renegotiate", "re-engineer", "co-write": what is done once more, before, or together is still that. */
const AGAIN = /^(?:re-|co-|pre-|over-|self-|auto-|un-|de-|re)([a-z]{4,})$/;
const FORMS: readonly VerbForm[] = ['base', 'present', 'past', 'participle', 'gerund'];
const SINGULARS: Readonly<Record<string, string>> = forms.plurals;

/** Which lists each word is on. Words of the same lists share one set of them. */
type Listed<Name> = ReadonlyMap<string, ReadonlySet<Name>>;

/** The lists as they are written, by word. What follows from them is worked out for the words that are asked for. */
interface Tables {
  readonly verbs: Listed<VerbClass>;
  readonly nouns: Listed<NounClass>;
  readonly lists: Listed<WordList>;
  /** The forms of all verbs, in the order of `FORMS` each. */
  readonly conjugated: readonly string[];
  /** Where in `conjugated` the verb of a form is: a verb that is called so, else the first that has the form. */
  readonly forms: ReadonlyMap<string, number>;
  /** Nouns whose plural is not the noun with an s. */
  readonly irregular: ReadonlySet<string>;
}

function buildTables(): Tables {
  const conjugated = split(forms.verbs.join(' '));
  const places = new Map<string, number>();
  for (let base = 0; base < conjugated.length; base += FORMS.length) places.set(conjugated[base] ?? '', base);
  const classes = listedIn(keysOf(verbs).map((name) => [name, verbs[name]]));
  for (const lemma of classes.keys()) {
    const base = places.get(lemma) ?? conjugated.length;
    for (let at = base + 1; at < base + FORMS.length; at++) {
      const form = conjugated[at];
      if (form !== undefined && !places.has(form)) places.set(form, base);
    }
  }
  return {
    verbs: classes,
    nouns: listedIn(keysOf(nouns).map((name) => [name, nouns[name]])),
    lists: listedIn(keysOf(words).flatMap(plainList)),
    conjugated,
    forms: places,
    irregular: new Set(Object.values(SINGULARS)),
  };
}

function plainList(name: keyof Lists): [WordList, string][] {
  const list: unknown = words[name];
  return typeof list === 'string' ? [[name as WordList, list]] : [];
}

function listedIn<Name extends string>(lists: readonly (readonly [Name, string])[]): Listed<Name> {
  const found = new Map<string, ReadonlySet<Name>>();
  const shared = new Map<string, ReadonlySet<Name>>();
  for (const [name, list] of lists) {
    const alone: ReadonlySet<Name> = new Set([name]);
    for (const word of split(list)) {
      const before = found.get(word);
      found.set(word, before === undefined ? alone : both(before, name, shared));
    }
  }
  return found;
}

function both<Name extends string>(
  before: ReadonlySet<Name>,
  name: Name,
  shared: Map<string, ReadonlySet<Name>>,
): ReadonlySet<Name> {
  const names = [...before, name];
  const key = names.join(' ');
  const known = shared.get(key) ?? new Set(names);
  shared.set(key, known);
  return known;
}

/** What the lexicon says of a word; null where it does not have it. */
function entryOf(word: string, tables: Tables): WordEntry | null {
  const verb = verbOf(word, tables);
  const singulars = singularsOf(word, tables);
  const own = tables.nouns.get(word);
  const lists = tables.lists.get(word);
  if (verb === null && singulars.length === 0 && own === undefined && lists === undefined) return null;
  const classes = [own, ...singulars].flatMap((set) => (set === undefined ? [] : [set]));
  return {
    verb,
    nouns: classes.length > 1 ? new Set(classes.flatMap((set) => [...set])) : (classes[0] ?? NO_NOUNS),
    lists: lists ?? NO_LISTS,
    plural: singulars.length > 0,
  };
}

function verbOf(word: string, { verbs: classes, lists, conjugated, forms: places }: Tables): VerbEntry | null {
  const base = places.get(word);
  const lemma = base === undefined ? undefined : conjugated[base];
  if (base === undefined || lemma === undefined) return null;
  return {
    lemma,
    classes: classes.get(lemma) ?? new Set(),
    forms: new Set(FORMS.filter((_, index) => conjugated[base + index] === word)),
    vague: lists.get(lemma)?.has('vagueVerbs') ?? false,
  };
}

/** The classes of the nouns whose plural a word is. */
function singularsOf(word: string, { nouns: classes, irregular }: Tables): readonly ReadonlySet<NounClass>[] {
  const found: ReadonlySet<NounClass>[] = [];
  const listed = Object.hasOwn(SINGULARS, word) ? classes.get(SINGULARS[word] ?? '') : undefined;
  if (listed !== undefined) found.push(listed);
  const plain = word.endsWith('s') ? word.slice(0, -1) : '';
  const regular = irregular.has(plain) ? undefined : classes.get(plain);
  if (regular !== undefined) found.push(regular);
  return found;
}

let tables: Tables | undefined;
/** Words that were asked for before. Texts repeat themselves; most words of a workspace are here after some files. */
const known = new Map<string, WordEntry | null>();
/** So many words are remembered. */
const MOST_KNOWN = 20_000;

function find(word: string): WordEntry | null {
  let entry = known.get(word);
  if (entry === undefined) {
    entry = entryOf(word, (tables ??= buildTables()));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, entry);
  }
  return entry;
}

/** What is known of a word in lower case. A hyphenated word that is not listed counts as its last part does, as a noun. */
export function lookUp(lower: string): WordEntry {
  const found = find(lower);
  if (found) return found;
  const again = AGAIN.exec(lower)?.[1];
  const verb = again === undefined ? null : find(again)?.verb;
  if (verb) return { ...UNKNOWN, verb };
  const dash = lower.lastIndexOf('-');
  if (dash <= 0) return DOERS.test(lower) ? PEOPLE : UNKNOWN;
  const last = find(lower.slice(dash + 1));
  return last && last.nouns.size > 0 ? { ...UNKNOWN, nouns: last.nouns, plural: last.plural } : UNKNOWN;
}

const periods: ReadonlyMap<string, string> = new Map(Object.entries(words.frequency));
const multiples: ReadonlyMap<string, number> = new Map(Object.entries(words.multiples));

/** The period of a frequency adverb (`weekly` is `week`, `bi-weekly` is `2 weeks`), or null. */
export const periodOf = (lower: string): string | null => periods.get(lower) ?? null;

/** The forms of verbs that stand for a multiple. */
export const MULTIPLES: readonly string[] = Object.keys(words.multiples);

/** The multiple that a form of a verb stands for (`doubled` is 2), or null. */
export const multipleOf = (lower: string): number | null => multiples.get(lower) ?? null;

export const VAGUE_PHRASES: readonly string[] = words.vaguePhrases;
export const OPEN_ENDED_PHRASES: readonly string[] = words.openEnded;
/** What a field calls by a word of praise or size, which is no judgement there: "hard drive", "small business". */
export const TERMS: readonly string[] = words.terms;
