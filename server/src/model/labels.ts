/** A number that people write for an item: "2", "O2", "KR #1.4". `kind` is null where no word says which. */
export interface Label {
  readonly kind: 'objective' | 'kr' | null;
  readonly number: string;
}

const LABEL = /^(?:(o|obj|objective|goal)|(kr|key[ -]?result))?\s*#?\s*(\d+(?:\.\d+)*)$/i;

/** Reads a label; null where the text is anything else. */
export function labelOf(text: string): Label | null {
  const match = LABEL.exec(text.trim());
  const number = match?.[3];
  if (!match || number === undefined) return null;
  return { kind: match[1] ? 'objective' : match[2] ? 'kr' : null, number };
}
