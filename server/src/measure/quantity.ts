/** What a unit measures. Two quantities compare when their dimensions agree, or when either only counts things. */
export type Dimension = 'percent' | 'points' | 'currency' | 'time' | 'data' | 'times' | 'count';

/**
 * A unit as it was understood.
 *
 * `name` is the canonical name: `%`, `pp`, an ISO currency, `h`, `GB`, `x`, or the counted noun (`visitors`, `NPS`).
 * `factor` takes a value to the base of its dimension: seconds for time, bytes for data, 1 elsewhere.
 * `per` is the other side of a rate: `month` in "4 per month"; `perSeconds` its length in seconds, or null where it is
 * no stretch of time ("10 discussions per group").
 */
export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly per: string | null;
  readonly perSeconds: number | null;
}

export type Comparator = '=' | '>=' | '<=' | '>' | '<';

/** `abs` is a level to be at, `delta` a change against the baseline, `mult` a multiple of the baseline. */
export type QuantityKind = 'abs' | 'delta' | 'mult';

/**
 * A number with what belongs to it, read from prose or from a metric.
 *
 * `value` is in `unit` (scales such as k and M already multiplied in); a pair is a range, low first.
 * `whole` is the m of "n of m" and "n/m", else null. `from` and `to` are offsets into the text that was read.
 */
export interface Quantity {
  readonly value: number | readonly [number, number];
  readonly unit: Unit | null;
  readonly op: Comparator;
  readonly kind: QuantityKind;
  readonly whole: number | null;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The quantity with some of it said otherwise. Each field is written out: a spread that is then changed costs ten times that. */
export const otherwise = (
  quantity: Quantity,
  {
    value = quantity.value,
    unit = quantity.unit,
    op = quantity.op,
    kind = quantity.kind,
  }: Partial<Pick<Quantity, 'value' | 'unit' | 'op' | 'kind'>>,
): Quantity => ({
  value,
  unit,
  op,
  kind,
  whole: quantity.whole,
  text: quantity.text,
  from: quantity.from,
  to: quantity.to,
});
