import { lookUp } from '../measure/lexicon.ts';
import { Verb } from '../measure/word-classes.ts';
import { isVerb } from '../measure/prose.ts';

/** The verb that a title begins with and the way it points, whatever its numbers say. */
export interface VerbDirection {
  readonly word: string;
  readonly direction: 'increase' | 'decrease';
}

/** Reads the direction off one of the first three words; null where the title begins with no verb of change. */
export function verbDirection(title: string): VerbDirection | null {
  for (const word of title.slice(0, 200).trim().split(/\s+/, 3)) {
    const entry = lookUp(word.toLowerCase());
    if (!entry.verb) continue;
    const [up, down] = [isVerb(entry, Verb.up), isVerb(entry, Verb.down)];
    if (up === down) return null;
    return { word, direction: up ? 'increase' : 'decrease' };
  }
  return null;
}
