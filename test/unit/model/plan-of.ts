import { parse } from '../../../server/src/syntax/parse.ts';
import { buildPlan } from '../../../server/src/model/build.ts';
import type {
  Item,
  KeyResult,
  Kpi,
  Objective,
  Plan,
  PlanProblem,
  PlanSettings,
} from '../../../server/src/model/plan.ts';

export const TODAY = '2026-11-10';
export const SETTINGS: PlanSettings = { fiscalYear: { startMonth: 1, namedBy: 'end' } };

/** A plan of texts by the name of their file. */
export function planOf(files: Readonly<Record<string, string>> | string, today = TODAY, settings = SETTINGS): Plan {
  const texts = typeof files === 'string' ? { a: files } : files;
  const trees = Object.entries(texts).map(([name, text]) => [`file:///${name}.okr`, parse(text)] as const);
  return buildPlan(new Map(trees), settings, today);
}

export function problemsOf(plan: Plan): readonly PlanProblem[] {
  return [...plan.documents.values()].flatMap((document) => document.problems);
}

/** Problems as `OKR006 "text that they stand at"`, in the order of files and text. */
export function problemLines(plan: Plan): readonly string[] {
  return problemsOf(plan).map(({ rule, severity, place }) => {
    const text = place.block.text.slice(place.span.from, place.span.to);
    return `${rule}${severity === 'hint' ? ' hint' : ''} ${text.trim()}`;
  });
}

function named<T extends Item>(items: readonly T[], name: string): T {
  const found = items.filter((item) => item.id === name || item.title === name);
  const [item] = found;
  if (!item || found.length !== 1) throw new Error(`${found.length} items are called ${name}`);
  return item;
}

/** The only objective with this id or title. */
export function objective(plan: Plan, name: string): Objective {
  return named(plan.objectives, name);
}

export function keyResult(plan: Plan, name: string): KeyResult {
  return named(plan.keyResults, name);
}

export function kpi(plan: Plan, name: string): Kpi {
  return named(plan.kpis, name);
}
