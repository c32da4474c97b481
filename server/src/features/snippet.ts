import { joined } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';

/** Text as it stands in a snippet, where `$`, `}` and `\` have a meaning. */
export function plainly(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/** A place to fill in, with what stands there at first. */
export function stop(number: number, text: string): string {
  return `\${${String(number)}:${plainly(text)}}`;
}

/** A place to fill in, with words that say what belongs there. */
export function stopSaying(number: number, what: Said): Said {
  return joined([`\${${String(number)}:`, what, '}'], '');
}

/** A place to choose one of several texts for; to fill in where there is only one or none. */
export function choice(number: number, texts: readonly string[], otherwise: string): string {
  if (texts.length < 2) return stop(number, texts[0] ?? otherwise);
  return `\${${String(number)}|${texts.map((text) => text.replace(/[$}\\,|]/g, '\\$&')).join(',')}|}`;
}

/** A quantity as written, with its number to be filled in and its unit in place: `34%`, `$1.5M`, `7.5 h`. */
export function numberToFill(number: number, quantity: string): string {
  const match = /[+-]?\d[\d.,]*/.exec(quantity);
  if (match === null) return stop(number, quantity);
  const [digits] = match;
  return (
    plainly(quantity.slice(0, match.index)) +
    stop(number, digits) +
    plainly(quantity.slice(match.index + digits.length))
  );
}
