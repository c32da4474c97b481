import type { CstNode, IToken } from 'chevrotain';
import type { Span, Text } from './tree.ts';
import { trimmed } from './text.ts';

/** The first token of that name among the node's children; undefined where recovery left it out. */
export function tokenOf(node: CstNode, name: string): IToken | undefined {
  const first = node.children[name]?.[0];
  return first !== undefined && 'image' in first && first.startOffset >= 0 ? first : undefined;
}

/** The node's first token, which says what the line is. */
export function opener(node: CstNode): IToken | undefined {
  for (const name in node.children) return tokenOf(node, name);
  return undefined;
}

/** All tokens of that name. */
export function tokensOf(node: CstNode, name: string): IToken[] {
  const found: IToken[] = [];
  for (const child of node.children[name] ?? []) if ('image' in child && child.startOffset >= 0) found.push(child);
  return found;
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

export function spanOf(token: IToken): Span {
  return { from: token.startOffset, to: endOf(token) };
}

export function textOf(token: IToken): Text {
  return { from: token.startOffset, to: endOf(token), text: token.image };
}

/** The rest of the line behind its first tokens, trimmed; empty and at `otherwise` where there is none. */
export function restOf(text: string, node: CstNode, name: string, otherwise: number): Text {
  const rest = tokenOf(node, name);
  if (rest === undefined) return { from: otherwise, to: otherwise, text: '' };
  return trimmed(text, rest.startOffset, endOf(rest));
}
