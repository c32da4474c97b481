import type { Tree } from '../syntax/tree.ts';
import { alignmentLoops } from './alignment-loops.ts';
import { calendarOf } from './cycles.ts';
import type { CycleUse } from './cycles.ts';
import { draftOf } from './document.ts';
import type { DocumentDraft, ScopeDraft } from './drafts.ts';
import { deadlineProblems, journalProblems } from './journal-problems.ts';
import { linkItems } from './link-items.ts';
import { problemIn } from './local-problem.ts';
import { makeItems } from './make-items.ts';
import { everyone } from './people.ts';
import { blockIndex } from './place.ts';
import type { Item, Opening, Person, Plan, PlanDocument, PlanProblem, PlanSettings, Scope } from './plan.ts';
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
  const sorted = [...documents.keys()].sort().flatMap((uri): readonly Document[] => {
    const tree = documents.get(uri);
    return tree ? [{ uri, tree, draft: draftOf(tree) }] : [];
  });
  const problems: PlanProblem[] = [];
  const calendar = calendarOf(cyclesIn(sorted), settings.fiscalYear);
  const scopes = scopesOf(sorted);
  const items = makeItems(sorted, { today, calendar, scopes, report: (problem) => problems.push(problem) });
  const supporting = linkItems(items, scopes.all, calendar, problems);
  for (const found of [
    calendar.problems,
    scopes.problems,
    alignmentLoops(supporting),
    journalProblems(items.notable, { today }),
    deadlineProblems(items.notable, settings.fiscalYear),
  ]) {
    for (const problem of found) problems.push(problem);
  }
  let people: readonly Person[] | null = null;
  let byKey: ReadonlyMap<string, Item> | null = null;
  const plan = {
    today,
    settings,
    documents: documentsOf(sorted, items.byDocument, scopes.byDraft, problems),
    scopes: scopes.all,
    objectives: items.objectives,
    keyResults: items.keyResults,
    kpis: items.kpis,
    cycles: calendar.all(),
    // These two cost a look at every item, and few requests need them.
    get items() {
      byKey ??= new Map(items.all.map((item) => [item.key, item]));
      return byKey;
    },
    get people() {
      people ??= everyone(plan);
      return people;
    },
  } satisfies Plan;
  return plan;
}

function cyclesIn(documents: readonly Document[]): readonly CycleUse[] {
  return documents.flatMap(({ uri, draft }) => draft.cycles.map(({ header, block }) => ({ uri, header, block })));
}

function documentsOf(
  documents: readonly Document[],
  items: readonly (readonly Item[])[],
  scopes: ReadonlyMap<ScopeDraft, Scope>,
  problems: readonly PlanProblem[],
): ReadonlyMap<string, PlanDocument> {
  const byUri = new Map<string, PlanProblem[]>();
  for (const problem of problems) {
    const known = byUri.get(problem.place.uri);
    if (known) known.push(problem);
    else byUri.set(problem.place.uri, [problem]);
  }
  return new Map(
    documents.map((document, at) => [
      document.uri,
      documentOf(document, items[at] ?? [], scopes, byUri.get(document.uri) ?? []),
    ]),
  );
}

function documentOf(
  { uri, tree, draft }: Document,
  made: readonly Item[],
  scopes: ReadonlyMap<ScopeDraft, Scope>,
  problems: readonly PlanProblem[],
): PlanDocument {
  let openings: readonly Opening[] | null = null;
  return {
    uri,
    tree,
    get openings() {
      openings ??= draft.openings.map(({ header, block, item, scope }) => ({
        header,
        block,
        subject: (item === null ? null : made[item]) ?? (scope && scopes.get(scope)) ?? null,
      }));
      return openings;
    },
    scopes: [...new Set(draft.scopes.flatMap((scope) => scopes.get(scope) ?? []))],
    items: made.filter((item, index) => item.header === draft.items[index]?.header),
    fileSuppressions: draft.fileSuppressions,
    problems: inTextOrder(tree, [...draft.problems.map((problem) => problemIn(uri, problem)), ...problems]),
  };
}

function inTextOrder(tree: Tree, problems: readonly PlanProblem[]): readonly PlanProblem[] {
  if (problems.length < 2) return problems;
  const at = ({ place }: PlanProblem): number => blockIndex(tree, place.block) ?? 0;
  return [...problems].sort((a, b) => at(a) - at(b) || a.place.span.from - b.place.span.from);
}
