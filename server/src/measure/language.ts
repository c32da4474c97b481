import { isOn, nounClasses, verbOf } from './lexicon.ts';

/** Little words, and the verbs that begin goals, of languages that share the Latin script. English has none of them. */
const FOREIGN = new Set(
  (
    'de da do das dos em para até não por com uma um os nas nos ao aos pela pelo mais menos cada todos todas são ser ter ' +
    'el la los las del por con una más cada todos hasta sin ' +
    'le les des du et pour avec dans une sur aux est sont chaque tous plus ' +
    'der die das den dem und für mit von auf bis ein eine einen pro alle jeder nicht wir ist sind werden ' +
    'il di per della delle dei gli nel che ogni ' +
    'het een van voor met naar ' +
    'và của cho các với những được trong tăng giảm đạt người ' +
    'aumentar reduzir alcançar atingir lançar melhorar criar manter diminuir obter realizar conseguir crescer garantir ' +
    'reducir alcanzar lanzar mejorar crear mantener lograr ' +
    'augmenter réduire atteindre lancer améliorer créer maintenir ' +
    'erhöhen steigern senken erreichen verbessern verringern'
  ).split(' '),
);
/** Words of that list which English titles hold too: names, abbreviations, figures of speech. */
const SHARED = new Set([
  'die',
  'do',
  'pro',
  'per',
  'la',
  'de',
  'plus',
  'sur',
  'dos',
  'van',
  'el',
  'met',
  'das',
  'ser',
  'das',
]);

/** Whether a title is English, by its script and its little words. An empty or nameless title counts as English. */
export function isEnglish(words: readonly { readonly lower: string; readonly kind: string }[]): boolean {
  let foreign = 0;
  let known = 0;
  let latin = 0;
  let beyond = 0;
  for (const { lower, kind } of words) {
    if (kind !== 'word') continue;
    // Past Latin and its extensions: another script.
    if (lower.charCodeAt(0) > 0x24f) beyond += Math.max(1, lower.length / 2);
    else latin++;
    if (FOREIGN.has(lower)) foreign += SHARED.has(lower) ? 0.5 : 1;
    else if (/[à-öø-ÿāăđĩũơưạ-ỹ]/.test(lower)) foreign += 0.5;
    if (isOn('prepositions', lower) || isOn('determiners', lower) || isOn('auxiliaries', lower)) known += 1;
    else if (verbOf(lower) !== undefined || nounClasses(lower).size > 0) known += 0.6;
  }
  if (beyond > latin) return false;
  return foreign === 0 || foreign <= known;
}
