/** A person as written: `@ana` has a handle, `Ana Souza` only a name. `name` is the handle where there is one. */
export interface Person {
  readonly handle: string | null;
  readonly name: string;
}

/** A letter or digit, then letters, digits, dots, hyphens or underscores, not at the end. */
const LATIN_HANDLE = /^@([A-Za-z0-9](?:[\w.-]*[\w-])?)$/;

/** The handle of a text that is `@` and a handle, of letters of any script; null for any other text. */
function handleOf(text: string): string | null {
  const latin = LATIN_HANDLE.exec(text)?.[1];
  if (latin !== undefined) return latin;
  // Made where it is needed: all scripts take a hundred times as long to compile, and few plans need them.
  return /^@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_-])?)$/u.exec(text)?.[1] ?? null;
}

/** No name is longer. */
const LONGEST = 200;

/**
 * Reads one person: `@ana`, `Ana Souza`. Null where the text is empty or far too long, or begins with `@` and
 * is no handle (`@ana souza`, `@`).
 */
export function readPerson(text: string): Person | null {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > LONGEST) return null;
  const name = trimmed.replace(/\s+/g, ' ');
  if (!name.startsWith('@')) return { handle: null, name };
  const handle = handleOf(name);
  return handle !== null ? { handle, name: handle } : null;
}

/**
 * The handle, without `@`, that a plain name suggests: `Ana Souza` gives `ana-souza`. Accents go, other scripts stay.
 * Null where nothing of the name can stand in a handle.
 */
export function suggestedHandle(name: string): string | null {
  if (name.length > LONGEST) return null;
  const plain = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return handleOf(`@${plain}`);
}
