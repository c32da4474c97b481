import { isOn, OPEN_ENDED, VAGUE_PHRASES } from './lexicon.ts';
import type { Prose } from './prose.ts';
import type { Phrase } from './reading.ts';
import type { Target } from './targets.ts';

const starts = new Map<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** The phrases of a list by their first word, so that a title is walked once. */
function byFirstWord(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  let map = starts.get(list);
  if (!map) {
    const made = new Map<string, string[]>();
    for (const phrase of [...list].sort((a, b) => b.length - a.length)) {
      const [first = ''] = phrase.split(/[ .]/);
      const found = made.get(first);
      if (found) found.push(phrase);
      else made.set(first, [phrase]);
    }
    map = made;
    starts.set(list, map);
  }
  return map;
}

/** The phrases of a list that occur in the title, in their order, none inside another. */
function findPhrases(prose: Prose, list: readonly string[]): Phrase[] {
  const found: Phrase[] = [];
  const lower = prose.text.toLowerCase();
  const map = byFirstWord(list);
  let past = 0;
  for (const piece of prose.pieces) {
    if (piece.from < past) continue;
    for (const phrase of map.get(piece.lower) ?? []) {
      if (!lower.startsWith(phrase, piece.from) || /\w/.test(lower[piece.from + phrase.length] ?? '')) continue;
      past = piece.from + phrase.length;
      found.push({ text: prose.text.slice(piece.from, past), from: piece.from, to: past });
      break;
    }
  }
  return found;
}

/** Words that leave success to taste and that no number settles. */
export function findVague(prose: Prose, targets: readonly Target[], start: number): readonly Phrase[] {
  const found = findPhrases(prose, VAGUE_PHRASES);
  const measured = targets.length > 0;
  prose.pieces.forEach((piece, i) => {
    if (piece.kind !== 'word' || piece.amount >= 0) return;
    const inPhrase = found.some((phrase) => piece.from >= phrase.from && piece.from < phrase.to);
    if (inPhrase) return;
    const verb =
      piece.verb !== undefined &&
      isOn('vagueVerbs', piece.verb.lemma) &&
      (piece.verb.forms.has('base') || piece.verb.forms.has('gerund'));
    if (
      verb &&
      (measured || (i !== start && prose.pieces[i - 1]?.lower !== 'to' && prose.pieces[i - 1]?.lower !== 'and'))
    )
      return;
    if (!verb && !isOn('vague', piece.lower)) return;
    if (measured && !verb && !['key', 'strategic'].includes(piece.lower) && piece.lower.endsWith('er')) return;
    found.push({ text: piece.text, from: piece.from, to: piece.to });
  });
  return found.sort((a, b) => a.from - b.from);
}

/** Phrases that leave the end open: "etc.", "as needed", "try to". */
export function findOpenEnded(prose: Prose): readonly Phrase[] {
  return findPhrases(prose, OPEN_ENDED);
}
