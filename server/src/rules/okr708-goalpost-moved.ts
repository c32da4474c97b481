import { said } from '../syntax/said.ts';
import { datedCycle, shareBefore } from './cycles.ts';
import { entryPlace } from './places.ts';
import { asPercent } from './render.ts';
import { defineRule, numberOption } from './rule.ts';
import type { Report } from './rule.ts';

/** Changes made silently, without a journal line, show only in the history of the file; hosts that have it look there. */
const MOVED = { by: said`deadline`, target: said`target`, baseline: said`baseline` } as const;

export const okr708 = defineRule({
  code: 'OKR708',
  name: 'goalpost-moved',
  severity: 'warning',
  says: 'A target, baseline or deadline changed after a third of the cycle, by a journal line without a reason.',
  why: `Targets may move: the world does. A dated line keeps the old one beside the new (\`2026-11-20: target 40% -> 38%, the campaign was
cut\`), and its reason tells a correction from a retreat. Early in the cycle, while targets still settle, no reason is asked for.`,
  sources: ['practice'],
  bad: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time
    metric: response time 8 h -> 6 h
    2026-11-05: target 6 h -> 7 h
    2026-11-08: 7.2 h`,
  good: `cycle 2026-Q4
objective: Be quick to help
  kr: Reduce response time
    metric: response time 8 h -> 6 h
    2026-11-05: target 6 h -> 7 h, the second shift was not approved
    2026-11-08: 7.2 h`,
  messages: {
    moved: 'The {what} of {item} was moved after {share} of {cycle}, and no reason is given. Say why behind a comma.',
  },
  options: {
    percent: numberOption(33, 0, 'How much of the cycle, in percent, may have passed before a reason is asked for.'),
  },
  dependsOn: ['period'],
  keyResult(kr, { plan, options }) {
    const cycle = datedCycle(kr);
    if (!cycle) return [];
    return kr.journal.flatMap((entry): Report<'moved'>[] => {
      const { reading, day } = entry;
      if (reading.kind !== 'moved' || reading.why !== null || day > plan.today) return [];
      const share = shareBefore(day, cycle);
      if (share * 100 < options.percent) return [];
      const args = {
        what: MOVED[reading.what],
        share: asPercent(Math.min(1, share)),
        cycle: cycle.name,
      };
      return [{ message: 'moved', args, place: entryPlace(plan, kr, entry) }];
    });
  },
});
