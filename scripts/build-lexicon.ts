// Writes server/src/measure/lexicon-forms.json: the inflected forms of every verb in lexicon-verbs.json and the irregular
// plurals of every noun in lexicon-nouns.json. Run it after either list changes: node --import tsx scripts/build-lexicon.ts
import { readFileSync, writeFileSync } from 'node:fs';
import nlp from 'compromise';

const folder = new URL('../server/src/measure/', import.meta.url);
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>;
const words = (lists: Record<string, string>): string[] =>
  [...new Set(Object.values(lists).flatMap((list) => list.split(' ')))].sort();

interface Conjugation {
  PresentTense: string;
  PastTense: string;
  Participle?: string;
  Gerund: string;
}
interface Transforms {
  verb: { conjugate(verb: string, model: unknown): Conjugation };
  noun: { toPlural(noun: string, model: unknown): string };
}
// The library's typings leave its transforms out.
const library = nlp as unknown as { model(): unknown; methods(): { two: { transform: Transforms } } };
const model = library.model();
const { verb, noun } = library.methods().two.transform;

const CONSONANT_DOUBLED =
  /^(cut|set|ship|drop|trim|plan|map|spec|hit|get|win|net|begin|run|sit|put|split|log|jog|swim|pin|tag|chat|grab|slim|step|stop|top|wrap|shed|jam|cap|knit|bet|let|bid|patrol|tap|plug|program|debug|refer|transfer|submit|commit|permit|equip|unplug|kit|rid|dip|curb_|chop|shred)$/;

/** Present, past, participle and gerund; hyphenated verbs take the forms of their last part. */
function verbForms(lemma: string): string[] {
  const cut = lemma.lastIndexOf('-') + 1;
  const forms = verb.conjugate(lemma.slice(cut), model);
  let { PastTense: past, Gerund: gerund } = forms;
  if (!CONSONANT_DOUBLED.test(lemma) && /([bdgklmnprt])\1(ed|ing)$/.test(gerund) && !/([bdgklmnprt])\1$/.test(lemma)) {
    const stem = lemma.slice(cut);
    gerund = `${stem}ing`;
    if (past.endsWith('ed')) past = `${stem}ed`;
  }
  return [forms.PresentTense, past, forms.Participle ?? past, gerund].map((form) => lemma.slice(0, cut) + form);
}

/** The verb and its four forms, five words a line. */
const verbs = words(read('lexicon-verbs.json')).map((lemma) => [lemma, ...verbForms(lemma)].join(' '));
const plurals: Record<string, string> = {};
for (const lemma of words(read('lexicon-nouns.json'))) {
  const plural = noun.toPlural(lemma, model);
  if (plural !== `${lemma}s` && plural !== lemma) plurals[plural] = lemma;
}
writeFileSync(new URL('lexicon-forms.json', folder), `${JSON.stringify({ verbs, plurals }, null, 1)}\n`);
