/** A person as written: `@ana` has a handle, `Ana Souza` only a name. `name` is the handle where there is one. */
export interface Person {
  readonly handle: string | null;
  readonly name: string;
}

/** A letter or digit of any script, then letters, digits, dots, hyphens or underscores, not at the end. */
const HANDLE = /^@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_-])?)$/u;

/**
 * Reads one person: `@ana`, `Ana Souza`. Null where the text is empty, or begins with `@` and is no handle
 * (`@ana souza`, `@`).
 */
export function readPerson(text: string): Person | null {
  const name = text.trim().replace(/\s+/g, ' ');
  if (!name) return null;
  if (!name.startsWith('@')) return { handle: null, name };
  const handle = HANDLE.exec(name)?.[1];
  return handle ? { handle, name: handle } : null;
}

/**
 * The handle, without `@`, that a plain name suggests: `Ana Souza` gives `ana-souza`. Accents go, other scripts stay.
 * Null where nothing of the name can stand in a handle.
 */
export function suggestedHandle(name: string): string | null {
  const plain = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return HANDLE.test(`@${plain}`) ? plain : null;
}
