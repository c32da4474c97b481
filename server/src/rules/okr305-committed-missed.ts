import { scoreOf } from '../model/score.ts';
import { isClosed } from './closing.ts';
import { has, titlePlace } from './places.ts';
import { asScore } from './render.ts';
import { defineRule } from './rule.ts';

export const okr305 = defineRule({
  code: 'OKR305',
  name: 'committed-missed',
  severity: 'error',
  says: 'A committed objective that closed below 1.0, with no `retro`.',
  why: `A committed objective is a promise that others have planned with. Missing it happens; passing over it makes every later promise
worth less. \`retro:\` says what was learned.`,
  sources: ['PB'],
  bad: `cycle 2026-Q3
objective: Be quick to help
  type: committed
  score: 0.6
  2026-10-01: closed
  kr: Answer within 6 h`,
  good: `cycle 2026-Q3
objective: Be quick to help
  type: committed
  retro: Two agents left in July and we hired too late; from now on we hire ahead.
  score: 0.6
  2026-10-01: closed
  kr: Answer within 6 h`,
  messages: { missed: '{item} was committed and closed at {score}. Say what was learned: retro: …' },
  old: true,
  insteadOf: ['OKR904'],
  objective(objective, { plan }) {
    if (objective.type !== 'committed' || !isClosed(objective) || has(objective, 'retro')) return [];
    const { stated, computed } = scoreOf(plan, objective);
    const score = stated ?? computed;
    if (score === null || score >= 1) return [];
    return [{ message: 'missed', args: { score: asScore(score) }, place: titlePlace(objective) }];
  },
});
