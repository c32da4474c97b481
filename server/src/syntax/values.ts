import { isWhite } from './alphabet.ts';
import { piece, trimmed } from './text.ts';
import type { Text } from './tree.ts';

/** A value split at its list commas, those before white space or the end; empty parts are left out. */
export function listParts(text: string, value: Text): readonly Text[] {
  if (value.text === '') return [];
  if (!value.text.includes(',')) return [value];
  const parts: Text[] = [];
  let start = value.from;
  for (let at = value.from; at <= value.to; at++) {
    const isEnd = at === value.to;
    if (!isEnd && !(text[at] === ',' && (at + 1 === value.to || isWhite(text.charCodeAt(at + 1))))) continue;
    const part = trimmed(text, start, at);
    if (part.text !== '') parts.push(part);
    start = at + 1;
  }
  return parts;
}

/** The people named in a text as `@handle`, the `@` included; an e-mail address names nobody. */
export function peopleIn(text: string, body: Text): readonly Text[] {
  if (!body.text.includes('@')) return [];
  const people: Text[] = [];
  const handle = /(?<![\p{L}\p{N}_@./+-])@[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/gu;
  for (const match of body.text.matchAll(handle)) {
    const from = body.from + match.index;
    people.push(piece(text, from, from + match[0].length));
  }
  return people;
}
