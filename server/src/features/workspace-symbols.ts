import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Item, Plan, Scope } from '../model/plan.ts';
import { perPlan } from '../rules/per-plan.ts';
import type { Snapshot } from '../service.ts';
import type { Block, HeaderLine } from '../syntax/tree.ts';
import { rankOf } from './fuzzy.ts';
import { rangeIn } from './layout.ts';
import { foundByPath, handleOf, lower, namesOf } from './symbol-path.ts';
import { KINDS } from './symbols.ts';

/** No answer has more; who sees so many types another letter. */
const MOST = 500;

interface Entry {
  readonly subject: Item | Scope;
  /** What it is called, in lower case. */
  readonly names: readonly string[];
  /** Its cycle is over. */
  readonly over: boolean;
}

const entries = perPlan((plan): readonly Entry[] => [
  ...plan.scopes.map((subject) => ({ subject, names: namesOf(subject).map(lower), over: false })),
  ...[...plan.objectives, ...plan.keyResults, ...plan.kpis].map((subject) => ({
    subject,
    names: namesOf(subject).map(lower),
    over: isOver(plan, subject),
  })),
]);

/**
 * Scopes, objectives, key results and KPIs whose id or title has the letters of each word of the query in their order, or
 * to which a word leads as references do (`growth.signup`), the best first: whole ids, then beginnings, then words, then
 * letters; of equal ones those of running cycles first. Their range is left out where `lazy`, to be resolved.
 */
export function workspaceSymbols(
  snapshot: Snapshot,
  query: string,
  { lazy }: { readonly lazy: boolean },
): WorkspaceSymbol[] {
  const words = lower(query).split(/\s+/).filter(Boolean);
  const found: Answer[] = [];
  for (const entry of entries(snapshot.plan)) {
    const answer = answerOf(entry, words);
    if (answer !== null) found.push(answer);
  }
  found.sort(
    (a, b) =>
      b.rank - a.rank ||
      Number(a.entry.over) - Number(b.entry.over) ||
      a.entry.subject.title.length - b.entry.subject.title.length,
  );
  return found.slice(0, MOST).flatMap(({ entry: { subject }, way }) => {
    const symbol = symbolOf(subject, way);
    if (symbol === null) return [];
    return [lazy ? symbol : resolveWorkspaceSymbol(snapshot, symbol)];
  });
}

interface Answer {
  readonly entry: Entry;
  readonly rank: number;
  /** The way by which it was found, where the query named one. */
  readonly way: string | null;
}

/** Null where a word of the query does not lead to it. */
function answerOf(entry: Entry, words: readonly string[]): Answer | null {
  let lowest: number | null = null;
  let way: string | null = null;
  for (const word of words) {
    const plain = rankOf([word], entry.names);
    const led = foundByPath(word, entry.subject);
    const best = Math.max(plain ?? -1, led?.rank ?? -1);
    if (best < 0) return null;
    if (led?.rank === best) way = led.way;
    lowest = Math.min(lowest ?? best, best);
  }
  return { entry, rank: lowest ?? 0, way };
}

/** The symbol with its range. As it was where there is no such item any more. */
export function resolveWorkspaceSymbol(snapshot: Snapshot, symbol: WorkspaceSymbol): WorkspaceSymbol {
  const subject = subjectOf(snapshot.plan, symbol.data);
  const header = subject === null ? null : headerOf(subject);
  const tree = header === null ? null : snapshot.tree(header.uri);
  if (header === null || tree === null) return symbol;
  const { content, end } = header.header;
  const range = rangeIn(tree, header.block, { from: Math.min(content, end), to: end });
  return { ...symbol, location: { uri: header.uri, range } };
}

function symbolOf(subject: Item | Scope, way: string | null): WorkspaceSymbol | null {
  const header = headerOf(subject);
  if (header === null) return null;
  const title = subject.title.trim();
  const called = way ?? handleOf(subject);
  const name =
    called === null || called === title
      ? title
      : title === '' || way?.endsWith(title) === true
        ? called
        : `${called}: ${title}`;
  const containerName = containerOf(subject);
  return {
    // Editors look for what was typed in the name again, so that it has both.
    name: name === '' ? header.header.keyword.text || header.header.header : name,
    kind: KINDS[header.header.header],
    location: { uri: header.uri },
    ...(containerName === '' ? {} : { containerName }),
    data: `${'headers' in subject ? 'scope' : 'item'} ${subject.key}`,
  };
}

function subjectOf({ items, scopes }: Plan, data: unknown): Item | Scope | null {
  if (typeof data !== 'string') return null;
  if (data.startsWith('item ')) return items.get(data.slice('item '.length)) ?? null;
  return scopes.find(({ key }) => data === `scope ${key}`) ?? null;
}

interface Opened {
  readonly uri: string;
  readonly block: Block;
  readonly header: HeaderLine;
}

function headerOf(subject: Item | Scope): Opened | null {
  return 'headers' in subject ? (subject.headers[0] ?? null) : subject;
}

function containerOf(subject: Item | Scope): string {
  if ('headers' in subject) return subject.parent?.title ?? '';
  const { scope, cycle, kind } = subject;
  const parts = [
    scope === null || scope === 'unknown' ? null : scope.title,
    kind === 'kpi' || cycle === null || cycle === 'unknown' ? null : cycle.name,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function isOver({ today }: Plan, { kind, cycle }: Item): boolean {
  return kind !== 'kpi' && cycle !== null && cycle !== 'unknown' && cycle.end !== null && cycle.end < today;
}
