import { said } from '../syntax/said.ts';
import type { Quantity, Unit } from './quantity.ts';
import { isPhysical } from './si-units.ts';
import { singular } from './units.ts';
import { hint } from './value-problem.ts';
import type { ValueProblem } from './value-problem.ts';

/** Digits that may be thousands in other languages: "1.500". */
export const POINTED = /^[1-9]\d{0,2}\.\d{3}$/;

/** Things that are counted in parts, too. */
const IN_PARTS = /(?:^|\s)(?:points|stars|miles|inches|ftes|units)$/i;

/**
 * Whether three digits behind a point can only group: nothing that comes in wholes has thousandths, and no sum of money, while
 * a price per something may.
 */
export function comesWhole({ name, dimension, per }: Unit): boolean {
  if (dimension === 'currency') return per === null;
  if (dimension !== 'count' || isPhysical(name) || IN_PARTS.test(name)) return false;
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return /^\p{Ll}{3}/u.test(last) && singular(last) !== last;
}

/** "1,500" for "1.500". */
export const groupedByCommas = (digits: string): string => digits.replace('.', ',');

/** A hint about digits that were read as a decimal and may be thousands. Null where the quantity is no such digits. */
export function mayBeThousands({ text, from, to }: Quantity): ValueProblem | null {
  if (!POINTED.test(text)) return null;
  const better = groupedByCommas(text);
  const says = said`"${text}" is read as a decimal, for a point is the decimal sign. Where it groups thousands write ${better}.`;
  return hint(says, from, to, { title: said`Write ${better}`, from, to, newText: better });
}
