import type { TextEdit } from '../syntax/blocks.ts';
import type { Span } from '../syntax/tree.ts';

/** A text after edits: stretches of the one before them, in its order, with new text between them. */
export type Pieces = readonly (Span | string)[];

/** The pieces of a text that nothing was done to yet. */
export function untouched(length: number): Pieces {
  return [{ from: 0, to: length }];
}

/** The pieces after one more edit, whose offsets count in the text that the pieces make now. */
export function withEdit(pieces: Pieces, { from, to, newText }: TextEdit): Pieces {
  return [...part(pieces, 0, from), newText, ...part(pieces, to, Infinity)];
}

function part(pieces: Pieces, from: number, to: number): Pieces {
  const kept: (Span | string)[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.to - piece.from;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) {
      kept.push(
        typeof piece === 'string' ? piece.slice(start, end) : { from: piece.from + start, to: piece.from + end },
      );
    }
    at += length;
  }
  return kept;
}

/** The edits that make the pieces of the text before, in its order, apart from each other, with offsets in that text. */
export function editsOf(pieces: Pieces, length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let newText = '';
  for (const piece of [...pieces, { from: length, to: length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (piece.from > at || newText !== '') edits.push({ from: at, to: piece.from, newText });
    at = piece.to;
    newText = '';
  }
  return edits;
}
