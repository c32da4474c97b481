import type { Tree } from '../syntax/tree.ts';
import { alignmentLoops } from './alignment-loops.ts';
import { calendarOf } from './cycles.ts';
import type { CycleUse } from './cycles.ts';
import { draftOf } from './document.ts';
import type { DocumentDraft, ItemDraft, ScopeDraft } from './drafts.ts';
import { isPlaced, makeKeyResult, makeKpi, makeObjective, reopenKpi } from './items.ts';
import type { Making } from './items.ts';
import { deadlineProblems, journalProblems } from './journal-problems.ts';
import { keyResultKey, kpiKey, objectiveKey } from './keys.ts';
import { linkItems } from './link-items.ts';
import { itemName, nameOf } from './links.ts';
import { problemIn } from './local-problem.ts';
import type { OpenItem, OpenKpi, OpenObjective } from './open-items.ts';
import { everyone } from './people.ts';
import type { Item, Person, Plan, PlanDocument, PlanProblem, PlanSettings, Scope } from './plan.ts';
import { blockIndex } from './place.ts';
import { scopesOf } from './scopes.ts';

interface Document {
  readonly uri: string;
  readonly tree: Tree;
  readonly draft: DocumentDraft;
}

/**
 * Links all files of a workspace into one plan. What a block and a file say is read once for each block and tree; only the
 * links between them are made anew. Neither the order of `documents` nor anything outside of the arguments matters.
 * `today` is an ISO day. Never fails.
 */
export function buildPlan(documents: ReadonlyMap<string, Tree>, settings: PlanSettings, today: string): Plan {
  const sorted = [...documents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([uri, tree]): Document => ({ uri, tree, draft: draftOf(tree) }));
  const problems: PlanProblem[] = [];
  const calendar = calendarOf(cyclesIn(sorted), settings.fiscalYear);
  const scopes = scopesOf(sorted);
  problems.push(...calendar.problems, ...scopes.problems);
  const making: Making = { today, calendar, scopes, report: (problem) => problems.push(problem) };
  const items = makeItems(sorted, making);
  problems.push(...linkItems(items.all, scopes.all, calendar));
  problems.push(
    ...alignmentLoops(items.all.filter((item) => item.kind !== 'kpi').filter((goal) => goal.supports.length > 0)),
  );
  problems.push(...journalProblems(items.all, { today }));
  for (const item of items.all) {
    if (item.kind === 'kr') problems.push(...deadlineProblems(item, settings.fiscalYear));
  }
  const built = documentsOf(sorted, items.byDraft, scopes.byDraft, problems);
  const plan = {
    today,
    settings,
    documents: built,
    scopes: scopes.all,
    objectives: items.all.filter((item) => item.kind === 'objective'),
    keyResults: items.all.filter((item) => item.kind === 'kr'),
    kpis: items.all.filter((item) => item.kind === 'kpi'),
    cycles: calendar.all(),
    items: items.byKey,
  };
  return withPeople(plan);
}

/** Adds the people when they are first asked for: few requests need them, and they cost a look at every item. */
function withPeople(plan: Omit<Plan, 'people'>): Plan {
  let people: readonly Person[] | null = null;
  return {
    ...plan,
    get people() {
      people ??= everyone(plan);
      return people;
    },
  };
}

function cyclesIn(documents: readonly Document[]): readonly CycleUse[] {
  return documents.flatMap(({ uri, draft }) => draft.cycles.map(({ header, block }) => ({ uri, header, block })));
}

interface Items {
  readonly all: readonly OpenItem[];
  readonly byKey: ReadonlyMap<string, Item>;
  /** The item of each header; a KPI's headers share one. */
  readonly byDraft: ReadonlyMap<ItemDraft, OpenItem>;
}

/** Makes the items of all files, gives each its key, and reports ids that two items share. */
function makeItems(documents: readonly Document[], making: Making): Items {
  const all: OpenItem[] = [];
  const byKey = new Map<string, OpenItem>();
  const byDraft = new Map<ItemDraft, OpenItem>();
  const objectives = new Map<ItemDraft, OpenObjective>();
  const copies = new Map<string, number>();
  for (const { uri, draft: document } of documents) {
    for (const draft of document.items) {
      const item = makeItem(uri, draft);
      byDraft.set(draft, item);
    }
  }
  return { all, byKey, byDraft };

  function makeItem(uri: string, draft: ItemDraft): OpenItem {
    switch (draft.header.header) {
      case 'objective': {
        const objective = makeObjective(uri, draft, making);
        objectives.set(draft, objective);
        return add(objective, objectiveKey(draft.header, objective.scope, objective.cycle));
      }
      case 'kr': {
        const above = draft.objective ? (objectives.get(draft.objective) ?? null) : null;
        const keyResult = makeKeyResult(uri, draft, above, making);
        return add(keyResult, keyResultKey(draft.header, above?.key ?? null, keyResult.scope, keyResult.cycle));
      }
      case 'kpi': {
        const known = knownKpi(draft);
        if (!known) {
          const kpi = makeKpi(uri, draft, making);
          return add(kpi, kpiKey(draft.header, kpi.scope));
        }
        const cycle = reopenKpi(known, uri, draft, making);
        const twin = known.declarations.find(
          (each) => each.uri === uri && each.header !== draft.header && each.cycle === cycle,
        );
        if (twin) making.report(sameKpi(uri, draft, known));
        return known;
      }
    }
  }

  /** The KPI of the same scope and id that another header opened already. */
  function knownKpi(draft: ItemDraft): OpenKpi | null {
    if (!draft.header.id || draft.scope === 'unknown') return null;
    const scope = draft.scope ? (making.scopes.byDraft.get(draft.scope) ?? null) : null;
    const known = byKey.get(kpiKey(draft.header, scope));
    return known?.kind === 'kpi' ? known : null;
  }

  function add(item: OpenItem, key: string): OpenItem {
    const first = byKey.get(key);
    const copy = (copies.get(key) ?? 1) + 1;
    if (first) copies.set(key, copy);
    if (first && item.id !== null && isPlaced(item)) {
      making.report(sameId(item, first));
      if (copy === 2 && first.uri !== item.uri) making.report(sameId(first, item));
    }
    item.key = first ? `${key}~${copy}` : key;
    byKey.set(item.key, item);
    all.push(item);
    return item;
  }
}

function sameId(item: Item, other: Item): PlanProblem {
  const where = item.kind === 'kr' ? 'its objective' : 'its scope and cycle';
  return {
    rule: 'OKR005',
    severity: 'error',
    message: `The id "${item.id ?? ''}" is taken: ${itemName(other)} of ${where} has it as well. Give one of them another.`,
    place: nameOf(item),
    related: [{ place: nameOf(other), message: itemName(other) }],
    fixes: [],
  };
}

function sameKpi(uri: string, draft: ItemDraft, kpi: OpenKpi): PlanProblem {
  const span = draft.header.id ?? draft.header.title;
  return { ...sameId(kpi, kpi), place: { uri, block: draft.block, span } };
}

function documentsOf(
  documents: readonly Document[],
  items: ReadonlyMap<ItemDraft, Item>,
  scopes: ReadonlyMap<ScopeDraft, Scope>,
  problems: readonly PlanProblem[],
): ReadonlyMap<string, PlanDocument> {
  const byUri = new Map<string, PlanProblem[]>();
  for (const problem of problems) {
    const known = byUri.get(problem.place.uri);
    if (known) known.push(problem);
    else byUri.set(problem.place.uri, [problem]);
  }
  const built = new Map<string, PlanDocument>();
  for (const { uri, draft, tree } of documents) {
    const own = draft.items.flatMap((item) => {
      const made = items.get(item);
      return made?.header === item.header ? [made] : [];
    });
    built.set(uri, {
      uri,
      tree,
      openings: draft.openings.map(({ header, block, item, scope }) => ({
        header,
        block,
        subject: (item && items.get(item)) ?? (scope && scopes.get(scope)) ?? null,
      })),
      scopes: [...new Set(draft.scopes.flatMap((scope) => scopes.get(scope) ?? []))],
      items: own,
      fileSuppressions: draft.fileSuppressions,
      problems: inTextOrder(tree, [
        ...draft.problems.map((problem) => problemIn(uri, problem)),
        ...(byUri.get(uri) ?? []),
      ]),
    });
  }
  return built;
}

function inTextOrder(tree: Tree, problems: readonly PlanProblem[]): readonly PlanProblem[] {
  if (problems.length < 2) return problems;
  const at = ({ place }: PlanProblem): number => blockIndex(tree, place.block) ?? 0;
  return [...problems].sort((a, b) => at(a) - at(b) || a.place.span.from - b.place.span.from);
}
