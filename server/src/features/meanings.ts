import type { HeaderKind } from '../syntax/tree.ts';

/** What each header starts, in one line, for completion and hover. */
export const HEADER_SAYS: Readonly<Record<HeaderKind, string>> = {
  company: 'the company: all that follows belongs to it, until the next scope',
  department: 'a department: all that follows belongs to it, until the next scope',
  team: 'a team: all that follows belongs to it, until the next scope',
  person: 'a person: all that follows belongs to them, until the next scope',
  objective: 'an objective: what is to be achieved, in words that people remember',
  kr: 'a key result: a measurable sign that the objective above is reached',
  kpi: 'a KPI: a figure to watch all along, with what counts as healthy',
  cycle: 'the period of all that follows in the file, until the next cycle',
};
