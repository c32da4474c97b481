import type { DocumentDraft, ItemDraft } from './drafts.ts';
import { hasReferences } from './item-values.ts';
import type { ItemValues } from './item-values.ts';
import { cycleOf, makeKeyResult, makeKpi, makeObjective, reopenKpi, scopeOf } from './items.ts';
import type { Making } from './items.ts';
import { kpiKey, looseKeyResultKey, objectiveKey } from './keys.ts';
import { itemName, nameOf } from './links.ts';
import type { OpenItem, OpenKeyResult, OpenKpi, OpenObjective } from './open-items.ts';
import type { CycleOf, Item, PlanProblem } from './plan.ts';

/** An item and what of its properties is still to be linked or looked at, with the file that says it. */
export interface Pending {
  readonly item: OpenItem;
  readonly uri: string;
  readonly values: ItemValues;
}

export interface Items {
  readonly all: readonly OpenItem[];
  readonly objectives: readonly OpenObjective[];
  readonly keyResults: readonly OpenKeyResult[];
  readonly kpis: readonly OpenKpi[];
  /** For each document the items of its drafts, in their order; a KPI's headers share one. */
  readonly byDocument: readonly (readonly OpenItem[])[];
  /** Those that refer to others. */
  readonly referring: readonly Pending[];
  /** Those with something in journal or deadline to look at once all is linked. */
  readonly notable: readonly OpenItem[];
}

interface Document {
  readonly uri: string;
  readonly draft: DocumentDraft;
}

/** The items that bear a key or part, and how many of them there are. */
interface Taken {
  readonly first: OpenItem;
  count: number;
}

/** Makes the items of all files, gives each its key, and reports ids that two items share. */
export function makeItems(documents: readonly Document[], making: Making): Items {
  const all: OpenItem[] = [];
  const objectives: OpenObjective[] = [];
  const keyResults: OpenKeyResult[] = [];
  const kpis: OpenKpi[] = [];
  const referring: Pending[] = [];
  const notable: OpenItem[] = [];
  const taken = new Map<string, Taken>();
  /** The parts of keys that the key results of an objective have; few, so that they need no table of the whole plan. */
  const takenBelow = new Map<OpenObjective, Map<string, Taken>>();

  const byDocument = documents.map(({ uri, draft: { items: drafts } }) => {
    const made: OpenItem[] = [];
    for (const draft of drafts) {
      const item = make(uri, draft, made);
      made.push(item);
      if (hasReferences(draft.values)) referring.push({ item, uri, values: draft.values });
      const { traits } = draft;
      if (traits.signed || traits.falls || traits.movesDeadline || draft.properties.has('by')) notable.push(item);
    }
    return made;
  });
  return { all, objectives, keyResults, kpis, byDocument, referring, notable };

  function make(uri: string, draft: ItemDraft, above: readonly OpenItem[]): OpenItem {
    const scope = scopeOf(draft, making.scopes);
    switch (draft.header.header) {
      case 'objective': {
        const cycle = cycleOf(uri, draft, making);
        const key = objectiveKey(draft.part, scope, cycle);
        const objective = makeObjective(uri, draft, scope, cycle, key, making);
        take(taken, key, objective);
        if (scope && scope !== 'unknown') scope.objectives.push(objective);
        all.push(objective);
        objectives.push(objective);
        return objective;
      }
      case 'kr': {
        const nearest = draft.objective === null ? undefined : above[draft.objective];
        const objective = nearest?.kind === 'objective' ? nearest : null;
        const cycle = objective ? objective.cycle : cycleOf(uri, draft, making);
        const key = objective ? `${objective.key}/${draft.part}` : looseKeyResultKey(draft.part, scope, cycle);
        const keyResult = makeKeyResult(uri, draft, objective, scope, cycle, key, making);
        if (objective) take(partsBelow(objective), draft.part, keyResult);
        else take(taken, key, keyResult);
        objective?.keyResults.push(keyResult);
        all.push(keyResult);
        keyResults.push(keyResult);
        return keyResult;
      }
      case 'kpi': {
        const cycle = cycleOf(uri, draft, making);
        const key = kpiKey(draft.part, scope);
        const known = draft.header.id && scope !== 'unknown' ? taken.get(key)?.first : undefined;
        if (known?.kind === 'kpi') {
          const again = known.declarations.some((each) => each.uri === uri && each.cycle === cycle);
          if (again) making.report(sameId(uri, draft, known, known));
          reopenKpi(known, uri, draft, cycle, making);
          return known;
        }
        const kpi = makeKpi(uri, draft, scope, cycle, key, making);
        take(taken, key, kpi);
        if (scope && scope !== 'unknown') scope.kpis.push(kpi);
        all.push(kpi);
        kpis.push(kpi);
        return kpi;
      }
    }
  }

  function partsBelow(objective: OpenObjective): Map<string, Taken> {
    let parts = takenBelow.get(objective);
    if (!parts) {
      parts = new Map();
      takenBelow.set(objective, parts);
    }
    return parts;
  }

  /** Notes that an item bears a key or part; where another does already, the item's key gets a number. */
  function take(keys: Map<string, Taken>, key: string, item: OpenItem): void {
    const known = keys.get(key);
    if (!known) {
      keys.set(key, { first: item, count: 1 });
      return;
    }
    known.count++;
    item.key = `${item.key}~${known.count}`;
    if (item.id === null || !isPlaced(item, item.cycle)) return;
    const { first } = known;
    making.report(sameId(item.uri, item, item, first));
    // Who types the one should not have to open the file of the other to see it.
    if (known.count === 2 && first.uri !== item.uri) making.report(sameId(first.uri, first, first, item));
  }
}

/** True where nothing of the item's place in the plan is in doubt, so that its id must be its own. */
function isPlaced(item: OpenItem, cycle: CycleOf): boolean {
  return item.scope !== 'unknown' && (item.kind === 'kpi' || cycle !== 'unknown');
}

function sameId(uri: string, at: Pick<Item, 'block' | 'header'>, item: Item, other: Item): PlanProblem {
  const where = item.kind === 'kr' ? 'its objective' : 'its scope and cycle';
  return {
    rule: 'OKR005',
    severity: 'error',
    message: `The id "${item.id ?? ''}" is taken: ${itemName(other)} of ${where} has it as well. Give one of them another.`,
    place: { uri, block: at.block, span: at.header.id ?? at.header.title },
    related: [{ place: nameOf(other), message: itemName(other) }],
    fixes: [],
  };
}
