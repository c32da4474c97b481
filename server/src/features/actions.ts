import type { CodeAction } from 'vscode-languageserver-types';
import type { Item } from '../model/plan.ts';
import { linesOf } from '../rules/edits.ts';
import type { Snapshot } from '../service.ts';
import { english } from '../syntax/said.ts';
import type { Span } from '../syntax/tree.ts';
import { fixesOfAKind, quickFixes, sourceActions } from './actions-fixes.ts';
import { carriedOver } from './refactor-carry-over.ts';
import { givenId } from './refactor-id.ts';
import { asInitiative } from './refactor-initiative.ts';
import { asKpi } from './refactor-kpi.ts';
import { writtenMetric } from './refactor-metric.ts';
import { toAnotherFile } from './refactor-move.ts';
import { asObjective } from './refactor-objective.ts';
import { splitInTwo } from './refactor-split.ts';
import { silencings } from './actions-silence.ts';
import type { SilenceOptions } from './actions-silence.ts';
import { workspaceEdit } from './changes.ts';
import { blockStart } from './layout.ts';
import type { Offer, Refactoring } from './offers.ts';

/** The kinds of all actions there are, for the server to announce. */
export const ACTION_KINDS = [
  'quickfix',
  'refactor.rewrite',
  'refactor.extract',
  'refactor.move',
  'source.fixAll.okr',
  'source.organizeOkr',
];

export interface ActionOptions extends SilenceOptions {
  /** Only actions of these kinds and those below them; all where it is left out. */
  readonly only?: readonly string[];
  /** What an action changes may be asked for once it is chosen. */
  readonly lazy?: boolean;
  /** The client shows what cannot be done here, with the reason. */
  readonly refusals?: boolean;
  /** The client makes files. */
  readonly creates?: boolean;
}

/** What a lazy action carries until it is chosen: where it was offered. */
interface Asked extends Span {
  readonly uri: string;
  readonly version: number | null;
}

/** What may be done to an item, offered anywhere among its lines or, if its header has to be rewritten, on that. */
const REFACTORINGS: readonly Refactoring[] = [writtenMetric];
const ON_HEADER: readonly Refactoring[] = [
  givenId,
  splitInTwo,
  asInitiative,
  asKpi,
  asObjective,
  carriedOver,
  toAnotherFile,
];

/**
 * What may be done at a span of a file (offsets from its start): first the fixes of the findings that touch it, then those
 * that silence them with a reason, the refactorings of the item there, and last what is done to the whole file. Null where
 * the file is not known.
 */
export function codeActions(snapshot: Snapshot, uri: string, span: Span, options: ActionOptions): CodeAction[] | null {
  const tree = snapshot.tree(uri);
  if (tree === null) return null;
  const { only } = options;
  const wants = (kind: string): boolean =>
    only === undefined || only.some((one) => isOfKind(kind, one) || isOfKind(one, kind));
  const touching = snapshot.findings(uri).filter(({ place }) => {
    const start = blockStart(tree, place.block);
    return start !== null && start + place.span.from <= span.to && start + place.span.to >= span.from;
  });
  const asked: Asked = { uri, from: span.from, to: span.to, version: options.versionOf(uri) };
  const offered = (offers: readonly Offer[]): readonly CodeAction[] =>
    offers.flatMap((offer) => actionOf(snapshot, offer, asked, options));
  const all = [
    ...(wants('quickfix') ? quickFixes(snapshot, touching, options) : []),
    ...(wants('quickfix') ? offered(fixesOfAKind(snapshot, uri, touching)) : []),
    ...(wants('quickfix') ? silencings(snapshot, uri, touching, options) : []),
    ...(wants('refactor') ? offered(refactorings(snapshot, uri, span, only !== undefined)) : []),
    ...(wants('source') ? offered(sourceActions(snapshot, uri)) : []),
  ];
  return only === undefined ? all : all.filter(({ kind = '' }) => only.some((one) => isOfKind(kind, one)));
}

/** A lazy action with what it changes; as it came where the file was edited since, or where it is offered no more. */
export function resolveAction(snapshot: Snapshot, action: CodeAction, options: ActionOptions): CodeAction {
  const asked = askedOf(action.data);
  if (asked === null || options.versionOf(asked.uri) !== asked.version) return action;
  const only = action.kind === undefined ? {} : { only: [action.kind] };
  const again = codeActions(snapshot, asked.uri, asked, { ...options, ...only, lazy: false });
  const edit = again?.find(({ title }) => title === action.title)?.edit;
  return edit === undefined ? action : { ...action, edit };
}

function askedOf(data: unknown): Asked | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('uri' in data && 'from' in data && 'to' in data && 'version' in data)) return null;
  const { uri, from, to, version } = data;
  if (typeof uri !== 'string' || typeof from !== 'number' || typeof to !== 'number') return null;
  return typeof version === 'number' || version === null ? { uri, from, to, version } : null;
}

/** Kinds of actions form a tree: "refactor" asks for "refactor.rewrite" too, and the empty kind for all. */
function isOfKind(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function actionOf(snapshot: Snapshot, offer: Offer, asked: Asked, options: ActionOptions): readonly CodeAction[] {
  const { kind, refused } = offer;
  const { say = english } = options;
  const title = say(offer.title);
  if (refused !== undefined) {
    return options.refusals === true ? [{ title, kind, disabled: { reason: say(refused) } }] : [];
  }
  if (options.lazy === true) return [{ title, kind, data: asked }];
  const changes = offer.changes();
  const makesFile = changes.some(({ uri }) => snapshot.tree(uri) === null);
  if (changes.length === 0 || (makesFile && options.creates !== true)) return [];
  return [{ title, kind, edit: workspaceEdit(snapshot, changes, options) }];
}

/** Those of the item where the span begins. Who asks for refactorings by name gets all of them below the header, too. */
function refactorings(snapshot: Snapshot, uri: string, span: Span, byName: boolean): readonly Offer[] {
  const tree = snapshot.tree(uri);
  const item = itemAt(snapshot, uri, span);
  if (item === null || tree === null) return [];
  const header = (blockStart(tree, item.block) ?? 0) + item.header.end;
  const all = byName || span.from <= header ? [...REFACTORINGS, ...ON_HEADER] : REFACTORINGS;
  return all.flatMap((refactoring) => refactoring(snapshot, item));
}

function itemAt(snapshot: Snapshot, uri: string, { from }: Span): Item | null {
  const tree = snapshot.tree(uri);
  const items = snapshot.plan.documents.get(uri)?.items ?? [];
  const holds = (item: Item): boolean => {
    const start = tree === null ? null : blockStart(tree, item.block);
    if (start === null) return false;
    return linesOf(item).some((line) => line.kind !== 'blank' && start + line.from <= from && start + line.end >= from);
  };
  return items.find(holds) ?? null;
}
