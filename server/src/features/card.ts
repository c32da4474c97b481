import { said } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';
import { formatQuantity, formatValue } from '../measure/format-quantity.ts';
import { daysBetween } from '../measure/days.ts';
import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { Standing } from '../model/figures.ts';
import { healthOf } from '../model/health.ts';
import type { Goal, Item, KeyResult, Kpi, Objective, Plan } from '../model/plan.ts';
import { expectedText, targetText } from '../model/level-text.ts';
import { scoreOf } from '../model/score.ts';
import { standingOf } from '../model/standing.ts';
import { counted } from '../rules/render.ts';
import { briefOf, ownerName, statusWord } from './brief.ts';
import { GRADE_WORDS, KIND_NAMES, PACE_WORDS, TREND_WORDS, TYPE_NAMES } from './figure-words.ts';
import { code, dotted, escaped, paragraphs } from './markdown.ts';
import { smartSection } from './smart-section.ts';
import { bar, day, daysAgo, percent } from './words.ts';

/** What there is to tell of an item, as Markdown: how it stands, why, and what it is made of. */
export function cardOf(plan: Plan, item: Item, say: Say): string {
  switch (item.kind) {
    case 'objective':
      return objectiveCard(plan, item, say);
    case 'kr':
      return keyResultCard(plan, item, say);
    case 'kpi':
      return kpiCard(plan, item, say);
  }
}

/** How many key results of an objective are listed. */
const MOST = 8;

function heading(item: Item, say: Say): string {
  const title = item.title.trim() === '' ? `*${say(said`without a title`)}*` : `**${escaped(item.title)}**`;
  return `${say(KIND_NAMES[item.kind])} ${title}${item.id === null ? '' : ` ${code(item.id)}`}`;
}

function objectiveCard(plan: Plan, objective: Objective, say: Say): string {
  const score = scoreOf(plan, objective);
  const stands = score.computed === null ? say(said`no score`) : bar(score.computed);
  return paragraphs(
    heading(objective, say),
    dotted(
      stands,
      score.grade && say(GRADE_WORDS[score.grade]),
      score.pace && say(PACE_WORDS[score.pace]),
      statusWord(objective.status, say),
      reason(objective.status.why),
    ),
    dotted(
      score.stated === null ? null : say(said`graded ${percent(score.stated)} at the close`),
      score.supporters === null ? null : say(said`supporters’ mean ${percent(score.supporters)}`),
      say(counted(objective.keyResults.length, 'key result')),
      objective.type && say(TYPE_NAMES[objective.type]),
    ),
    listOf(objective.keyResults.slice(0, MOST).map((kr) => dotted(escaped(kr.title), briefOf(plan, kr, say)))),
    listOf([
      ...score.leftOut.map(({ title, because }) => say(said`left out: ${escaped(title)} (${escaped(say(because))})`)),
      ...score.notes.map((note) => escaped(say(note))),
    ]),
    belongings(objective, say),
    smartSection(plan, objective, say),
  );
}

function keyResultCard(plan: Plan, kr: KeyResult, say: Say): string {
  const standing = standingOf(plan, kr);
  const { progress, grade, pace, confidence, mood, forecast, due } = standing;
  return paragraphs(
    heading(kr, say),
    dotted(
      progress === null ? say(said`not measurable`) : bar(progress),
      grade && say(GRADE_WORDS[grade]),
      pace && say(PACE_WORDS[pace]),
      statusWord(kr.status, say),
      reason(kr.status.why),
    ),
    way(standing, say),
    dotted(
      mood === null ? null : say(said`reported ${mood}`),
      confidence === null ? null : say(said`confidence ${percent(confidence.value)}`),
      forecast === null
        ? null
        : say(said`forecast ${escaped(expectedText(forecast.value, standing))} (${percent(forecast.progress)})`),
      due === null ? null : `${say(said`due ${day(due)}`)} (${say(daysLeft(plan.today, due))})`,
    ),
    listOf([
      ...standing.notes.filter((note) => note !== standing.leftOutBecause).map((note) => escaped(say(note))),
      ...(standing.leftOutBecause === null
        ? []
        : [say(said`does not count: ${escaped(say(standing.leftOutBecause))}`)]),
    ]),
    kr.objective === null ? null : say(said`of ${escaped(kr.objective.title)}`),
    belongings(kr, say),
    smartSection(plan, kr, say),
  );
}

function kpiCard(plan: Plan, kpi: Kpi, say: Say): string {
  const { target, latest, healthy, trend } = healthOf(plan, kpi);
  const health = healthy === null ? null : healthy ? `✓ ${say(said`healthy`)}` : `✗ ${say(said`outside its target`)}`;
  const reading =
    latest === null
      ? say(said`no reading yet`)
      : say(said`**${escaped(formatValue(latest.value, latest.unit))}** on ${day(latest.day)}`);
  const watched = kpi.watches.map(({ target: objective }) => objective).filter((objective) => objective !== null);
  return paragraphs(
    heading(kpi, say),
    dotted(
      health,
      reading,
      trend && say(TREND_WORDS[trend]),
      say(target === null ? said`no target` : said`target ${escaped(say(measureText(target)))}`),
    ),
    listOf([
      ...watched.map(({ title }) => say(said`watches ${escaped(title)}`)),
      ...kpi.measuredBy.map(({ title }) => say(said`measured by ${escaped(title)}`)),
    ]),
    belongings(kpi, say),
  );
}

/** From where over what to where: `8 h → **7.5 h** → 6 h`, with the name of what is measured. */
function way(standing: Standing, say: Say): string | null {
  const { measure, baseline, target, now } = standing;
  if (measure === null) return null;
  const name = measure.name === '' ? null : escaped(measure.name);
  if (measure.kind === 'done') return dotted(say(said`done or not done`), name);
  if (measure.kind === 'tasks') return dotted(say(said`the share of its tasks that is ticked off`), name);
  const to =
    target === null || measure.kind === 'bound'
      ? escaped(say(measureText(measure)))
      : escaped(targetText({ ...standing, target }));
  const steps = [
    measure.kind === 'hold' ? null : baseline === null ? '?' : value(baseline.value, standing),
    now?.value == null
      ? null
      : now.entry === null
        ? `**${value(now.value, standing)}**`
        : say(said`**${value(now.value, standing)}** on ${day(now.day, 'short')}`),
    measure.kind === 'hold' ? say(said`keep ${to}`) : to,
  ];
  return dotted(steps.filter((step) => step !== null).join(' → '), name);
}

function value(amount: number, { unit }: Standing): string {
  return escaped(formatValue(amount, unit));
}

/** The aim of a measure alone, for people to read. */
function measureText(measure: Measure): Said {
  switch (measure.kind) {
    case 'move':
    case 'bound':
      return said`${formatQuantity(measure.to)}`;
    case 'hold':
      return measure.low !== null && measure.high !== null
        ? said`${formatQuantity(measure.low)} and ${formatQuantity(measure.high)}`
        : sideText(measure.low ?? measure.high);
    case 'change':
      return said`${formatQuantity(measure.by)}`;
    case 'done':
      return said`done`;
    case 'tasks':
      return said`all tasks`;
  }
}

function sideText(side: Quantity | null): Said {
  return said`${side === null ? '' : formatQuantity(side)}`;
}

function daysLeft(today: string, due: string): Said {
  const left = daysBetween(today, due);
  if (left === 0) return said`today`;
  return left > 0 ? said`${counted(left, 'day')} left` : daysAgo(-left);
}

function reason(why: string | null): string | null {
  return why === null || why === '' ? null : escaped(why);
}

/** Who owns it, where and when it belongs, and what it serves. */
function belongings(item: Item, say: Say): string {
  const { owner, scope, cycle } = item;
  const name = ownerName(owner);
  return dotted(
    name === null
      ? null
      : say(owner?.inherited === true ? said`owner ${escaped(name)} (its objective’s)` : said`owner ${escaped(name)}`),
    scope === null || scope === 'unknown' ? null : escaped(scope.title),
    item.kind === 'kpi' || cycle === null || cycle === 'unknown' ? null : escaped(cycle.name),
    item.kind === 'kpi' ? null : supports(item, say),
  );
}

function supports(goal: Goal, say: Say): string | null {
  const targets = goal.supports.map(({ target }) => target).filter((target) => target !== null);
  return targets.length === 0 ? null : say(said`supports ${targets.map(({ title }) => escaped(title)).join(', ')}`);
}

function listOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.map((line) => `- ${line}`).join('\n');
}
