import fc from 'fast-check';

/** Pieces of lines as people write them, and as they break them. */
const FRAGMENTS = [
  ...[
    'objective',
    'Objective 1',
    'kr',
    'KR1',
    'KR 1.4',
    'Key Result #2',
    'kpi',
    'team',
    'Team',
    'company acme',
    'person',
    'goal',
    'o',
    'cycle',
    'quarter',
  ],
  ...[
    'Key Results:',
    'KPIs',
    'Objectives:',
    '**Key Results:**',
    'owner',
    'Owner:',
    'metric: ',
    'by: ',
    'status',
    'metrc: ',
    'objetive: ',
    'key reslut',
    'note: ',
    'with',
  ],
  ...[
    ':',
    '：',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '- ',
    '* ',
    '• ',
    '1. ',
    'a) ',
    'o ',
    '## ',
    '# ',
    '**',
    '_',
    '__',
    '[P1] ',
    '[TEAM-1] ',
    '🎯 ',
    '[ ] ',
    '[x] ',
    '[]',
  ],
  ...[
    '> ',
    '>',
    '>=',
    '2026-10-01',
    '2026-10-01: ',
    '2026-Q4',
    ' to ',
    '..',
    '# okr-ignore OKR101: why',
    '# okr-ignore-file',
    '=> 70%',
    '(0.7)',
    '(7/10)',
    '10 km',
  ],
  ...['Reduce churn', 'loyalty', '@ana', ', ', ',', '%', '->', '–', 'naïve 増収', '🚀', '\u0000', '\ud800', "'", '|'],
  ...['\n', '\n', '\n', '\n\n', '\r\n', '\r'],
];

/** Whole lines that matter to where blocks begin and end. */
const LINES = [
  ...[
    'objective a: A',
    'Objective: B',
    'kr x: X',
    'KR1: Y',
    '- KR2 – Z',
    'kpi k: K',
    'team t: T',
    'Team: Support',
    'Department: D',
    'cycle 2026-Q4',
  ],
  ...[
    'Key Results:',
    '## KPIs',
    'Objectives',
    '- Reduce churn',
    '- Team satisfaction at 90%',
    '- Objective quality',
    '- cycle time',
    '[ ] task',
    '- [x] task',
  ],
  ...[
    'owner: @ana',
    '  metric: 1 -> 2',
    '2026-10-01: 5',
    '> note',
    '# comment',
    '# okr-ignore OKR101: x',
    '',
    '   ',
    'text that is nothing',
    'Goal: 10 km',
    '- ',
  ],
];

const breaks = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** A file made of whole lines, most of them good. */
export const linesText = fc
  .array(fc.tuple(fc.constantFrom(...LINES), breaks), { maxLength: 24 })
  .map((lines) => lines.map(([line, end]) => line + end).join(''));

/** A text of fragments in any order. */
export const fragmentText = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));

/** Any text at all. */
export const anyText = fc.oneof(linesText, fragmentText, fc.string({ unit: 'binary', maxLength: 60 }));

/** A small text to put into another. */
export const pieceText = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...FRAGMENTS),
  fc.constantFrom(...LINES),
  fc.constantFrom(...LINES).map((line) => `${line}\n`),
  fragmentText,
);
