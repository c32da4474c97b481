import type { CascadeKind, CascadeNode, CascadeParams, CascadeResult } from '../lsp/protocol.ts';
import type { Goal, Item, KeyResult, Kpi, Objective, Plan, Scope } from '../model/plan.ts';
import type { Snapshot } from '../service.ts';
import { english, said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { ownerName } from './brief.ts';
import { itemNode, scopeNode } from './cascade-node.ts';

/** A goal that many serve, who are served by many: how often one may stand a second time before the rest is left out. */
const MOST_REFERENCES = 20_000;

/** What is shown, and what was shown so far. */
interface Walk {
  readonly snapshot: Snapshot;
  readonly shows: (item: Item) => boolean;
  readonly say: Say;
  references: number;
}

/**
 * The cascade of a workspace: scopes in each other, in them their objectives with key results and supporters, their KPIs.
 * A filter keeps what fits and all that it hangs on; scopes without anything to show are then left out. KPIs have no
 * cycle and pass that filter. The names to filter by come with it, whatever is filtered.
 */
export function cascade(snapshot: Snapshot, params: CascadeParams, say: Say = english): CascadeResult {
  const { plan } = snapshot;
  const walk: Walk = { snapshot, shows: filterOf(params), say, references: 0 };
  const filtered = params.cycle !== undefined || params.owner !== undefined;
  const roots = plan.scopes
    .filter(({ parent }) => parent === null)
    .map((scope) => scopeTree(walk, scope, filtered))
    .filter((node) => node !== null);
  const outside = outsideScopes(walk, plan);
  return { roots: outside === null ? roots : [...roots, outside], cycles: cycleNames(plan), owners: ownerNames(plan) };
}

function filterOf({ cycle, owner }: CascadeParams): Walk['shows'] {
  return (item) => {
    if (cycle !== undefined && item.kind !== 'kpi' && cycleName(item) !== cycle) return false;
    return owner === undefined || ownerName(item.owner) === owner;
  };
}

function scopeTree(walk: Walk, scope: Scope, filtered: boolean): CascadeNode | null {
  const children = [
    ...itemTrees(walk, scope.objectives, looseKeyResults(walk.snapshot.plan, scope), scope.kpis),
    ...scope.children.map((child) => scopeTree(walk, child, filtered)).filter((node) => node !== null),
  ];
  return filtered && children.length === 0 ? null : scopeNode(walk.snapshot, scope, children, walk.say);
}

/** Items of files that state no scope, and those below a scope line that cannot be read. */
function outsideScopes(walk: Walk, plan: Plan): CascadeNode | null {
  const outside = <T extends Item>(items: readonly T[]): readonly T[] =>
    items.filter(({ scope }) => scope === null || scope === 'unknown');
  const loose = plan.keyResults.filter(({ objective }) => objective === null);
  const children = itemTrees(walk, outside(plan.objectives), outside(loose), outside(plan.kpis));
  if (children.length === 0) return null;
  const kind: CascadeKind = 'workspace';
  return {
    id: 'workspace',
    kind,
    label: walk.say(said`Workspace`),
    name: null,
    score: null,
    grade: null,
    pace: null,
    owner: null,
    cycle: null,
    status: null,
    orphan: false,
    reference: false,
    tooltip: walk.say(said`Items of files that name no company, team or person`),
    uri: null,
    range: null,
    children,
  };
}

function looseKeyResults(plan: Plan, scope: Scope): readonly KeyResult[] {
  return plan.keyResults.filter((kr) => kr.objective === null && kr.scope === scope);
}

function itemTrees(
  walk: Walk,
  objectives: readonly Objective[],
  keyResults: readonly KeyResult[],
  kpis: readonly Kpi[],
): readonly CascadeNode[] {
  return [...objectives, ...keyResults, ...kpis].map((item) => itemTree(walk, item)).filter((node) => node !== null);
}

/** An item with what hangs on it; null where neither it nor any of that is to be shown. */
function itemTree(walk: Walk, item: Item): CascadeNode | null {
  if (item.kind === 'kpi') return walk.shows(item) ? itemNode(walk.snapshot, item, item.key, [], walk.say) : null;
  const inside = item.kind === 'objective' ? item.keyResults : [];
  const children = [
    ...inside.map((kr) => itemTree(walk, kr)),
    ...supporters(walk, item, item.key, new Set<Goal>([item])),
  ].filter((node) => node !== null);
  return children.length > 0 || walk.shows(item) ? itemNode(walk.snapshot, item, item.key, children, walk.say) : null;
}

/** Those who support a goal, a second time, each with its own supporters; one that is already on the way is left out. */
function supporters(walk: Walk, goal: Goal, path: string, way: ReadonlySet<Goal>): readonly (CascadeNode | null)[] {
  return goal.supportedBy
    .filter((supporter) => !way.has(supporter) && walk.references < MOST_REFERENCES)
    .map((supporter) => {
      walk.references++;
      const id = `${path} < ${supporter.key}`;
      const children = supporters(walk, supporter, id, new Set([...way, supporter])).filter((node) => node !== null);
      if (children.length === 0 && !walk.shows(supporter)) return null;
      return { ...itemNode(walk.snapshot, supporter, id, children, walk.say), reference: true };
    });
}

function cycleName({ cycle }: Item): string | null {
  return cycle === null || cycle === 'unknown' ? null : cycle.name;
}

function cycleNames(plan: Plan): readonly string[] {
  const names = new Set<string>();
  for (const item of [...plan.objectives, ...plan.keyResults]) {
    const name = cycleName(item);
    if (name !== null) names.add(name);
  }
  return [...names].sort();
}

function ownerNames(plan: Plan): readonly string[] {
  const names = new Set<string>();
  for (const { owner } of plan.items.values()) {
    const name = ownerName(owner);
    if (name !== null) names.add(name);
  }
  return [...names].sort();
}
