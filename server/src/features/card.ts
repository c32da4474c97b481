import { english } from '../syntax/said.ts';
import { formatQuantity, formatValue } from '../measure/format-quantity.ts';
import { daysBetween } from '../measure/days.ts';
import type { Measure } from '../measure/measure.ts';
import type { Standing } from '../model/figures.ts';
import { healthOf } from '../model/health.ts';
import type { Goal, Item, KeyResult, Kpi, Objective, Plan } from '../model/plan.ts';
import { scoreOf } from '../model/score.ts';
import { standingOf } from '../model/standing.ts';
import { counted } from '../rules/render.ts';
import { briefOf, ownerName, statusWord } from './brief.ts';
import { code, dotted, escaped, paragraphs } from './markdown.ts';
import { smartSection } from './smart-section.ts';
import { bar, day, percent } from './words.ts';

/** What there is to tell of an item, as Markdown: how it stands, why, and what it is made of. */
export function cardOf(plan: Plan, item: Item): string {
  switch (item.kind) {
    case 'objective':
      return objectiveCard(plan, item);
    case 'kr':
      return keyResultCard(plan, item);
    case 'kpi':
      return kpiCard(plan, item);
  }
}

/** How many key results of an objective are listed. */
const MOST = 8;

const NAMES = { objective: 'Objective', kr: 'Key result', kpi: 'KPI' } as const;

function heading(item: Item): string {
  const title = item.title.trim() === '' ? '*without a title*' : `**${escaped(item.title)}**`;
  return `${NAMES[item.kind]} ${title}${item.id === null ? '' : ` ${code(item.id)}`}`;
}

function objectiveCard(plan: Plan, objective: Objective): string {
  const score = scoreOf(plan, objective);
  const stands = score.computed === null ? 'no score' : bar(score.computed);
  return paragraphs(
    heading(objective),
    dotted(stands, score.grade, score.pace, statusWord(objective.status), reason(objective.status.why)),
    dotted(
      score.stated === null ? null : `graded ${percent(score.stated)} at the close`,
      score.supporters === null ? null : `supporters’ mean ${percent(score.supporters)}`,
      english(counted(objective.keyResults.length, 'key result')),
      objective.type,
    ),
    listOf(objective.keyResults.slice(0, MOST).map((kr) => dotted(escaped(kr.title), briefOf(plan, kr)))),
    listOf([
      ...score.leftOut.map(({ title, because }) => `left out: ${escaped(title)} (${escaped(because)})`),
      ...score.notes.map(escaped),
    ]),
    belongings(objective),
    smartSection(plan, objective),
  );
}

function keyResultCard(plan: Plan, kr: KeyResult): string {
  const standing = standingOf(plan, kr);
  const { progress, grade, pace, confidence, mood, forecast, due } = standing;
  return paragraphs(
    heading(kr),
    dotted(
      progress === null ? 'not measurable' : bar(progress),
      grade,
      pace,
      statusWord(kr.status),
      reason(kr.status.why),
    ),
    way(standing),
    dotted(
      mood === null ? null : `reported ${mood}`,
      confidence === null ? null : `confidence ${percent(confidence.value)}`,
      forecast === null ? null : `forecast ${value(forecast.value, standing)} (${percent(forecast.progress)})`,
      due === null ? null : `due ${day(due)}${daysLeft(plan.today, due)}`,
    ),
    listOf([
      ...standing.notes.filter((note) => note !== standing.leftOutBecause).map(escaped),
      ...(standing.leftOutBecause === null ? [] : [`does not count: ${escaped(standing.leftOutBecause)}`]),
    ]),
    kr.objective === null ? null : `of ${escaped(kr.objective.title)}`,
    belongings(kr),
    smartSection(plan, kr),
  );
}

function kpiCard(plan: Plan, kpi: Kpi): string {
  const { target, latest, healthy, trend } = healthOf(plan, kpi);
  const health = healthy === null ? null : healthy ? '✓ healthy' : '✗ outside its target';
  const reading =
    latest === null ? 'no reading yet' : `**${escaped(formatValue(latest.value, latest.unit))}** on ${day(latest.day)}`;
  const watched = kpi.watches.map(({ target: objective }) => objective).filter((objective) => objective !== null);
  return paragraphs(
    heading(kpi),
    dotted(health, reading, trend, target === null ? 'no target' : `target ${escaped(measureText(target))}`),
    listOf([
      ...watched.map(({ title }) => `watches ${escaped(title)}`),
      ...kpi.measuredBy.map(({ title }) => `measured by ${escaped(title)}`),
    ]),
    belongings(kpi),
  );
}

/** From where over what to where: `8 h → **7.5 h** → 6 h`, with the name of what is measured. */
function way(standing: Standing): string | null {
  const { measure, baseline, target, now } = standing;
  if (measure === null) return null;
  const name = measure.name === '' ? null : escaped(measure.name);
  if (measure.kind === 'done') return dotted('done or not done', name);
  if (measure.kind === 'tasks') return dotted('the share of its tasks that is ticked off', name);
  const to = target === null || measure.kind === 'bound' ? escaped(measureText(measure)) : value(target, standing);
  const steps = [
    measure.kind === 'hold' ? null : baseline === null ? '?' : value(baseline.value, standing),
    now?.value == null
      ? null
      : `**${value(now.value, standing)}**${now.entry === null ? '' : ` on ${day(now.day, 'short')}`}`,
    measure.kind === 'hold' ? `keep ${to}` : to,
  ];
  return dotted(steps.filter((step) => step !== null).join(' → '), name);
}

function value(amount: number, { unit }: Standing): string {
  return escaped(formatValue(amount, unit));
}

/** The aim of a measure alone, for people to read. */
export function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'move':
    case 'bound':
      return formatQuantity(measure.to);
    case 'hold':
      return [measure.low, measure.high]
        .filter((side) => side !== null)
        .map((side) => formatQuantity(side))
        .join(' and ');
    case 'change':
      return formatQuantity(measure.by);
    case 'done':
      return 'done';
    case 'tasks':
      return 'all tasks';
  }
}

function daysLeft(today: string, due: string): string {
  const left = daysBetween(today, due);
  if (left === 0) return ' (today)';
  return left > 0 ? ` (${english(counted(left, 'day'))} left)` : ` (${english(counted(-left, 'day'))} ago)`;
}

function reason(why: string | null): string | null {
  return why === null || why === '' ? null : escaped(why);
}

/** Who owns it, where and when it belongs, and what it serves. */
function belongings(item: Item): string {
  const { owner, scope, cycle } = item;
  const name = ownerName(owner);
  return dotted(
    name === null ? null : `owner ${escaped(name)}${owner?.inherited === true ? ' (its objective’s)' : ''}`,
    scope === null || scope === 'unknown' ? null : escaped(scope.title),
    item.kind === 'kpi' || cycle === null || cycle === 'unknown' ? null : escaped(cycle.name),
    item.kind === 'kpi' ? null : supports(item),
  );
}

function supports(goal: Goal): string | null {
  const targets = goal.supports.map(({ target }) => target).filter((target) => target !== null);
  return targets.length === 0 ? null : `supports ${targets.map(({ title }) => escaped(title)).join(', ')}`;
}

function listOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.map((line) => `- ${line}`).join('\n');
}
