import type { Node } from 'jsonc-parser';
import { said } from '../syntax/said.ts';
import type { Said, SaidArgument } from '../syntax/said.ts';
import { nearest } from '../syntax/nearest.ts';

/** Something wrong in a configuration file. Offsets count from the start of its text, end exclusive. */
export interface ConfigProblem {
  readonly from: number;
  readonly to: number;
  readonly message: Said;
  /** What was probably meant, ready to replace `from`–`to`; null where nothing is near. */
  readonly better: string | null;
}

/** Takes problems as they are found. */
export type Complain = (problem: ConfigProblem) => void;

/** A problem that spans a value or key. */
export function at(node: Node, message: Said, better: string | null = null): ConfigProblem {
  return {
    from: node.offset,
    to: node.offset + node.length,
    message,
    better: better === null ? null : JSON.stringify(better),
  };
}

/** `a, b or c`. */
function anyOf(words: readonly string[]): SaidArgument {
  const rest = words.slice(0, -1).join(', ');
  return rest === '' ? words.join('') : said`${rest} or ${words.at(-1) ?? ''}`;
}

/** A name that is none of those that may stand there, with the nearest of them. */
export function unknownName(node: Node, name: string, what: Said, known: readonly string[]): ConfigProblem {
  const better = nearest(name, known)[0] ?? null;
  const none = said`There is no ${what} "${name}".`;
  if (better !== null) return at(node, said`${none} Did you mean "${better}"?`, better);
  return at(node, known.length <= 12 ? said`${none} Use ${anyOf(known)}.` : none);
}

/** A member of a JSON object. `value` is undefined for a key without one, in a file being typed. */
export interface Member {
  readonly key: Node;
  readonly name: string;
  readonly value: Node | undefined;
}

/** The members of a JSON object, each key once: of a key that stands twice the last counts, and the others are told. */
export function membersOf(node: Node, complain: Complain): readonly Member[] {
  const members = new Map<string, Member>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (!key) continue;
    const name = textOf(key) ?? '';
    const before = members.get(name);
    if (before) complain(at(before.key, said`"${name}" stands twice; the later one counts. Take one away.`));
    members.set(name, { key, name, value });
  }
  return [...members.values()];
}

/** The text of a JSON string, else null. */
export function textOf(node: Node | undefined): string | null {
  const value: unknown = node?.type === 'string' ? node.value : null;
  return typeof value === 'string' ? value : null;
}

/** The number of a JSON number, else null. */
export function numberOf(node: Node): number | null {
  const value: unknown = node.value;
  return typeof value === 'number' ? value : null;
}

/** The texts of a JSON array of strings. Anything else in its place is told, and what is text is kept. */
export function textsOf(node: Node, what: string, complain: Complain): readonly string[] {
  if (node.type !== 'array') {
    complain(at(node, said`${what} is a list of texts, e.g. ["drafts/**"].`));
    return [];
  }
  return (node.children ?? []).flatMap((child) => {
    const text = textOf(child);
    if (text === null) complain(at(child, said`${what} holds texts only.`));
    return text ?? [];
  });
}
