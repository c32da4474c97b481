import type { SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Item, Link, Place, PlanDocument, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { blockAtLine, blockLine } from '../syntax/positions.ts';
import type { Block } from '../syntax/tree.ts';
import { TOKEN_TYPES, tokensOf } from './block-tokens.ts';
import type { BlockToken } from './block-tokens.ts';

const MODIFIERS = ['declaration', 'unresolved', 'deprecated'] as const;

/** What the numbers of an answer stand for. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...MODIFIERS] };

const TYPES = new Map(TOKEN_TYPES.map((type, index) => [type, index]));
const [DECLARATION, UNRESOLVED, DEPRECATED] = [1, 2, 4];

/** Lines of the document, counted from 0, both part of it. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * The semantic tokens of a file, or of some of its lines, as the protocol encodes them: five numbers each, places relative
 * to the token before. Null where the file is not known.
 */
export function semanticTokens(snapshot: Snapshot, uri: string, lines: Lines | null = null): number[] | null {
  const document = snapshot.plan.documents.get(uri);
  if (document === undefined) return null;
  const { tree } = document;
  const marks = marksOf(document);
  const data: number[] = [];
  let [line, character] = [0, 0];
  const first = lines === null ? 0 : blockAtLine(tree, lines.first);
  const last = lines === null ? tree.blocks.length - 1 : blockAtLine(tree, lines.last);
  for (let index = first; index <= last; index++) {
    const block = tree.blocks[index];
    if (block === undefined) break;
    const start = blockLine(tree, index);
    for (const token of tokensOf(block)) {
      const at = start + token.line;
      if (lines !== null && (at < lines.first || at > lines.last)) continue;
      const modifiers = modifiersOf(block, token, marks);
      if (modifiers === null) continue;
      const ahead = at === line ? token.character - character : token.character;
      data.push(at - line, ahead, token.length, TYPES.get(token.type) ?? 0, modifiers);
      [line, character] = [at, token.character];
    }
  }
  return data;
}

/** What is marked in a file because of what stands elsewhere: offsets that begin in a block. */
interface Marks {
  readonly unresolved: ReadonlyMap<Block, ReadonlySet<number>>;
  readonly dropped: ReadonlyMap<Block, ReadonlySet<number>>;
}

/** Null for a title that is not marked. */
function modifiersOf(block: Block, { role, from }: BlockToken, { unresolved, dropped }: Marks): number | null {
  switch (role) {
    case 'declaration':
      return DECLARATION;
    case 'link':
      return unresolved.get(block)?.has(from) === true ? UNRESOLVED : 0;
    case 'title':
      return dropped.get(block)?.has(from) === true ? DEPRECATED : null;
    case null:
      return 0;
  }
}

function marksOf(document: PlanDocument): Marks {
  const unresolved = new Map<Block, Set<number>>();
  const dropped = new Map<Block, Set<number>>();
  const add = (to: Map<Block, Set<number>>, block: Block, from: number): void => {
    const offsets = to.get(block);
    if (offsets === undefined) to.set(block, new Set([from]));
    else offsets.add(from);
  };
  const look = (links: readonly (Link<unknown> | null)[]): void => {
    for (const link of links) {
      if (link !== null && link.target === null && isIn(document, link.place))
        add(unresolved, link.place.block, link.place.span.from);
    }
  };
  for (const scope of document.scopes) look(linksOfScope(scope));
  for (const item of document.items) {
    look(linksOf(item));
    if (item.kind === 'kpi') continue;
    const { status } = item.status;
    if (status === 'dropped' || status === 'postponed') add(dropped, item.block, item.header.title.from);
  }
  return { unresolved, dropped };
}

function isIn({ uri }: PlanDocument, place: Place): boolean {
  return place.uri === uri;
}

function linksOfScope({ parentLink, northStar }: Scope): readonly (Link<unknown> | null)[] {
  return [parentLink, northStar];
}

function linksOf(item: Item): readonly (Link<unknown> | null)[] {
  switch (item.kind) {
    case 'objective':
      return [...item.supports, item.continues];
    case 'kr':
      return [...item.supports, item.continues, item.measures];
    case 'kpi':
      return item.watches;
  }
}

/** The one change that makes the later of two answers of the earlier; none where they are the same. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (head === before.length && head === after.length) return [];
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const data = after.slice(head, after.length - tail);
  return [{ start: head, deleteCount: before.length - tail - head, ...(data.length === 0 ? {} : { data }) }];
}
