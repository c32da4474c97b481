import { said } from '../syntax/said.ts';
import { boundOf, measureOf } from './levels.ts';
import type { Baseline } from './levels.ts';
import type { Measure } from './measure.ts';
import { readMetric } from './metric.ts';
import { leadingQuantity, explainQuantity } from './read-quantity.ts';
import { error, quoted } from './value-problem.ts';
import type { ValueProblem } from './value-problem.ts';
import { valueTokens } from './value-tokens.ts';

/** What `baseline:` and `target:` make together. Each problem counts from the start of its own value. */
export interface HalvesReading {
  readonly measure: Measure | null;
  readonly baselineProblem: ValueProblem | null;
  readonly targetProblem: ValueProblem | null;
}

/**
 * The measure of the two halves of a metric. Without a baseline (null) a target with a comparator is a bound to reach.
 * `done` and `tasks` may stand as a target too.
 */
export function measureFrom(baseline: string | null, target: string): HalvesReading {
  const start = baseline === null ? null : readBaseline(baseline);
  const baselineProblem = start?.problem ?? null;
  const word = target.trim().toLowerCase();
  if (word === 'done' || word === 'tasks') {
    return { measure: { kind: word, name: '' }, baselineProblem, targetProblem: null };
  }
  const { quantity, problem } = explainQuantity(target);
  const targetProblem = quantity ? null : (problem ?? notOneQuantity(target, 'target'));
  if (!quantity) return { measure: readMetric(target).measure, baselineProblem, targetProblem };
  const from = start?.from ?? null;
  const measure = from === null && quantity.op !== '=' ? boundOf('', quantity) : measureOf('', from, quantity);
  return { measure, baselineProblem, targetProblem };
}

/** Reads the value of `baseline:`: a quantity, or `?` where it is not known yet. */
export function readBaseline(text: string): { readonly from: Baseline; readonly problem: ValueProblem | null } {
  if (text.trim() === '?') return { from: 'unknown', problem: null };
  const { quantity, problem } = explainQuantity(text);
  return { from: quantity, problem: quantity ? null : (problem ?? notOneQuantity(text, 'baseline')) };
}

/** The problem of a text that should be one quantity and is not. `what` names the property in the message. */
export function notOneQuantity(text: string, what: string): ValueProblem {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (from >= to)
    return error(said`The ${what} is empty. Write a number with its unit, e.g. 40% or 6 h.`, 0, text.length);
  const leading = to - from > 200 ? null : leadingQuantity(valueTokens(text), text);
  if (leading && leading.to < to) {
    const rest = text.slice(leading.to, to).trimStart();
    const fix = { title: said`Write ${leading.text} only`, from: leading.to, to, newText: '' };
    return error(said`${quoted(rest)} is not part of the quantity ${leading.text}.`, to - rest.length, to, fix);
  }
  const says = said`${quoted(text)} is not a quantity. A ${what} is a number with its unit, e.g. 40% or 6 h.`;
  return error(says, from, to);
}
