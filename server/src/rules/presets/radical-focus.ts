import type { Preset } from './preset.ts';

/** After Christina Wodtke: one objective, three key results, a confidence on each. */
export const radicalFocus: Preset = {
  says: 'Radical Focus: one objective, three key results, a confidence on each.',
  raise: {},
  rules: {
    'too-many-objectives': { max: 1 },
    'too-many-key-results': { max: 3 },
    'no-confidence': 'warning',
  },
};
