import type { KeyResult, PlanFix } from '../model/plan.ts';
import { isBare } from './edits.ts';

/** Fewer than this many key results left would make another finding of the change. */
const LEAVES = 2;

/**
 * The fix that makes a key result a task of the item above it: likely and not certain, for someone may want to measure
 * its effect instead. Only for a key result with nothing below it, whose lines would otherwise change their meaning.
 */
export function asInitiative(kr: KeyResult): readonly PlanFix[] {
  const siblings = kr.objective?.keyResults.length ?? 0;
  if (siblings <= LEAVES || !isBare(kr) || kr.header.fromList || kr.title.trim() === '') return [];
  const { content, end } = kr.header;
  const place = { uri: kr.uri, block: kr.block, span: { from: content, to: end } };
  return [{ title: 'Make it an initiative', safe: false, edits: [{ place, newText: `[ ] ${kr.title}` }] }];
}
