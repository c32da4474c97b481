import type { Scope } from './plan.ts';

/** A value of the plan while it is being linked: the same fields, to be filled in. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A scope while its parent and children are still being added. */
export interface OpenScope
  extends
    Writable<Omit<Scope, 'objectives' | 'kpis' | 'northStar' | 'children'>>,
    Pick<Scope, 'objectives' | 'kpis' | 'northStar'> {
  readonly children: Scope[];
}
