import type nouns from './lexicon-nouns.json';
import type verbs from './lexicon-verbs.json';
import type words from './lexicon-words.json';

// The classes of words as bits, so that what is known of a word is a few numbers, and a question about several classes is one.

/**
 * What a verb says of its object: more of it (`up`), less of it (`down`), better in no stated way (`better`), a level
 * arrived at (`attain`), got from others (`obtain`), made or done once (`work`), gone on with (`effort`), held as it is
 * (`keep`), how things are (`state`), work that its object must bring to an end (`open`: to read, to test), or a meeting
 * with those who stay as they were (`contact`). A verb may have several of these.
 */
export const Verb = {
  up: 1,
  down: 2,
  better: 4,
  attain: 8,
  obtain: 16,
  work: 32,
  effort: 64,
  keep: 128,
  state: 256,
  open: 512,
  contact: 1024,
} as const satisfies Record<keyof typeof verbs, number>;

/** The forms that a word can be of its verb. */
export const Form = { base: 1, present: 2, past: 4, participle: 8, gerund: 16 } as const;

/** What a noun counts: people outside, people inside, a figure, a product of work, a quality, or a plan written elsewhere. */
export const Noun = {
  people: 1,
  staff: 2,
  metric: 4,
  output: 8,
  quality: 16,
  elsewhere: 32,
} as const satisfies Record<keyof typeof nouns, number>;

type Lists = typeof words;

/** The plain lists of words: function words, vague words, months … */
export const List = {
  quality: 1,
  loose: 2,
  settled: 4,
  vagueVerbs: 8,
  determiners: 16,
  prepositions: 32,
  conjunctions: 64,
  auxiliaries: 128,
  pronouns: 256,
  wholeUniversals: 512,
  noneUniversals: 1024,
  months: 2048,
  weekdays: 4096,
  periods: 8192,
  events: 16384,
  more: 32768,
  less: 65536,
  things: 131072,
} as const satisfies Record<{ [K in keyof Lists]: Lists[K] extends string ? K : never }[keyof Lists], number>;
