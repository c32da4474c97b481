import type { Prose } from './prose.ts';

const MEASURES = new Set(
  'kg g mg t lb lbs oz km m mi cm mm mile miles kilometer kilometers kilometre kilometres metre metres meter meters kwh mwh gwh kw mw l ml °c fps rps qps tps dpi px pt pts dau mau'.split(
    ' ',
  ),
);

/** A unit of measure that is no unit of the shared table: "80kg", "20 miles". */
export function isMeasureAt(prose: Prose, at: number): boolean {
  const piece = prose.pieces[at];
  if (!piece || piece.kind !== 'word' || !MEASURES.has(piece.lower) || /^ML$/.test(piece.text)) return false;
  return piece.lower.length > 1 || prose.pieces[at - 1]?.to === piece.from;
}
