import type { Said } from '../syntax/said.ts';

/** A change of the value text that would mend a problem. Offsets count from the start of the value text. */
export interface ValueFix {
  readonly title: Said;
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/**
 * What cannot be read in a value, and what would mend it. Offsets count from the start of the value text.
 * A `hint` was read all the same, and may not mean what its writer thinks.
 */
export interface ValueProblem {
  readonly message: Said;
  readonly severity: 'error' | 'hint';
  readonly from: number;
  readonly to: number;
  readonly fix: ValueFix | null;
}

/** A problem with an error's weight, over a span of the value text. */
export function error(message: Said, from: number, to: number, fix: ValueFix | null = null): ValueProblem {
  return { message, severity: 'error', from, to, fix };
}

/** A problem that was read all the same. */
export function hint(message: Said, from: number, to: number, fix: ValueFix | null = null): ValueProblem {
  return { message, severity: 'hint', from, to, fix };
}

/** A problem of a part of a value, counted from the start of the value, in which the part begins at `by`. */
export function shifted(problem: ValueProblem, by: number): ValueProblem {
  const fix = problem.fix && { ...problem.fix, from: problem.fix.from + by, to: problem.fix.to + by };
  return { ...problem, from: problem.from + by, to: problem.to + by, fix };
}

/** The beginning of a text for a message: enough to know it again, never a page of it. */
export function quoted(text: string): string {
  const line = text.trim().slice(0, 200).replace(/\s+/g, ' ');
  return line.length <= 40 ? `"${line}"` : `"${line.slice(0, 39)}…"`;
}
