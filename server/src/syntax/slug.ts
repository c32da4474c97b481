import { ID_CHARACTER } from './alphabet.ts';

const WORD = new RegExp(`${ID_CHARACTER}+`, 'g');

/** The most characters of a slug. */
const LONGEST = 40;

/**
 * The id that a title stands for: its letters (of any script) and digits in lower case, with `-` for what is between
 * them. At most 40 characters, cut between words where there is more than one; empty where the title has neither.
 */
export function slug(title: string): string {
  const plain = title
    .slice(0, 400)
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]/g, '');
  const whole = (plain.match(WORD) ?? []).join('-');
  if (whole.length <= LONGEST) return whole;
  const cut = whole.lastIndexOf('-', LONGEST);
  if (cut > 0) return whole.slice(0, cut);
  return Array.from(whole).slice(0, LONGEST).join('');
}
