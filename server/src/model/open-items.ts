import type { Goal, KeyResult, Kpi, KpiDeclaration, Link, Objective, Scope } from './plan.ts';

/** A value of the plan while it is being linked: the same fields, to be filled in. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A scope while its objectives, KPIs and children are still being added. */
export interface OpenScope extends Writable<Omit<Scope, 'objectives' | 'kpis' | 'children'>> {
  readonly objectives: Objective[];
  readonly kpis: Kpi[];
  readonly children: Scope[];
}

export interface OpenObjective extends Writable<
  Omit<Objective, 'keyResults' | 'supportedBy' | 'watchedBy' | 'supports'>
> {
  readonly keyResults: KeyResult[];
  readonly supports: Link<Goal>[];
  readonly supportedBy: Goal[];
  readonly watchedBy: Kpi[];
}

export interface OpenKeyResult extends Writable<Omit<KeyResult, 'supportedBy' | 'supports'>> {
  readonly supports: Link<Goal>[];
  readonly supportedBy: Goal[];
}

export interface OpenKpi extends Writable<Omit<Kpi, 'measuredBy' | 'watches' | 'declarations'>> {
  readonly declarations: KpiDeclaration[];
  readonly measuredBy: KeyResult[];
  readonly watches: Link<Objective>[];
}

export type OpenGoal = OpenObjective | OpenKeyResult;
export type OpenItem = OpenGoal | OpenKpi;
