import type { Preset } from './preset.ts';

export const strict: Preset = {
  says: 'Every info is a warning and every hint an info; a key result that cannot be measured fails the run.',
  raise: { info: 'warning', hint: 'info' },
  rules: { 'not-measurable': 'error' },
};
