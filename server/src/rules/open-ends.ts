import type { Phrase, Reading } from '../measure/reading.ts';

/** "As needed" says how much rather than where it ends: it is vague, and OKR201's. */
const HOW_MUCH = /^(?:as|where|if|when)\s+(?:they\s+)?(?:needed?|necessary|required|appropriate|relevant|applicable)$/i;

/** The phrases of a title that leave its end open. Those that OKR206 reports, OKR201 does not. */
export function openEndsOf({ openEnded, placeholder }: Reading): readonly Phrase[] {
  return placeholder ? [] : openEnded.filter(({ text }) => !HOW_MUCH.test(text));
}
