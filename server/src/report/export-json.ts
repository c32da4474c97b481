import type { Cycle, Item, Plan } from '../model/plan.ts';
import { exportKeyResult, exportKpi, exportObjective, exportScope } from './export-items.ts';
import type { ExportContext } from './export-items.ts';
import { exportPerson } from './export-values.ts';
import type { Json } from './export-values.ts';
import type { FileReport } from './check-report.ts';
import { locatorOver } from './positions.ts';

/** Goes up where a reader of the old shape would break; additions leave it as it is. */
const EXPORT_SCHEMA_VERSION = 1;

export interface ExportOptions {
  /** The files whose items are exported: the whole workspace, or what was asked for of it. */
  readonly uris: ReadonlySet<string>;
  readonly show: (uri: string) => string;
  /** Path of the configuration that applied; null where the defaults did. */
  readonly config: string | null;
  /** What a check tells of the same files; null where it is not wanted. */
  readonly findings: readonly FileReport[] | null;
}

/**
 * The plan with all that is computed from it, as JSON (docs/export.md, schemas/okr-export.schema.json). Items refer to each
 * other by their keys. The same files, configuration and day give the same bytes. Ends in a line break.
 */
export function writeExportJson(plan: Plan, options: ExportOptions): string {
  return `${JSON.stringify(exportPlan(plan, options), null, 2)}\n`;
}

function exportPlan(plan: Plan, { uris, show, config, findings }: ExportOptions): Json {
  const context: ExportContext = {
    plan,
    show,
    locate: locatorOver((uri) => plan.documents.get(uri)?.tree ?? null),
  };
  const isAsked = (item: Item): boolean => uris.has(item.uri);
  const objectives = plan.objectives.filter(isAsked);
  const keyResults = plan.keyResults.filter(isAsked);
  const kpis = plan.kpis.filter(isAsked);
  const people = plan.people.filter(({ uses }) => uses.some(({ uri }) => uris.has(uri)));
  return {
    $schema: 'okr-export.schema.json',
    schemaVersion: EXPORT_SCHEMA_VERSION,
    today: plan.today,
    config,
    files: [...uris].map(show),
    cycles: cyclesOf([...objectives, ...keyResults, ...kpis]).map(({ name, start, end }) => ({ name, start, end })),
    people: people.map(exportPerson),
    scopes: plan.scopes
      .filter(({ headers }) => headers.some(({ uri }) => uris.has(uri)))
      .map((scope) => exportScope(scope, context)),
    objectives: objectives.map((objective) => exportObjective(objective, context)),
    keyResults: keyResults.map((keyResult) => exportKeyResult(keyResult, context)),
    kpis: kpis.map((kpi) => exportKpi(kpi, context)),
    ...(findings === null ? {} : { findings: findings.flatMap(exportFindings) }),
  };
}

/** The cycles that items stand in, by when they begin, each once. */
function cyclesOf(items: readonly Item[]): readonly Cycle[] {
  const cycles = new Map<string, Cycle>();
  for (const { cycle } of items) if (cycle !== null && cycle !== 'unknown') cycles.set(cycle.name, cycle);
  const order = ({ start, end, name }: Cycle): string => `${start ?? ''} ${end ?? ''} ${name}`;
  return [...cycles.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function exportFindings({ path, findings }: FileReport): readonly Json[] {
  return findings.map(({ code, name, severity, message, start, end, item }) => ({
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    code,
    name,
    severity,
    message,
    item,
  }));
}
