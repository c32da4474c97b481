/**
 * Text of a file as Markdown that shows it letter by letter: no emphasis, HTML, image, link or icon comes out of it, not
 * even an address that editors would turn into a link by themselves. Line breaks become spaces.
 */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&!$]/g, '\\$&')
    .replace(/:(?=\S)/g, '\\:')
    .replace(/(?<=\w)@|(?<=www)\./gi, '\\$&');
}

/** An id, keyword or piece of a file as code. Backticks cannot be escaped in there, and are left out. */
export function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ')}\``;
}

/** An http(s) address as a link that shows itself; any other text as text. */
export function link(address: string): string {
  if (!/^https?:\/\/[^\s<>]+$/i.test(address) || !URL.canParse(address)) return escaped(address);
  return `[${escaped(address)}](<${new URL(address).href}>)`;
}

/** Parts with a middle dot between them; those that are null or empty are left out. */
export function dotted(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** Paragraphs with a blank line between them; those that are null or empty are left out. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}
