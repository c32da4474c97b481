import type { Baseline } from './levels.ts';
import type { Quantity } from './quantity.ts';
import type { Segment, ValueSpan } from './segments.ts';
import type { ValueProblem } from './value-problem.ts';

/** All offsets count from the start of the body of the journal line, which is what stands behind `DATE:`. */

export type Mood = 'on track' | 'at risk' | 'off track';
export type EntryState = 'dropped' | 'postponed' | 'blocked' | 'closed' | 'active';

/** A check-in or a reading. `value` is the level reached; `confidence` is 0–1. The spans are null where the part is. */
export interface ReportReading {
  readonly kind: 'report';
  readonly value: Quantity | 'done' | null;
  readonly valueAt: ValueSpan | null;
  readonly confidence: number | null;
  readonly confidenceAt: ValueSpan | null;
  readonly mood: Mood | null;
  readonly moodAt: ValueSpan | null;
  readonly remark: string | null;
  readonly remarkAt: ValueSpan | null;
  readonly problems: readonly ValueProblem[];
}

/** A change of the item's status. */
export interface StateReading {
  readonly kind: 'state';
  readonly state: EntryState;
  readonly stateAt: ValueSpan;
  readonly why: string | null;
  readonly whyAt: ValueSpan | null;
  readonly problems: readonly ValueProblem[];
}

/** The target or baseline was moved. `to` is null where it cannot be read, which a problem then says. */
export interface MovedLevelReading {
  readonly kind: 'moved';
  readonly what: 'target' | 'baseline';
  readonly whatAt: ValueSpan;
  readonly from: Baseline;
  readonly to: Quantity | null;
  readonly why: string | null;
  readonly whyAt: ValueSpan | null;
  readonly problems: readonly ValueProblem[];
}

/** The deadline was moved. The two dates are as written: what they mean depends on the cycle, see `readBy`. */
export interface MovedDeadlineReading {
  readonly kind: 'moved';
  readonly what: 'by';
  readonly whatAt: ValueSpan;
  readonly from: Segment | null;
  readonly to: Segment | null;
  readonly why: string | null;
  readonly whyAt: ValueSpan | null;
  readonly problems: readonly ValueProblem[];
}

/** What the body of a journal line says. */
export type CheckInReading = ReportReading | StateReading | MovedLevelReading | MovedDeadlineReading;
