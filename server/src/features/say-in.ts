import { english, filled } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';

/**
 * How messages are said in the language of a locale such as `de-AT`. English, for languages without a translation too,
 * loads nothing; so is a text that has no translation said in English.
 */
export async function sayIn(locale: string | undefined): Promise<Say> {
  if (!/^de(?:-|$)/i.test(locale ?? '')) return english;
  const { default: words } = await import('./german.json', { with: { type: 'json' } });
  const german = new Map(Object.entries(words));
  const say: Say = ({ text, args }) => filled(german.get(text) ?? text, args, say);
  return say;
}
