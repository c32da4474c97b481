import type { WordEntry } from './lexicon.ts';

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

/**
 * Whether a title is English, by its script and its little words. Names and words the lexicon does not know count for no
 * language, so that a title of names alone is English.
 */
export function isEnglish(
  words: readonly { readonly lower: string; readonly kind: string; readonly entry: WordEntry }[],
): boolean {
  let foreign = 0;
  let known = 0;
  let latin = 0;
  let beyond = 0;
  for (const { lower, kind, entry } of words) {
    if (kind !== 'word') continue;
    // Past Latin and its extensions: another script. Vietnamese has its own letters between 1EA0 and 1EF9.
    const code = lower.charCodeAt(0);
    if (code > 0x24f && (code < 0x1e00 || code > 0x1eff)) beyond += Math.max(1, lower.length / 2);
    else latin++;
    if (entry.lists.has('prepositions') || entry.lists.has('determiners') || entry.lists.has('auxiliaries')) known += 1;
    else if (FOREIGN.has(lower)) foreign += 1;
    else if (entry.verb !== null || entry.nouns.size > 0) known += 0.6;
    else if (/[à-öø-ÿāăđĩũơưạ-ỹ]/.test(lower)) foreign += 0.5;
  }
  if (beyond > latin) return false;
  return foreign === 0 || foreign <= known;
}
