import type { Grade, KpiHealth, Pace } from '../model/figures.ts';
import type { ObjectiveType } from '../model/values.ts';
import type { Item, Scope, Status } from '../model/plan.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';

/** How figures and states are called where they are told. In a file they are written in the words of the language. */

export const GRADE_WORDS: Readonly<Record<Grade, Said>> = { red: said`red`, yellow: said`yellow`, green: said`green` };

export const PACE_WORDS: Readonly<Record<Pace, Said>> = {
  ahead: said`ahead`,
  'on track': said`on track`,
  'at risk': said`at risk`,
  behind: said`behind`,
  reached: said`reached`,
  missed: said`missed`,
};

export const STATUS_NAMES: Readonly<Record<Status, Said>> = {
  draft: said`draft`,
  active: said`active`,
  blocked: said`blocked`,
  postponed: said`postponed`,
  dropped: said`dropped`,
  closed: said`closed`,
};

export const TYPE_NAMES: Readonly<Record<ObjectiveType, Said>> = {
  committed: said`committed`,
  aspirational: said`aspirational`,
};

export const TREND_WORDS: Readonly<Record<NonNullable<KpiHealth['trend']>, Said>> = {
  up: said`up`,
  down: said`down`,
  flat: said`flat`,
};

/** As headings. */
export const KIND_NAMES: Readonly<Record<Item['kind'] | Scope['kind'], Said>> = {
  objective: said`Objective`,
  kr: said`Key result`,
  kpi: said`KPI`,
  company: said`Company`,
  department: said`Department`,
  team: said`Team`,
  person: said`Person`,
};

/** As a word behind a name. */
export const SCOPE_NAMES: Readonly<Record<Scope['kind'], Said>> = {
  company: said`company`,
  department: said`department`,
  team: said`team`,
  person: said`person`,
};
