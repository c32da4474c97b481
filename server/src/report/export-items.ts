import { healthOf } from '../model/health.ts';
import type { Item, KeyResult, Kpi, Objective, Plan, Properties, Scope } from '../model/plan.ts';
import { scoreOf } from '../model/score.ts';
import { smartOf } from '../model/smart.ts';
import { standingOf } from '../model/standing.ts';
import { exportHealth, exportScore, exportSmart, exportStanding } from './export-figures.ts';
import { exportEntry, exportInitiative } from './export-journal.ts';
import { exportReading } from './export-reading.ts';
import { exportLink, exportOptionalLink, exportOwner, exportPerson, exportStatus } from './export-values.ts';
import { exportNumber } from './export-values.ts';
import type { Json } from './export-values.ts';
import type { Span } from '../syntax/tree.ts';
import type { Locate } from './positions.ts';

/** What the writers of items need: the plan, where places stand, and the paths that people see. */
export interface ExportContext {
  readonly plan: Plan;
  readonly locate: Locate;
  /** Turns a URI into a path relative to the workspace. */
  readonly show: (uri: string) => string;
}

type Members = Readonly<Record<string, Json>>;

export function exportScope(scope: Scope, context: ExportContext): Json {
  return {
    key: scope.key,
    kind: scope.kind,
    id: scope.id,
    title: scope.title,
    openings: scope.headers.map(({ uri, block, header }) => placeOf({ uri, block, header }, context)),
    parent: scope.parent?.key ?? null,
    children: scope.children.map(({ key }) => key),
    lead: scope.lead.map(exportPerson),
    members: scope.members.map(exportPerson),
    northStar: exportOptionalLink(scope.northStar),
    properties: exportProperties(scope.properties),
    objectives: scope.objectives.map(({ key }) => key),
    kpis: scope.kpis.map(({ key }) => key),
  };
}

export function exportObjective(objective: Objective, context: ExportContext): Json {
  const { plan } = context;
  return {
    ...exportItem(objective, context),
    status: exportStatus(objective.status),
    type: objective.type,
    weight: exportNumber(objective.weight),
    with: objective.with.map(exportPerson),
    supports: objective.supports.map(exportLink),
    supportedBy: objective.supportedBy.map(({ key }) => key),
    continues: exportOptionalLink(objective.continues),
    watchedBy: objective.watchedBy.map(({ key }) => key),
    keyResults: objective.keyResults.map(({ key }) => key),
    score: exportScore(scoreOf(plan, objective)),
    smart: exportSmart(smartOf(plan, objective)),
  };
}

export function exportKeyResult(kr: KeyResult, context: ExportContext): Json {
  const { plan } = context;
  const standing = standingOf(plan, kr);
  const isWritten = standing.source === 'metric' || standing.source === 'baseline and target';
  return {
    ...exportItem(kr, context),
    objective: kr.objective?.key ?? null,
    status: exportStatus(kr.status),
    weight: exportNumber(kr.weight),
    with: kr.with.map(exportPerson),
    supports: kr.supports.map(exportLink),
    supportedBy: kr.supportedBy.map(({ key }) => key),
    continues: exportOptionalLink(kr.continues),
    measures: exportOptionalLink(kr.measures),
    standing: exportStanding(standing),
    reading: exportReading(plan, kr, isWritten ? standing.measure : null),
    smart: exportSmart(smartOf(plan, kr)),
  };
}

export function exportKpi(kpi: Kpi, context: ExportContext): Json {
  const { plan } = context;
  const health = healthOf(plan, kpi);
  return {
    ...exportItem(kpi, context),
    declarations: kpi.declarations.map((declaration) => placeOf(declaration, context)),
    watches: kpi.watches.map(exportLink),
    measuredBy: kpi.measuredBy.map(({ key }) => key),
    health: exportHealth(health),
    reading: exportReading(plan, kpi, health.target),
  };
}

/** What all items have. A cycle or scope that cannot be read is told apart from one that was never stated. */
function exportItem(item: Item, context: ExportContext): Members {
  const { scope, cycle } = item;
  return {
    key: item.key,
    ...placeOf(item, context),
    id: item.id,
    label: item.label,
    title: item.title,
    scope: scope === 'unknown' ? null : (scope?.key ?? null),
    scopeUnreadable: scope === 'unknown',
    cycle: cycle === 'unknown' ? null : (cycle?.name ?? null),
    cycleUnreadable: cycle === 'unknown',
    owner: exportOwner(item.owner),
    tags: item.tags,
    properties: exportProperties(item.properties),
    notes: item.notes.map(({ text }) => text),
    initiatives: item.initiatives.map(exportInitiative),
    journal: item.journal.map(exportEntry),
  };
}

function placeOf(
  { uri, block, header }: Pick<Item, 'uri' | 'block'> & { header: Span },
  context: ExportContext,
): Members {
  const { line } = context.locate({ uri, block, span: header }).start;
  return { path: context.show(uri), line };
}

/** All properties as they were written, each with its lines. */
function exportProperties(properties: Properties): Json {
  return Object.fromEntries([...properties].map(([name, uses]) => [name, uses.map(({ line }) => line.value.text)]));
}
