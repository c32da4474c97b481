import type { Preset } from './preset.ts';

export const recommended: Preset = {
  says: 'Every rule at its default.',
  raise: {},
  rules: {},
};
