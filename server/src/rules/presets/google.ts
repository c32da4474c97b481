import type { Preset } from './preset.ts';

/** After Google's OKR playbook: committed and aspirational are kept apart, and milestones are good key results. */
export const google: Preset = {
  says: "Google's OKR playbook: measurable or it fails, ambition declared, misses explained, milestones welcome.",
  raise: {},
  rules: {
    'not-measurable': 'error',
    'milestone-only': 'off',
    'ambition-undeclared': 'error',
    'committed-missed': 'error',
  },
};
