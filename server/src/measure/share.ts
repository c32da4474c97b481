/**
 * A share as it was written: 0–1, and whether it lies within that. `form` is how it was written: `0.7`, `7/10` or `70%`.
 */
export interface Share {
  readonly value: number;
  readonly inRange: boolean;
  readonly form: 'decimal' | 'fraction' | 'percent';
}

const SHARE = /^(-?)(\d{1,15}(?:\.\d{1,20})?|\.\d{1,20})(?:\s*(%|percent)|\s*(?:\/|of|out of)\s*(\d{1,15}))?$/i;

/**
 * Reads a confidence or a score: `0.0`–`1.0`, `7/10`, `7 of 10`, `70%`. Null where the text is anything else, or a part
 * of 0. A value outside 0–1 (`7`, `120%`, `11/10`) is given as it is, and said not to be in range.
 */
export function readShare(text: string): Share | null {
  if (text.length > 60) return null;
  const match = SHARE.exec(text.trim());
  if (!match) return null;
  const number = Number(`${match[1]}${match[2]}`);
  const whole = match[4] === undefined ? null : Number(match[4]);
  if (whole === 0) return null;
  const form = match[3] ? 'percent' : whole === null ? 'decimal' : 'fraction';
  const value = form === 'percent' ? number / 100 : number / (whole ?? 1);
  return { value, inRange: value >= 0 && value <= 1, form };
}
