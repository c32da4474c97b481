import { derived, ItemHandle } from './item-handle.ts';
import { looseKeyResultKey } from './keys.ts';
import type { CycleOf, Goal, JournalEntry, KeyResult, Kpi, Link, Objective, OwnerOf, StatusOf } from './plan.ts';
import { statusOf } from './status.ts';
import { FACET } from './tracking.ts';

export class ObjectiveHandle extends ItemHandle implements Objective {
  readonly kind = 'objective';

  override get self(): this {
    return this;
  }

  get keyResults(): readonly KeyResult[] {
    this.seen(FACET.frame);
    return keyResultsIn(this);
  }
  get status(): StatusOf {
    this.seen(FACET.state);
    return objectiveStatus(this);
  }
  get type(): Objective['type'] {
    this.seen(FACET.state);
    return this.draft.values.type;
  }
  get supports(): readonly Link<Goal>[] {
    this.seenLinks();
    return this.links.supports;
  }
  get supportedBy(): readonly Goal[] {
    return this.family.tables.supporters.get(this);
  }
  get continues(): Link<Objective> | null {
    this.seenLinks();
    return this.links.objectiveBefore;
  }
  get watchedBy(): readonly Kpi[] {
    return this.family.tables.watchers.get(this);
  }
}

export class KeyResultHandle extends ItemHandle implements KeyResult {
  readonly kind = 'kr';

  override get self(): this {
    return this;
  }

  get objective(): ObjectiveHandle | null {
    this.seen(FACET.frame);
    const { objective } = this.draft;
    const above = objective === null ? null : this.family.handles[objective];
    return above instanceof ObjectiveHandle ? above : null;
  }
  get status(): StatusOf {
    this.seen(FACET.state);
    return keyResultStatus(this);
  }
  get moves(): readonly JournalEntry[] {
    this.seen(FACET.moves | FACET.anchor);
    return this.draft.traits.moves ? this.draft.journal : NONE;
  }
  override get owner(): OwnerOf | null {
    this.seen(FACET.properties | FACET.anchor);
    this.objective?.seen(FACET.properties | FACET.anchor);
    return keyResultOwner(this);
  }
  get supports(): readonly Link<Goal>[] {
    this.seenLinks();
    return this.links.supports;
  }
  get supportedBy(): readonly Goal[] {
    return this.family.tables.supporters.get(this);
  }
  get continues(): Link<KeyResult> | null {
    this.seenLinks();
    return this.links.keyResultBefore;
  }
  get measures(): Link<Kpi> | null {
    this.seenLinks();
    return this.links.measures;
  }

  override get statesCycle(): boolean {
    return this.objective === null;
  }
  override get cycle(): CycleOf {
    const { objective } = this;
    return objective === null ? super.cycle : objective.cycle;
  }
  override get baseKey(): string {
    const { objective } = this;
    const { part } = this.draft;
    return objective ? `${objective.key}/${part}` : looseKeyResultKey(part, this.scope, this.cycle);
  }
  override get key(): string {
    const { objective } = this;
    if (objective === null) return super.key;
    this.seen(FACET.name);
    const at = partsIn(objective).get(this.draft.part)?.indexOf(this) ?? 0;
    return at > 0 ? `${this.baseKey}~${at + 1}` : this.baseKey;
  }
}

const keyResultsIn = derived((objective: ObjectiveHandle): readonly KeyResultHandle[] =>
  objective.family.itemsBelow(objective).filter((item): item is KeyResultHandle => item instanceof KeyResultHandle),
);

/** The key results of an objective by their part of the key. */
export const partsIn = derived((objective: ObjectiveHandle): ReadonlyMap<string, readonly KeyResultHandle[]> => {
  const parts = new Map<string, KeyResultHandle[]>();
  for (const kr of keyResultsIn(objective)) {
    const known = parts.get(kr.draft.part);
    if (known) known.push(kr);
    else parts.set(kr.draft.part, [kr]);
  }
  return parts;
});

const NONE: readonly never[] = [];

const objectiveStatus = derived(({ draft, family: { tables } }: ObjectiveHandle) =>
  statusOf(draft.values.status, draft.traits.states ? draft.journal : NONE, tables.today, null),
);

const keyResultStatus = derived(({ draft, objective, family: { tables } }: KeyResultHandle) =>
  statusOf(draft.values.status, draft.traits.states ? draft.journal : NONE, tables.today, objective?.status ?? null),
);

/** Its own, else the one it has from its objective. */
const keyResultOwner = derived((kr: KeyResultHandle): OwnerOf | null => {
  const own = kr.ownOwner;
  if (own) return own;
  const above = kr.objective?.owner;
  return above ? { ...above, inherited: true } : null;
});
