import { said } from '../syntax/said.ts';
import { standingOf } from '../model/standing.ts';
import type { KeyResult, PlanFix } from '../model/plan.ts';
import { datedCycle, isRunning } from './cycles.ts';
import { withoutLine } from './edits.ts';
import { has, titlePlace } from './places.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr504 = defineRule({
  code: 'OKR504',
  name: 'all-due-at-the-end',
  severity: 'hint',
  says: "Three or more written deadlines of an objective, all on the cycle's last day.",
  why: `When everything is due on the last day, nothing can be learned from what came first. The end of the cycle is the default
anyway; a written date is worth having where it is another.`,
  sources: ['PB'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    by: 2026-12-31
  kr: Resolve 85% of tickets within the first contact
    by: 2026-12-31
  kr: Reopen at most 2% of tickets
    by: 2026-12-31`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Answer within 6 h
    by: 2026-11-15
  kr: Resolve 85% of tickets within the first contact
  kr: Reopen at most 2% of tickets`,
  fixes: ['Take the dates away: they are due then anyway'],
  messages: {
    end: '{item}: all {count} deadlines are on {day}, the last day of {cycle}. What could be known earlier?',
  },
  options: { least: numberOption(3, 2, 'From how many deadlines on they are looked at.') },
  dependsOn: ['period'],
  objective(objective, { plan, options }) {
    const cycle = datedCycle(objective);
    if (!cycle) return [];
    const written = objective.keyResults.filter((kr) => isRunning(kr) && has(kr, 'by'));
    if (written.length < options.least || !written.every((kr) => standingOf(plan, kr).due === cycle.end)) return [];
    const args = { count: written.length, day: cycle.end, cycle: cycle.name };
    return [{ message: 'end', args, place: titlePlace(objective), fixes: [withoutDates(written)] }];
  },
});

/** The end of the cycle is when they are due without a word. */
function withoutDates(keyResults: readonly KeyResult[]): PlanFix {
  const edits = keyResults.flatMap((kr) =>
    (kr.properties.get('by') ?? []).map(({ line, block }) => withoutLine(kr.uri, block, line)),
  );
  return { title: said`Take the dates away: they are due then anyway`, safe: false, edits };
}
