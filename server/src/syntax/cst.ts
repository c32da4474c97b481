import type { CstElement, CstNode, IToken } from 'chevrotain';
import { isWhite } from './alphabet.ts';
import { trimmed } from './text.ts';
import type { Text } from './tree.ts';

/** The first token of that name among the node's children; undefined where recovery left it out. */
export function tokenOf(node: CstNode, name: string): IToken | undefined {
  const first = node.children[name]?.[0];
  return first !== undefined && 'image' in first && first.startOffset >= 0 ? first : undefined;
}

/** What the lines of each rule begin with, the most frequent first. Asking for each costs less than listing what is there. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  line: [
    'Property',
    'EntryDate',
    'NoteMark',
    'Box',
    'Comment',
    'Stray',
    'UnknownName',
    'BareDate',
    'Label',
    'QuantityGoal',
  ],
  header: ['KeyResult', 'Objective', 'Kpi', 'Scope', 'Misspelt'],
  cycle: ['Cycle'],
  directive: ['Directive'],
};

/** The token that begins the line of a node and says what it is; undefined where recovery left it out. */
export function opener(node: CstNode): IToken | undefined {
  for (const name of OPENERS[node.name] ?? []) {
    if (node.children[name] !== undefined) return tokenOf(node, name);
  }
  return undefined;
}

/** A line's node with the token that begins it. */
export interface LineNode {
  readonly node: CstNode;
  readonly token: IToken;
}

interface Queue {
  readonly elements: readonly CstElement[];
  at: number;
  next: LineNode | undefined;
}

function advance(queue: Queue): void {
  queue.next = undefined;
  while (queue.next === undefined && queue.at < queue.elements.length) {
    const node = queue.elements[queue.at++];
    if (node === undefined || !('children' in node)) continue;
    const token = opener(node);
    if (token !== undefined) queue.next = { node, token };
  }
}

/** Gives the nodes of a block's lines one after another: the first not yet given that begins before `end`. */
export function nodesInOrder(block: CstNode): (end: number) => LineNode | undefined {
  const queues: Queue[] = [];
  for (const name in OPENERS) {
    const elements = block.children[name];
    if (elements === undefined) continue;
    const queue: Queue = { elements, at: 0, next: undefined };
    advance(queue);
    queues.push(queue);
  }
  return (end) => {
    for (const queue of queues) {
      const { next } = queue;
      if (next === undefined || next.token.startOffset >= end) continue;
      advance(queue);
      return next;
    }
    return undefined;
  };
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

export function textOf(token: IToken): Text {
  return { from: token.startOffset, to: endOf(token), text: token.image };
}

/** The rest of the line behind its first tokens, trimmed; empty and at `otherwise` where there is none. */
export function restOf(text: string, node: CstNode, name: string, otherwise: number): Text {
  const rest = tokenOf(node, name);
  if (rest === undefined) return { from: otherwise, to: otherwise, text: '' };
  const { image, startOffset } = rest;
  if (isWhite(image.charCodeAt(0)) || isWhite(image.charCodeAt(image.length - 1))) {
    return trimmed(text, startOffset, startOffset + image.length);
  }
  return { from: startOffset, to: startOffset + image.length, text: image };
}
