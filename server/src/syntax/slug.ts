/**
 * The id that a title stands for: its letters (of any script) and digits in lower case, with `-` for what is between
 * them. At most 40 characters, cut at a `-` where there is one; empty where the title has neither letter nor digit.
 */
export function slug(title: string): string {
  const whole = title
    .slice(0, 400)
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  if (whole.length <= 40) return whole;
  const cut = whole.lastIndexOf('-', 40);
  return cut > 0 ? whole.slice(0, cut) : Array.from(whole).slice(0, 40).join('');
}
