/** A change of the value text that would mend a problem. Offsets count from the start of the value text. */
export interface ValueFix {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/**
 * What cannot be read in a value, and what would mend it. Offsets count from the start of the value text.
 * A `hint` was read all the same, and may not mean what its writer thinks.
 */
export interface ValueProblem {
  readonly message: string;
  readonly severity: 'error' | 'hint';
  readonly from: number;
  readonly to: number;
  readonly fix: ValueFix | null;
}
