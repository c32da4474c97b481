import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { HeaderKind } from '../syntax/tree.ts';

/** What each header starts, in one line, for completion and hover. */
export const HEADER_SAYS: Readonly<Record<HeaderKind, Said>> = {
  company: said`the company: all that follows belongs to it, until the next scope`,
  department: said`a department: all that follows belongs to it, until the next scope`,
  team: said`a team: all that follows belongs to it, until the next scope`,
  person: said`a person: all that follows belongs to them, until the next scope`,
  objective: said`an objective: what is to be achieved, in words that people remember`,
  kr: said`a key result: a measurable sign that the objective above is reached`,
  kpi: said`a KPI: a figure to watch all along, with what counts as healthy`,
  cycle: said`the period of all that follows in the file, until the next cycle`,
};
