import { english, said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { DocumentLink, Position } from 'vscode-languageserver-types';
import { itemName } from '../model/links.ts';
import type { Item, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import type { Line, Text } from '../syntax/tree.ts';
import { cursorAt } from './cursor.ts';
import { SCOPE_NAMES } from './figure-words.ts';
import { offsetAt, rangeIn, rangeOf } from './layout.ts';
import { declarationsOf } from './links.ts';
import { occurrencesIn, symbolAt } from './occurrences.ts';
import type { Entity, Occurrence } from './occurrences.ts';

/**
 * The links of a file: web and mail addresses in notes, values and remarks, complete; and what references, owners and
 * handles lead to, to be resolved. Null where the file is not known.
 */
export function documentLinks(snapshot: Snapshot, uri: string): DocumentLink[] | null {
  const tree = snapshot.tree(uri);
  if (tree === null) return null;
  const addresses = tree.blocks.flatMap((block) =>
    block.lines.flatMap((line) =>
      addressesIn(line).map((text) => ({ range: rangeIn(tree, block, text), target: text.text })),
    ),
  );
  const names = occurrencesIn(snapshot.plan, uri)
    .filter((occurrence) => !occurrence.declares && subjectOf(occurrence) !== null)
    .map(({ place }): DocumentLink => {
      const range = rangeOf(tree, place);
      return { range, data: { uri, ...range.start } };
    });
  return [...addresses, ...names];
}

/** The link with its target: the file and line of the header. As it was where it leads nowhere any more. */
export function resolveDocumentLink(snapshot: Snapshot, link: DocumentLink, say: Say = english): DocumentLink {
  const from = fromOf(link.data);
  const tree = from === null ? null : snapshot.tree(from.uri);
  const cursor = from === null || tree === null ? null : cursorAt(snapshot, from.uri, offsetAt(tree, from));
  const symbol = cursor === null ? null : symbolAt(cursor);
  const subject = symbol === null ? null : subjectOf(symbol);
  const [place] = subject === null ? [] : declarationsOf(subject);
  const target = place === undefined ? null : snapshot.tree(place.uri);
  if (subject === null || place === undefined || target === null) return link;
  const { start } = rangeOf(target, place);
  const tooltip = say('headers' in subject ? said`${SCOPE_NAMES[subject.kind]} "${subject.title}"` : itemName(subject));
  return { ...link, target: `${place.uri}#L${start.line + 1},${start.character + 1}`, tooltip };
}

/** The one item or scope that is meant. */
function subjectOf({ entities }: Occurrence): Item | Scope | null {
  const [entity, ...others] = entities;
  return entity === undefined || others.length > 0 || !hasHeader(entity) ? null : entity.subject;
}

function hasHeader(entity: Entity): entity is Extract<Entity, { kind: 'item' | 'scope' }> {
  return entity.kind === 'item' || entity.kind === 'scope';
}

/** What the client hands back, which may be anything. */
function fromOf(data: unknown): ({ readonly uri: string } & Position) | null {
  if (typeof data !== 'object' || data === null) return null;
  const { uri, line, character } = { uri: null, line: null, character: null, ...data };
  return typeof uri === 'string' && typeof line === 'number' && typeof character === 'number'
    ? { uri, line, character }
    : null;
}

const ADDRESS = /https?:\/\/[^\s<>"\p{Cc}\p{Cf}]+|mailto:[^\s<>"@]{1,64}@[^\s<>"\p{Cc}\p{Cf}]{1,255}/giu;
/** What ends a sentence rather than an address. */
const CLOSING = /[.,;:!?'*_\]}]$/;

function addressesIn(line: Line): readonly Text[] {
  const text = textOf(line);
  if (text === null || !text.text.includes(':')) return [];
  return [...text.text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = withoutClosing(found);
    const from = text.from + index;
    return /^(?:https?:\/\/|mailto:)$/i.test(address) ? [] : [{ from, to: from + address.length, text: address }];
  });
}

function textOf(line: Line): Text | null {
  switch (line.kind) {
    case 'note':
    case 'entry':
      return line.body;
    case 'property':
      return line.value;
    case 'blank':
    case 'comment':
    case 'directive':
    case 'header':
    case 'label':
    case 'initiative':
    case 'error':
      return null;
  }
}

/** The address without the punctuation behind it, and without a bracket that was opened before it. */
function withoutClosing(address: string): string {
  let end = address.length;
  let depth = 0;
  for (const sign of address) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  for (;;) {
    const last = address.charAt(end - 1);
    if (last === ')' && depth < 0) depth++;
    else if (!CLOSING.test(last)) return address.slice(0, end);
    end--;
  }
}
