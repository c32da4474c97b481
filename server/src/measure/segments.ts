/** Offsets into a value. */
export interface ValueSpan {
  readonly from: number;
  readonly to: number;
}

/** A part of a value with its place; `text` has no white space around it. */
export interface Segment extends ValueSpan {
  readonly text: string;
}

/** The part of a text between two offsets, without white space around it. */
export function segmentOf(text: string, from: number, to: number): Segment {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const trimmed = part.trim();
  return { text: trimmed, from: start, to: start + trimmed.length };
}

/**
 * The offset of the next comma that separates: one with white space, or nothing, behind it. The comma of "108,200" does
 * not. The length of the text where there is none.
 */
export function nextSeparator(text: string, start: number): number {
  for (let at = text.indexOf(',', start); at >= 0; at = text.indexOf(',', at + 1)) {
    const next = text[at + 1];
    if (next === undefined || /\s/.test(next)) return at;
  }
  return text.length;
}

export function spanOf(segment: Segment): ValueSpan {
  return { from: segment.from, to: segment.to };
}

/** The reason that the rest of a line gives, null where there is no rest. */
export function reasonOf(rest: Segment): { readonly why: string | null; readonly whyAt: ValueSpan | null } {
  return rest.text ? { why: rest.text, whyAt: spanOf(rest) } : { why: null, whyAt: null };
}
