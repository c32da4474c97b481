import type { Clause } from './clause.ts';
import type { Measure } from './measure.ts';
import { measureName } from './measure-name.ts';
import { isScore } from './amount-meaning.ts';
import type { Target } from './amount-meaning.ts';
import type { Prose } from './prose.ts';
import { isVerb, pieceAt } from './prose.ts';
import { otherwise } from './quantity.ts';
import type { Quantity } from './quantity.ts';
import type { Direction, Measurable } from './reading.ts';
import type { Numbers } from './targets.ts';
import { Verb } from './word-classes.ts';

/** The measure that a title implies, as a `metric:` line would say it, or null where it implies none. */
export function impliedMeasure(
  prose: Prose,
  clause: Clause,
  numbers: Numbers,
  measurable: Measurable,
  direction: Direction,
): Measure | null {
  if (measurable === 'no') return null;
  const target = numbers.targets[0];
  if (!target) return { kind: 'done', name: '' };
  const name = prose.english ? measureName(prose, clause, target) : '';
  const to = ofScore(target.quantity);
  const baseline = numbers.baseline && ofScore(numbers.baseline);
  if (to.kind !== 'abs')
    return { kind: 'change', name, by: signed(to, direction, prose, clause, name), from: baseline };
  if (direction === 'maintain') {
    const below = to.op === '<=' || to.op === '<';
    if (typeof to.value !== 'number')
      return {
        kind: 'hold',
        name,
        low: otherwise(to, { value: to.value[0], op: '>=' }),
        high: otherwise(to, { value: to.value[1], op: '<=' }),
      };
    if (below || to.value === 0)
      return { kind: 'hold', name, low: null, high: to.op === '=' ? otherwise(to, { op: '<=' }) : to };
    return { kind: 'hold', name, low: to.op === '=' ? otherwise(to, { op: '>=' }) : to, high: null };
  }
  if (baseline) return { kind: 'move', name, from: baseline, to };
  // "p95 latency to 300 ms", "churn of 3%": which side is good shows only from where it starts.
  if (to.op === '=' && direction === 'reach' && isOpenLevel(prose, target))
    return { kind: 'move', name, from: null, to };
  if (to.op === '=') return { kind: 'bound', name, to: otherwise(to, { op: isLow(to, direction) ? '<=' : '>=' }) };
  return { kind: 'bound', name, to };
}

/** "rating: 4.5": a score is its own unit, which the name of the measure says already. */
const ofScore = (quantity: Quantity): Quantity =>
  quantity.unit?.per === null && isScore(quantity.unit.name) ? otherwise(quantity, { unit: null }) : quantity;

/** Whether less is better: of what is reduced, of what there should be none, and of a place among others. */
const isLow = (to: Quantity, direction: Direction): boolean =>
  direction === 'decrease' || to.value === 0 || to.unit?.name === 'rank';

/** Words before a level that name a figure of which less is mostly better. */
const COSTLY =
  /\b(?:latency|delay|churn|attrition|turnover|cost|costs|error|errors|failures?|defects?|bugs?|incidents?|complaints?|downtime|lag|backlog|abandonment|waste|emissions|bounce|drop-?off|mttr|mttd|cac|cpa|cpc|rework|absenteeism|stockouts?|scrap|debt)\b/i;
/** How long something takes, and not how long people stay with it. */
const TAKES = /\b(?:time|times|duration|wait|turnaround|delivery|cycle)\b(?! (?:on|in|per|spent))/i;
const STAYS = /\b(?:session|watch|listening|viewing|reading|dwell|engagement|play|free|family|talk|battery|run)\b/i;

/** A level that a "to" leads to without saying up or down, or a level of what is better low. */
function isOpenLevel(prose: Prose, target: Target): boolean {
  if (typeof target.quantity.value !== 'number' || target.quantity.value === 0 || target.source !== 'amount')
    return false;
  const piece = pieceAt(prose, target.first - 1);
  if (piece?.lower === 'to') return true;
  const before = prose.text.slice(0, piece?.to ?? 0);
  return (
    /^(?:of|at|:)$/.test(piece?.lower ?? '') && (COSTLY.test(before) || target.quantity.unit?.dimension === 'time')
  );
}

/**
 * A change carries its sign: "reduce by 25 %" is -25 %, and so is "improve the response time by 25 %", for less of a
 * time or a cost is what is better.
 */
function signed(by: Quantity, direction: Direction, prose: Prose, clause: Clause, name: string): Quantity {
  if (by.kind !== 'delta') return by;
  const lessIsBetter =
    isVerb(prose.pieces[clause.verb], Verb.better) && (COSTLY.test(name) || (TAKES.test(name) && !STAYS.test(name)));
  if (direction !== 'decrease' && !lessIsBetter) return by;
  const value =
    typeof by.value === 'number' ? -Math.abs(by.value) : ([-Math.abs(by.value[1]), -Math.abs(by.value[0])] as const);
  return otherwise(by, { value });
}
