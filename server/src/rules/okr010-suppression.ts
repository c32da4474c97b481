import { defineRule } from './rule.ts';

/** What stands for a reason that the planner is to write over. */
export const REASON_TO_COME = 'say here why';

/** Its reports are made in suppressions.ts, which alone knows what was silenced. */
export const okr010 = defineRule({
  code: 'OKR010',
  name: 'suppression',
  severity: 'warning',
  says: 'An `okr-ignore` without a reason, of an unknown rule, or that silences nothing.',
  why: `\`# okr-ignore RULE: REASON\` silences a rule for the next item, \`# okr-ignore-file RULE: REASON\` for the file. The
reason is for the next reader, so a directive without one silences nothing, nor does one with "TODO" in its place. A directive that no longer silences anything
hides the next finding of its rule, so it is reported and can be taken away.`,
  sources: ['practice'],
  bad: `# okr-ignore OKR101
kr: Improve how the board sees us`,
  good: `# okr-ignore OKR101: the board votes in December and that settles it
kr: Improve how the board sees us`,
  fixes: ['Take the directive away', 'Take {rule} out of it', 'Write {rule}'],
  messages: {
    reason: 'This directive has no reason and silences nothing. Say why after a colon: # {directive} {rules}: REASON',
    placeholder:
      'The reason of this directive is still to be written, so it silences nothing. Write why over {reason}: # {directive} {rules}: REASON',
    'no-rule': 'This directive names no rule. Say which, e.g. # {directive} OKR101: REASON',
    unknown: 'There is no rule "{rule}".{nearest}',
    unused: '{rule} has nothing to say {where}. Take it out of the directive.',
    nowhere: 'No item follows this directive, so it silences nothing. Move it above an item, or take it away.',
  },
  old: true,
  drafts: true,
});
