import { okr001 } from './okr001-syntax.ts';
import { okr002 } from './okr002-unknown-property.ts';
import { okr003 } from './okr003-bad-value.ts';
import { okr004 } from './okr004-duplicate-property.ts';
import { okr005 } from './okr005-duplicate-id.ts';
import { okr006 } from './okr006-unresolved-reference.ts';
import { okr007 } from './okr007-alignment-cycle.ts';
import { okr008 } from './okr008-misleading-place.ts';
import { okr009 } from './okr009-unknown-person.ts';
import { okr010 } from './okr010-suppression.ts';
import { okr101 } from './okr101-not-measurable.ts';
import { okr102 } from './okr102-no-baseline.ts';
import { okr103 } from './okr103-relative-without-baseline.ts';
import { okr104 } from './okr104-direction-contradicts.ts';
import { okr105 } from './okr105-no-movement.ts';
import { okr106 } from './okr106-unit-mismatch.ts';
import { okr107 } from './okr107-impossible-value.ts';
import { okr108 } from './okr108-placeholder.ts';
import { okr109 } from './okr109-title-contradicts-metric.ts';
import { okr110 } from './okr110-milestone-only.ts';
import { okr201 } from './okr201-vague-wording.ts';
import { okr202 } from './okr202-activity-not-outcome.ts';
import { okr203 } from './okr203-two-in-one.ts';
import { okr204 } from './okr204-metric-in-objective.ts';
import { okr205 } from './okr205-long-title.ts';
import { okr206 } from './okr206-open-ended.ts';
import { okr207 } from './okr207-same-metric-twice.ts';
import { okr208 } from './okr208-solution-as-objective.ts';
import { okr301 } from './okr301-ambition-undeclared.ts';
import { okr302 } from './okr302-sandbagged.ts';
import { okr303 } from './okr303-out-of-reach.ts';
import { okr304 } from './okr304-tiny-stretch.ts';
import { okr305 } from './okr305-committed-missed.ts';
import { okr306 } from './okr306-no-confidence.ts';
import { okr401 } from './okr401-orphan.ts';
import { okr402 } from './okr402-unsupported.ts';
import { okr403 } from './okr403-supports-other-period.ts';
import { okr404 } from './okr404-copied-from-parent.ts';
import { okr405 } from './okr405-all-tasks-no-result.ts';
import { okr501 } from './okr501-no-period.ts';
import { okr502 } from './okr502-outside-cycle.ts';
import { okr503 } from './okr503-cycle-too-long.ts';
import { okr504 } from './okr504-all-due-at-the-end.ts';
import { okr505 } from './okr505-overdue.ts';
import { okr601 } from './okr601-too-many-objectives.ts';
import { okr602 } from './okr602-too-few-key-results.ts';
import { okr603 } from './okr603-too-many-key-results.ts';
import { okr604 } from './okr604-too-many-kpis.ts';
import { okr605 } from './okr605-overloaded-owner.ts';
import { okr606 } from './okr606-no-key-result.ts';
import { okr701 } from './okr701-no-owner.ts';
import { okr702 } from './okr702-stale.ts';
import { okr703 } from './okr703-behind-pace.ts';
import { okr704 } from './okr704-status-contradicts-pace.ts';
import { okr705 } from './okr705-stuck.ts';
import { okr706 } from './okr706-low-confidence-no-note.ts';
import { okr707 } from './okr707-worse-than-baseline.ts';
import { okr708 } from './okr708-goalpost-moved.ts';
import { okr709 } from './okr709-future-check-in.ts';
import { okr801 } from './okr801-maintain-is-a-kpi.ts';
import { okr802 } from './okr802-kpi-without-target.ts';
import { okr803 } from './okr803-kpi-as-goal.ts';
import { okr804 } from './okr804-unlinked-kpi.ts';
import { okr805 } from './okr805-unhealthy-unaddressed.ts';
import { okr806 } from './okr806-kr-repeats-every-cycle.ts';
import { okr901 } from './okr901-score-mismatch.ts';
import { okr902 } from './okr902-score-out-of-range.ts';
import { okr903 } from './okr903-closed-without-score.ts';
import { okr904 } from './okr904-closed-without-retro.ts';
import { okr905 } from './okr905-always-full-marks.ts';
import type { Rule } from './rule.ts';

/** All rules, in the order of their codes. */
// prettier-ignore
export const RULES: readonly Rule[] = [
  okr001, okr002, okr003, okr004, okr005, okr006, okr007, okr008, okr009, okr010,
  okr101, okr102, okr103, okr104, okr105, okr106, okr107, okr108, okr109, okr110,
  okr201, okr202, okr203, okr204, okr205, okr206, okr207, okr208,
  okr301, okr302, okr303, okr304, okr305, okr306,
  okr401, okr402, okr403, okr404, okr405,
  okr501, okr502, okr503, okr504, okr505,
  okr601, okr602, okr603, okr604, okr605, okr606,
  okr701, okr702, okr703, okr704, okr705, okr706, okr707, okr708, okr709,
  okr801, okr802, okr803, okr804, okr805, okr806,
  okr901, okr902, okr903, okr904, okr905,
];

const byName = new Map(
  RULES.flatMap((rule) =>
    [rule.code, rule.name, `${rule.code}/${rule.name}`].map((name) => [name.toLowerCase(), rule] as const),
  ),
);

/** The rule of a code (`OKR101`), a name (`not-measurable`) or both (`OKR101/not-measurable`), in any case; else null. */
export function ruleCalled(name: string): Rule | null {
  return byName.get(name.toLowerCase()) ?? null;
}
