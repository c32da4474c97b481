import { lookUp } from '../measure/lexicon.ts';

/** The verb that a title begins with and the way it points, whatever its numbers say. */
export interface VerbDirection {
  readonly word: string;
  readonly direction: 'increase' | 'decrease';
}

/** Reads the direction off one of the first three words; null where the title begins with no verb of change. */
export function verbDirection(title: string): VerbDirection | null {
  for (const word of title.slice(0, 200).trim().split(/\s+/).slice(0, 3)) {
    const verb = lookUp(word.toLowerCase()).verb;
    if (!verb) continue;
    const [up, down] = [verb.classes.has('up'), verb.classes.has('down')];
    if (up === down) return null;
    return { word, direction: up ? 'increase' : 'decrease' };
  }
  return null;
}
