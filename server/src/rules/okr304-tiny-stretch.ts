import { formatValue } from '../measure/format-quantity.ts';
import { targetText } from '../model/level-text.ts';
import { standingOf } from '../model/standing.ts';
import { titlePlace } from './places.ts';
import { asPercent } from './render.ts';
import { defineRule, numberOption } from './rule.ts';

export const okr304 = defineRule({
  code: 'OKR304',
  name: 'tiny-stretch',
  severity: 'info',
  says: 'A move of less than 5% of the baseline.',
  why: `A move this small may come by itself, or drown in the noise of the measurement. A percentage that is nearly full is another
matter: from 99.5% to 99.9% four fifths of what was missing are gained, and that is not reported.`,
  sources: ['PB'],
  bad: `objective: Be quick to help
  kr: Bring the response time down
    metric: response time 8 h -> 7.8 h`,
  good: `objective: Be quick to help
  kr: Bring the response time down
    metric: response time 8 h -> 6 h`,
  messages: {
    tiny: '{item} moves from {from} to {to}, {share} of the baseline. Is that all? Aim further, or say why it is hard in a note.',
  },
  options: { percent: numberOption(5, 0, 'Moves of less than this many percent of the baseline are reported.') },
  keyResult(kr, { plan, options }) {
    const standing = standingOf(plan, kr);
    const { measure, baseline, target, unit } = standing;
    if (!measure || measure.kind === 'hold' || !baseline || target === null || kr.notes.length > 0) return [];
    const move = Math.abs(target - baseline.value);
    if (baseline.value === 0 || move === 0) return [];
    const share = move / Math.abs(baseline.value);
    const missing = unit?.dimension === 'percent' ? 100 - baseline.value : 0;
    const ofMissing = missing > 0 && target > baseline.value ? move / missing : 0;
    if (share * 100 >= options.percent || ofMissing * 100 >= options.percent) return [];
    const to = targetText({ ...standing, target });
    const args = { from: formatValue(baseline.value, unit), to, share: asPercent(share) };
    return [{ message: 'tiny', args, place: titlePlace(kr) }];
  },
});
