import { said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import type { CascadeNode, SourceRange } from '../lsp/protocol.ts';
import { healthOf } from '../model/health.ts';
import type { Item, Plan, Scope } from '../model/plan.ts';
import { scoreOf } from '../model/score.ts';
import { standingOf } from '../model/standing.ts';
import { isBelowTop } from '../model/cascade.ts';
import type { Snapshot } from '../service.ts';
import type { Block, HeaderLine } from '../syntax/tree.ts';
import { counted } from '../rules/render.ts';
import { briefOf, ownerName } from './brief.ts';
import { rangeIn } from './layout.ts';
import { dotted, escaped } from './markdown.ts';

type Figures = Pick<CascadeNode, 'score' | 'grade' | 'pace'>;

/** A scope with what is in it; its place is where it is opened first. */
export function scopeNode(snapshot: Snapshot, scope: Scope, children: readonly CascadeNode[], say: Say): CascadeNode {
  const opening = scope.headers[0];
  return {
    id: scope.key,
    kind: scope.kind,
    label: scope.title,
    name: scope.id,
    score: null,
    grade: null,
    pace: null,
    owner: null,
    cycle: null,
    status: null,
    orphan: false,
    reference: false,
    tooltip: dotted(
      escaped(scope.title),
      say(counted(scope.objectives.length, 'objective')),
      say(counted(scope.kpis.length, 'KPI')),
    ),
    uri: opening?.uri ?? null,
    range: opening === undefined ? null : headerRange(snapshot, opening.uri, opening.block, opening.header),
    children,
  };
}

/** An item with what hangs on it. `id` is the item's key, or the way to it where it stands a second time. */
export function itemNode(
  snapshot: Snapshot,
  item: Item,
  id: string,
  children: readonly CascadeNode[],
  say: Say,
): CascadeNode {
  const { plan } = snapshot;
  const figures = figuresOf(plan, item);
  const orphan = item.kind === 'objective' && isOrphan(plan, item);
  const owner = ownerName(item.owner);
  return {
    id,
    kind: item.kind,
    label: item.title.trim() === '' ? (item.id ?? item.header.keyword.text) : item.title,
    name: item.id,
    ...figures,
    owner,
    cycle: item.kind === 'kpi' || item.cycle === null || item.cycle === 'unknown' ? null : item.cycle.name,
    status: item.kind === 'kpi' ? null : item.status.status,
    orphan,
    reference: false,
    tooltip: dotted(
      escaped(item.title),
      briefOf(plan, item, say),
      owner === null ? null : escaped(owner),
      orphan ? say(said`supports nothing above it`) : null,
    ),
    uri: item.uri,
    range: headerRange(snapshot, item.uri, item.block, item.header),
    children,
  };
}

function figuresOf(plan: Plan, item: Item): Figures {
  switch (item.kind) {
    case 'objective': {
      const { computed, grade, pace } = scoreOf(plan, item);
      return { score: computed, grade, pace };
    }
    case 'kr': {
      const { progress, grade, pace } = standingOf(plan, item);
      return { score: progress, grade, pace };
    }
    case 'kpi': {
      const { healthy } = healthOf(plan, item);
      const grade = healthy === null ? null : healthy ? 'green' : 'red';
      return { score: null, grade, pace: null };
    }
  }
}

/** Below the top of the cascade, serves nothing and says no reason of its own. */
function isOrphan(plan: Plan, objective: Extract<Item, { kind: 'objective' }>): boolean {
  const { properties } = objective;
  return !properties.has('supports') && !properties.has('why') && isBelowTop(plan, objective);
}

function headerRange(snapshot: Snapshot, uri: string, block: Block, header: HeaderLine): SourceRange | null {
  const tree = snapshot.tree(uri);
  return tree === null ? null : rangeIn(tree, block, { from: Math.min(header.content, header.end), to: header.end });
}
