import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import { writeMetric } from '../measure/write-metric.ts';
import type { JournalEntry, KeyResult, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { readingOf } from '../model/title.ts';
import { indentBelow, lineBreakOf } from '../rules/edits.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner } from '../syntax/properties.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Line } from '../syntax/tree.ts';
import { asNote, capitalised, changeIn, hasPlainHeader, standAlone, linesBelow, referredTo } from './item-lines.ts';
import { MIXED_LINES, refusal } from './offers.ts';
import type { Refactoring } from './offers.ts';
import { keyOf } from './scope-names.ts';

const TITLE = said`Turn it into a KPI`;

/**
 * Makes a key result a KPI of its scope, in its place: named after what it measures, healthy where the key result would
 * have been reached, and watching over its objective. What a KPI does not have becomes a note, so that nothing is lost.
 */
export const asKpi: Refactoring = (snapshot, item) => {
  if (item.kind !== 'kr' || item.measures !== null || !hasPlainHeader(item)) return [];
  const { plan } = snapshot;
  const refused = referredTo(snapshot, item) ?? whyNot(plan, item);
  if (refused !== null) return [refusal(TITLE, 'refactor.rewrite', refused)];
  return [
    {
      title: TITLE,
      kind: 'refactor.rewrite',
      changes: () => [
        changeIn(snapshot, item, item.header.keyword.from, item.header.end, header(plan, item)),
        ...linesBelow(item)
          .filter((line) => !fits(item, line))
          .map((line) => changeIn(snapshot, item, line.from + line.indent, line.end, asNote(item, line))),
      ],
    },
  ];
};

function whyNot(plan: Plan, kr: KeyResult): Said | null {
  if (!standAlone([kr])) return MIXED_LINES;
  if (kr.objective === null && kr.initiatives.length > 0) return said`Its initiatives would belong to nothing.`;
  const { id } = kr;
  const same =
    id !== null && plan.kpis.some((kpi) => kpi.scope === kr.scope && kpi.id !== null && keyOf(kpi.id) === keyOf(id));
  return same ? said`The scope has a KPI ${id} already.` : null;
}

/** The header with the lines that follow from it. */
function header(plan: Plan, kr: KeyResult): string {
  const { block, objective, id } = kr;
  const { measure, source } = standingOf(plan, kr);
  const title = block.text.slice(kr.header.title.from, kr.header.end).trim();
  const target = healthyWhere(plan, kr);
  // A KPI is named by its figure: the goal's words are kept in a note.
  const isNamed = source === 'metric' || (source === 'title' && target !== null);
  const name = isNamed ? capitalised(measure?.name.trim() ?? '') : '';
  const lines = [
    `kpi${id === null ? '' : ` ${id}`}: ${name === '' ? title : name}`,
    ...(target === null ? [] : [`target: ${target}`]),
    ...(objective?.id == null ? [] : [`for: ${objective.id}`]),
    ...(name === '' ? [] : [`> ${title}`]),
  ];
  return lines.join(lineBreakOf(block) + indentBelow(kr));
}

/** The bound or band of a KPI that is healthy where the key result is reached; null where the measure has no level. */
function healthyWhere(plan: Plan, kr: KeyResult): string | null {
  const { measure, baseline, target } = standingOf(plan, kr);
  if (measure === null) return null;
  const bound = (to: Quantity): string => writeMetric({ kind: 'bound', name: '', to });
  switch (measure.kind) {
    case 'bound':
      return bound(measure.to);
    case 'move': {
      const falls =
        baseline !== null && target !== null ? baseline.value > target : readingOf(kr).direction === 'decrease';
      return bound(measure.to.op === '=' ? { ...measure.to, op: falls ? '<=' : '>=' } : measure.to);
    }
    case 'hold':
      return band(measure);
    case 'change':
    case 'done':
    case 'tasks':
      return null;
  }
}

function band(measure: Measure): string {
  return writeMetric({ ...measure, name: '' }).replace(/^keep /, '');
}

/** Whether a line may stand below a KPI as it is. */
function fits(kr: KeyResult, line: Line): boolean {
  switch (line.kind) {
    case 'property': {
      const of: readonly Owner[] = line.property === null ? ['kpi'] : PROPERTIES[line.property].of;
      // The key result's target is part of its metric, which the KPI's bound says.
      return of.includes('kpi') && line.property !== 'target';
    }
    case 'entry': {
      const entry = kr.journal.find((each) => each.line === line);
      return entry === undefined || isReading(entry);
    }
    default:
      return true;
  }
}

/** A level on a day, and nothing that only a goal has: no state, no moved goalpost, no change. */
function isReading({ reading }: JournalEntry): boolean {
  return (
    reading.kind === 'report' &&
    reading.confidence === null &&
    reading.mood === null &&
    reading.value !== 'done' &&
    reading.value?.kind !== 'delta'
  );
}
