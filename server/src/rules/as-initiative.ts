import { said } from '../syntax/said.ts';
import type { KeyResult, Objective, PlanFix } from '../model/plan.ts';
import { indentBelow, isBare, lastLineOf, lineBelow, replacement, withoutLine } from './edits.ts';

/** Fewer than this many key results left would make another finding of the change. */
const LEAVES = 2;

/**
 * The fix that makes a key result a task of the item above it: likely and not certain, for someone may want to measure
 * its effect instead. Only for a key result with nothing below it, whose lines would otherwise change their meaning. One of
 * a list becomes a task of its objective, above the list: a check box between the bullets would be a key result again.
 */
export function asInitiative(kr: KeyResult): readonly PlanFix[] {
  const { objective, header, uri, block, title } = kr;
  const siblings = objective?.keyResults.length ?? 0;
  if (siblings <= LEAVES || !isBare(kr) || title.trim() === '') return [];
  const place = { uri, block, span: { from: header.content, to: header.end } };
  const edits = header.fromList
    ? [...taskOf(objective, kr), withoutLine(uri, block, header)]
    : [replacement(place, `[ ] ${title}`)];
  return edits.length === 1 && header.fromList ? [] : [{ title: said`Make it an initiative`, safe: false, edits }];
}

function taskOf(objective: Objective | null, { uri, title }: KeyResult): PlanFix['edits'] {
  if (objective?.uri !== uri || objective.header.fromList) return [];
  const last = lastLineOf(objective);
  return last ? [lineBelow(uri, objective.block, last, indentBelow(objective), `[ ] ${title}`)] : [];
}
