import { said } from '../syntax/said.ts';
import type { HoldMeasure, Measure } from '../measure/measure.ts';
import { writeMetric } from '../measure/write-metric.ts';
import type { KeyResult, Plan, PlanFix } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { readingOf } from '../model/title.ts';
import { valueOf } from '../model/values.ts';
import type { Line } from '../syntax/tree.ts';
import { indentBelow, lineBelow, lineBreakOf, linesOf, replacement } from './edits.ts';
import { useOf } from './places.ts';

/** An objective without this many key results, or with this many KPIs, has a finding of its own. */
const FEWEST_LEFT = 2;
const MOST_KPIS = 2;

/**
 * The fix that makes a key result a KPI in its place, named by its figure, with the level to hold as its target, tied to the
 * objective that it guards; its readings stay. Only where the level is known and held, where each line below means the
 * same for a KPI, and where the objective can be referred to and keeps two key results.
 */
export function asKpi(kr: KeyResult, plan: Plan): readonly PlanFix[] {
  const { objective, header, uri, block } = kr;
  if (objective?.id == null || objective.keyResults.length <= FEWEST_LEFT) return [];
  if (objective.watchedBy.length >= MOST_KPIS || kr.suppressions.length > 0) return [];
  const held = levelOf(kr);
  const lines = linesOf(kr);
  if (!held || !lines.every((line) => fits(line, kr)) || isBroken(kr, plan) || isAmidList(kr)) return [];
  const lineBreak = lineBreakOf(block);
  const indent = indentBelow(kr);
  const metric = useOf(kr, 'metric')?.line ?? useOf(kr, 'target')?.line;
  const target = `target: ${held.bound}`;
  const tie = `for: ${objective.id}`;
  const id = header.id ? ` ${header.id.text}` : '';
  const from = header.fromList ? header.from + header.indent : header.keyword.from;
  const opened = replacement({ uri, block, span: { from, to: header.end } }, `kpi${id}: ${held.name}`);
  const below = metric
    ? [
        replacement(
          { uri, block, span: { from: metric.content, to: metric.end } },
          `${target}${lineBreak}${indent}${tie}`,
        ),
      ]
    : [lineBelow(uri, block, header, indent, `${target}${lineBreak}${indent}${tie}`)];
  return [{ title: said`Make it a KPI of the scope`, safe: false, edits: [opened, ...below] }];
}

/** The figure's name and the level to hold, as a KPI's `target:` has it: of the metric line, else of the title. */
function levelOf(kr: KeyResult): { readonly name: string; readonly bound: string } | null {
  const use = useOf(kr, 'metric');
  const written = use && valueOf(use.line, 'metric')?.measure;
  const read = readingOf(kr).measure;
  const held = holdOf(written ?? read);
  const name = (read?.name.trim() ?? '') || (written?.name.trim() ?? '');
  if (!held || name === '' || (use && !written)) return null;
  const bound = useOf(kr, 'target')?.line.value.text ?? writeMetric({ ...held, name: '' }).replace(/^keep\s+/, '');
  return { name: name.charAt(0).toUpperCase() + name.slice(1), bound };
}

/** A level that is kept, or one that starts where it ends. */
function holdOf(measure: Measure | null): HoldMeasure | null {
  if (measure?.kind === 'hold') return measure;
  if (measure?.kind !== 'move' || measure.from === null || measure.from === 'unknown') return null;
  const { from, to, name } = measure;
  return from.value === to.value ? { kind: 'hold', name, low: { ...to, op: '>=' }, high: null } : null;
}

const SHARED = new Set(['metric', 'target', 'owner', 'source', 'link', 'tags']);

/** Whether a line below the header means the same below a KPI's. */
function fits(line: Line, kr: KeyResult): boolean {
  switch (line.kind) {
    case 'header':
    case 'blank':
    case 'comment':
    case 'note':
      return true;
    case 'property':
      return line.property !== null && SHARED.has(line.property);
    case 'entry': {
      const reading = kr.journal.find((entry) => entry.line === line)?.reading;
      if (reading?.kind !== 'report') return false;
      return reading.value !== null && reading.value !== 'done' && reading.confidence === null && reading.mood === null;
    }
    case 'initiative':
    case 'label':
    case 'directive':
    case 'error':
      return false;
  }
}

/** A level that did not hold at each check-in is work to be done, and stays a key result. */
function isBroken(kr: KeyResult, plan: Plan): boolean {
  const { now, progress } = standingOf(plan, kr);
  return now !== null && progress !== 1;
}

/** A header between the bullets of a list would end it. */
function isAmidList({ header, block }: KeyResult): boolean {
  return header.fromList && block.lines.findLast(({ kind }) => kind === 'header') !== header;
}
