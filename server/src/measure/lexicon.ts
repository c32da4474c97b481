import forms from './lexicon-forms.json' with { type: 'json' };
import nouns from './lexicon-nouns.json' with { type: 'json' };
import verbs from './lexicon-verbs.json' with { type: 'json' };
import words from './lexicon-words.json' with { type: 'json' };
import { Form, List, Noun, Verb } from './word-classes.ts';

export interface VerbEntry {
  readonly lemma: string;
  /** Bits of `Verb`. */
  readonly classes: number;
  /** Bits of `Form`: which forms of the verb the word can be. */
  readonly forms: number;
  /** Whether it names an effort that has no end of its own. */
  readonly vague: boolean;
}

/** All that the lexicon knows of a word. A word it does not know has no verb, no noun classes and no lists. */
export interface WordEntry {
  readonly verb: VerbEntry | null;
  /** Bits of `Noun`. */
  readonly nouns: number;
  /** Bits of `List`. */
  readonly lists: number;
  /** Whether it is the plural of a noun of the lexicon. */
  readonly plural: boolean;
}

const split = (list: string): string[] => list.split(' ');
/** What is known of a word that the lexicon does not have. */
export const UNKNOWN: WordEntry = { verb: null, nouns: 0, lists: 0, plural: false };

const PEOPLE: WordEntry = { verb: null, nouns: Noun.people, lists: 0, plural: true };
/** Plurals whose ending says that they are people: "downloaders", "cellists", "retirees". Things that end so are listed. */
const DOERS = /^[a-z]{3,}(?:[^aeiou]ers|[^aeiou]ors|[^lx]ists|[^r]ees|ians|eers)$/;
/** "Renegotiate", "re-engineer", "co-write": what is done once more, before, or together is still that. */
const AGAIN = /^(?:re-|co-|pre-|over-|self-|auto-|un-|de-|re)([a-z]{4,})$/;
/** In the order in which the forms of a verb are written. */
const FORMS: readonly number[] = [Form.base, Form.present, Form.past, Form.participle, Form.gerund];
const SINGULARS: Readonly<Record<string, string>> = forms.plurals;

/** The bits of each word. */
type Bits = ReadonlyMap<string, number>;

/** The lists as they are written, by word. What follows from them is worked out for the words that are asked for. */
interface Tables {
  readonly verbs: Bits;
  readonly nouns: Bits;
  readonly lists: Bits;
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
  const classes = bitsOf(Verb, verbs);
  for (const lemma of classes.keys()) {
    const base = places.get(lemma) ?? conjugated.length;
    for (let at = base + 1; at < base + FORMS.length; at++) {
      const form = conjugated[at];
      if (form !== undefined && !places.has(form)) places.set(form, base);
    }
  }
  return {
    verbs: classes,
    nouns: bitsOf(Noun, nouns),
    lists: bitsOf(List, words),
    conjugated,
    forms: places,
    irregular: new Set(Object.values(SINGULARS)),
  };
}

/** The bits of the words of some lists. */
function bitsOf<Name extends string>(
  bits: Readonly<Record<Name, number>>,
  lists: Readonly<Record<NoInfer<Name>, string>>,
): Bits {
  const found = new Map<string, number>();
  for (const name in bits) for (const word of split(lists[name])) found.set(word, (found.get(word) ?? 0) | bits[name]);
  return found;
}

/** What the lexicon says of a word; null where it does not have it. */
function entryOf(word: string, tables: Tables): WordEntry | null {
  const verb = verbOf(word, tables);
  const singular = singularOf(word, tables);
  const nouns = tables.nouns.get(word) ?? 0;
  const lists = tables.lists.get(word) ?? 0;
  if (verb === null && (singular | nouns | lists) === 0) return null;
  return { verb, nouns: nouns | singular, lists, plural: singular !== 0 };
}

function verbOf(word: string, { verbs: classes, lists, conjugated, forms: places }: Tables): VerbEntry | null {
  const base = places.get(word);
  const lemma = base === undefined ? undefined : conjugated[base];
  if (base === undefined || lemma === undefined) return null;
  return {
    lemma,
    classes: classes.get(lemma) ?? 0,
    forms: FORMS.reduce((forms, form, index) => (conjugated[base + index] === word ? forms | form : forms), 0),
    vague: ((lists.get(lemma) ?? 0) & List.vagueVerbs) !== 0,
  };
}

/** The classes of the nouns whose plural a word is: bits of `Noun`, none where it is no plural. */
function singularOf(word: string, { nouns: classes, irregular }: Tables): number {
  const listed = Object.hasOwn(SINGULARS, word) ? (classes.get(SINGULARS[word] ?? '') ?? 0) : 0;
  const plain = word.endsWith('s') ? word.slice(0, -1) : '';
  return listed | (irregular.has(plain) ? 0 : (classes.get(plain) ?? 0));
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
  return last && last.nouns !== 0 ? { ...UNKNOWN, nouns: last.nouns, plural: last.plural } : UNKNOWN;
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
