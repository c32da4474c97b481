import type { Reference } from '../syntax/references.ts';
import { contains } from './cycles.ts';
import type { Calendar } from './cycles.ts';
import { idKey } from './keys.ts';
import { labelOf } from './labels.ts';
import type { Label } from './labels.ts';
import type { Cycle, CycleOf, Goal, Item, Kpi, Scope, ScopeOf } from './plan.ts';

/** Where a reference is written: the scope, cycle and file of the item that holds it, and the item itself. */
export interface Standpoint {
  readonly self: Item | null;
  readonly uri: string;
  readonly scope: ScopeOf;
  readonly cycle: CycleOf;
}

/**
 * What a reference leads to: one `target`; or several `candidates` that fit equally near; or nothing. `byLabel` is true
 * where a number was taken for a label. `vague` is true where the standpoint's scope or cycle is unknown, so that several
 * candidates prove nothing.
 */
export interface Resolution<T> {
  readonly target: T | null;
  readonly candidates: readonly T[];
  readonly byLabel: boolean;
  readonly vague: boolean;
}

/** All items of a workspace by the last part of what they may be called, in the order of the plan. */
export interface Index {
  readonly goals: (id: string) => readonly Goal[];
  /** Those of one scope alone. */
  readonly goalsOf: (scope: ScopeOf, id: string) => readonly Goal[];
  /** Those with this part before the last on the way to them: of an id that every team has, only these few fit. */
  readonly goalsBelow: (above: string, id: string) => readonly Goal[];
  readonly kpis: (id: string) => readonly Kpi[];
  /** The goals of a file whose header has this number. */
  readonly labelled: (uri: string, number: string) => readonly Goal[];
}

/** The ids that lead to an item, outermost first; parts that have no id are left out. */
export function pathOf(item: Item): readonly string[] {
  const { id, scope } = item;
  const objective = item.kind === 'kr' ? item.objective : null;
  const path: string[] = [];
  if (scope && scope !== 'unknown') path.push(scope.key);
  if (objective && objective.id !== null) path.push(idKey(objective.id));
  if (id !== null) path.push(idKey(id));
  return path;
}

/** The id that leads to a goal's own: of its objective, else of its scope; null where neither has one. */
export function aboveOf(goal: Goal): string | null {
  const objective = goal.kind === 'kr' ? goal.objective : null;
  if (objective && objective.id !== null) return idKey(objective.id);
  const { scope } = goal;
  return scope && scope !== 'unknown' ? scope.key : null;
}

/** Whether a reference's parts are the end of the way to an item whose own id is the last of them. */
function fits(parts: readonly string[], item: Item): boolean {
  if (parts.length === 1) return true;
  const path = pathOf(item);
  const offset = path.length - parts.length;
  return offset >= 0 && parts.every((part, index) => part === path[offset + index]);
}

/** The items of one cycle tier: those nearest by scope, or several where they are equally near. */
function nearestByScope<T extends Item>(
  candidates: readonly T[],
  from: Standpoint,
): { found: readonly T[]; far: readonly T[] } {
  if (candidates.length <= 1) return { found: candidates, far: [] };
  if (from.scope !== 'unknown') {
    for (let scope: Scope | null = from.scope; ; scope = scope.parent) {
      const own = candidates.filter((item) => item.scope === scope);
      if (own.length > 0) return { found: own, far: [] };
      if (scope === null) break;
    }
  }
  return { found: [], far: candidates };
}

function oneOf<T>(found: readonly T[]): Pick<Resolution<T>, 'target' | 'candidates'> {
  return { target: found.length === 1 ? (found[0] ?? null) : null, candidates: found };
}

/** So many goals can be looked at one by one. */
const FEW = 8;

/**
 * The first tiers of `supports`, which most references end in: the own cycle, and there the own scope and its parents. Of an
 * id that every team has, only these few are looked at; where what stands before it leaves only few, these are, so that
 * others of that id do not concern the reference.
 */
function nearestInCycle<T extends Goal>(
  index: Index,
  parts: readonly string[],
  from: Standpoint,
  isMeant: (goal: Goal) => goal is T,
): readonly T[] {
  if (from.scope === 'unknown' || from.cycle === 'unknown') return [];
  const id = parts[parts.length - 1] ?? '';
  const above = parts[parts.length - 2];
  const below = above === undefined ? null : index.goalsBelow(above, id);
  const isNear = (goal: Goal): goal is T => isMeant(goal) && goal.cycle === from.cycle;
  if (below?.length === 0) return [];
  const few = below !== null && below.length <= FEW ? below.filter(isNear) : null;
  for (let scope: Scope | null = from.scope; ; scope = scope.parent) {
    const own: readonly T[] = few?.filter((goal) => goal.scope === scope) ?? index.goalsOf(scope, id).filter(isNear);
    if (own.length > 0 || scope === null) return own;
  }
}

/** The first tier in which something is found; else the nearest tier in which several are, none of them near. */
function firstTier<T extends Item>(
  tiers: readonly (readonly T[])[],
  from: Standpoint,
): Pick<Resolution<T>, 'target' | 'candidates'> {
  let far: readonly T[] = [];
  for (const tier of tiers) {
    const near = nearestByScope(tier, from);
    if (near.found.length > 0) return oneOf(near.found);
    if (far.length === 0) far = near.far;
  }
  return { target: null, candidates: far };
}

/** How long a dated cycle is, for the nearest of those that contain another to come first. */
function lengthOf(cycle: Cycle): number {
  return cycle.start && cycle.end ? Date.parse(cycle.end) - Date.parse(cycle.start) : Infinity;
}

/** Groups candidates by a number, the lowest first. */
function inOrderOf<T>(candidates: readonly T[], rank: (item: T) => number): readonly (readonly T[])[] {
  const ranks = new Map<number, T[]>();
  for (const item of candidates) {
    const at = rank(item);
    const known = ranks.get(at);
    if (known) known.push(item);
    else ranks.set(at, [item]);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, items]) => items);
}

/**
 * The cycle tiers of `supports`: the own cycle, then those that contain it, the shortest first, then no cycle at all.
 * Without a cycle of its own: what has none either, then all the rest.
 */
function containingTiers<T extends Goal>(candidates: readonly T[], cycle: CycleOf): readonly (readonly T[])[] {
  if (cycle === 'unknown') return [candidates];
  const same = candidates.filter((item) => item.cycle === cycle);
  if (cycle === null) return [same, candidates.filter((item) => item.cycle !== null)];
  const above = candidates.filter((item) => item.cycle && item.cycle !== 'unknown' && contains(item.cycle, cycle));
  const ranked = inOrderOf(above, (item) => (item.cycle && item.cycle !== 'unknown' ? lengthOf(item.cycle) : Infinity));
  return [same, ...ranked, candidates.filter((item) => item.cycle === null)];
}

/** The cycle tiers of `continues`: cycles that ended before the own one began, the latest first. */
function earlierTiers<T extends Goal>(candidates: readonly T[], cycle: CycleOf): readonly (readonly T[])[] {
  if (cycle === 'unknown') return [candidates];
  const before = cycle?.start ?? null;
  const earlier = candidates.filter((item) => {
    if (!item.cycle || item.cycle === 'unknown' || item.cycle === cycle || !item.cycle.end) return false;
    return before === null || item.cycle.end < before;
  });
  return inOrderOf(earlier, (item) => (item.cycle && item.cycle !== 'unknown' ? -Date.parse(item.cycle.end ?? '') : 0));
}

/**
 * Resolves a reference of `supports`, `for` (`when: 'containing'`) or `continues` (`when: 'earlier'`) to one of the goals
 * that `accepts` lets through. An item is never its own candidate. Ids come before labels; labels count in the same file.
 */
export function resolveGoal<T extends Goal>(
  reference: Reference,
  from: Standpoint,
  index: Index,
  calendar: Calendar,
  when: 'containing' | 'earlier',
  accepts: (goal: Goal) => goal is T,
): Resolution<T> {
  const parts = reference.parts.map((part) => idKey(part.text));
  const id = parts[parts.length - 1] ?? '';
  const isMeant = (goal: Goal): goal is T => goal !== from.self && accepts(goal) && fits(parts, goal);
  const vague = from.scope === 'unknown' || (from.cycle === 'unknown' && !reference.cycle);
  const near = when === 'containing' && !reference.cycle ? nearestInCycle(index, parts, from, isMeant) : [];
  if (near.length > 0) return { ...oneOf(near), byLabel: false, vague };
  const above = parts[parts.length - 2];
  const named = (above === undefined ? index.goals(id) : index.goalsBelow(above, id)).filter(isMeant);
  if (named.length > 0) {
    const found = firstTier(tiersOf(named, reference, from, calendar, when), from);
    return { ...found, byLabel: false, vague };
  }
  const numbered = byLabel(reference, from, index).filter((goal): goal is T => goal !== from.self && accepts(goal));
  return {
    target: numbered.length === 1 ? (numbered[0] ?? null) : null,
    candidates: numbered,
    byLabel: numbered.length > 0,
    vague,
  };
}

function tiersOf<T extends Goal>(
  candidates: readonly T[],
  reference: Reference,
  from: Standpoint,
  calendar: Calendar,
  when: 'containing' | 'earlier',
): readonly (readonly T[])[] {
  if (reference.cycle) {
    const cycle = calendar.find(reference.cycle.text, from.uri);
    return [cycle ? candidates.filter((item) => item.cycle === cycle) : []];
  }
  return when === 'earlier' ? earlierTiers(candidates, from.cycle) : containingTiers(candidates, from.cycle);
}

/**
 * What the numbers of headers such as "Objective 2:" and "KR 1.4:" lead to, in the same file. "1.4" is first read as one
 * number; "O2.KR1" is the first key result of the second objective.
 */
function byLabel(reference: Reference, from: Standpoint, index: Index): readonly Goal[] {
  const { whole, outer, inner } = labelsIn(reference);
  const found = whole ? labelled(whole, from, index) : [];
  if (found.length > 0 || !outer || !inner) return found;
  return labelled({ ...inner, kind: 'kr' }, from, index).filter(
    (goal) => goal.kind === 'kr' && goal.objective?.label === outer.number,
  );
}

interface Labels {
  readonly whole: Label | null;
  /** The label of an objective and that of a key result below it. */
  readonly outer: Label | null;
  readonly inner: Label | null;
}

const NO_LABELS: Labels = { whole: null, outer: null, inner: null };

/** The numbers that a reference may stand for. */
function labelsIn({ parts, cycle }: Reference): Labels {
  if (cycle) return NO_LABELS;
  const whole = labelOf(parts.map((part) => part.text).join('.'));
  if (parts.length !== 2) return { ...NO_LABELS, whole };
  const [outer = null, inner = null] = parts.map((part) => labelOf(part.text));
  if (!outer || !inner || outer.kind === 'kr' || inner.kind === 'objective') return { ...NO_LABELS, whole };
  return { whole, outer, inner };
}

/** The items of the file with this label: those of the own scope and cycle, where there are some. */
function labelled(label: Label, from: Standpoint, index: Index): readonly Goal[] {
  const all = index.labelled(from.uri, label.number).filter((goal) => label.kind === null || goal.kind === label.kind);
  const own = all.filter((goal) => goal.cycle === from.cycle && goal.scope === from.scope);
  return own.length > 0 ? own : all;
}

/**
 * All that a reference may lead to, in whatever scope, cycle and property it is written; null where it may be a number, which
 * means something else in each file.
 */
export function mayMean(reference: Reference, index: Index): readonly Item[] | null {
  const { whole, inner } = labelsIn(reference);
  if (whole || inner) return null;
  const [id = '', above] = reference.parts.map((part) => idKey(part.text)).reverse();
  return [...(above === undefined ? index.goals(id) : index.goalsBelow(above, id)), ...index.kpis(id)];
}

/** Resolves a reference to a KPI: of the own scope, its parents, or the only one of the workspace. */
export function resolveKpi(reference: Reference, from: Standpoint, index: Index): Resolution<Kpi> {
  const parts = reference.parts.map((part) => idKey(part.text));
  const bearers = index.kpis(parts[parts.length - 1] ?? '');
  const named = bearers.filter((kpi) => kpi !== from.self && fits(parts, kpi));
  return { ...firstTier([named], from), byLabel: false, vague: from.scope === 'unknown' };
}
