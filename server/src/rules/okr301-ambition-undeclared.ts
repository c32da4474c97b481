import { said } from '../syntax/said.ts';
import type { Objective, PlanFix } from '../model/plan.ts';
import { newProperty } from './edits.ts';
import { has, titlePlace } from './places.ts';
import { defineRule } from './rule.ts';

export const okr301 = defineRule({
  code: 'OKR301',
  name: 'ambition-undeclared',
  severity: 'hint',
  says: 'An objective that is neither committed nor aspirational.',
  why: `A committed objective is a promise: 1.0 is expected, and a miss is explained. An aspirational one aims beyond what is sure, and
0.7 is good. Without the word, the same grade is a failure to one reader and a success to another.`,
  sources: ['PB'],
  bad: `objective: Be quick to help
  kr: Answer within 6 h`,
  good: `objective: Be quick to help
  type: committed
  kr: Answer within 6 h`,
  fixes: ['Write type: committed', 'Write type: aspirational'],
  messages: {
    undeclared:
      '{item} is neither committed nor aspirational, so nobody knows which grade is good. Add type: committed or type: aspirational',
  },
  objective(objective) {
    if (has(objective, 'type')) return [];
    return [{ message: 'undeclared', args: {}, place: titlePlace(objective), fixes: eitherType(objective) }];
  },
});

function eitherType(objective: Objective): readonly PlanFix[] {
  if (objective.header.fromList) return [];
  return ['committed', 'aspirational'].map((type) => ({
    title: said`Write type: ${type}`,
    safe: false,
    edits: [newProperty(objective, 'type', type)],
  }));
}
