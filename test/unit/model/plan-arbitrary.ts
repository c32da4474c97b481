import fc from 'fast-check';

/** Few ids, so that they meet: in other scopes, cycles and files, as each other's parents, supporters and successors. */
const id = fc.constantFrom('a', 'b', 'c', 'growth', 'KR', 'ünïd');
const cycle = fc.constantFrom('2026', '2026-H2', '2026-Q3', '2026-Q4', 'FY2027-Q1', 'sprint', '');
const title = fc.constantFrom(
  'Grow the rate from 31% to 40%',
  'Win 20 customers',
  'Improve things',
  'Launch the app by 15 December',
  'Keep uptime above 99.9%',
  'Reduce churn by 25%',
  'TBD',
  '10 km',
  '',
  'Zufriedene Kunden',
);
const reference = fc
  .tuple(fc.array(id, { minLength: 1, maxLength: 3 }), fc.option(cycle, { freq: 3 }))
  .map(([parts, at]) => parts.join('.') + (at === null ? '' : `@${at}`));
const quantity = fc.constantFrom(
  '30%',
  '5',
  '7.5 h',
  '$1M',
  '1500',
  '1.455',
  '3/5',
  '+10%',
  '2x',
  '-3',
  '13,1%',
  'many',
  'done',
  '?',
);
const day = fc.constantFrom(
  '2026-07-01',
  '2026-10-01',
  '2026-10-15',
  '2026-11-01',
  '2026-11-09',
  '2026-12-31',
  '2026-02-30',
);

export const header = fc.oneof(
  cycle.map((name) => `cycle ${name}`),
  fc.constant('cycle sprint: 2026-11-01 to 2026-11-14'),
  fc
    .tuple(fc.constantFrom('company', 'department', 'team', 'person'), fc.option(id), fc.option(title))
    .map(([kind, name, called]) => `${kind}${name === null ? '' : ` ${name}`}${called === null ? '' : `: ${called}`}`),
  fc
    .tuple(
      fc.constantFrom('objective', 'objective', 'kr', 'kr', 'kr', 'kpi', 'Objective 1', 'KR1'),
      fc.option(id),
      title,
    )
    .map(([kind, name, called]) => `${kind}${name === null || /\d/.test(kind) ? '' : ` ${name}`}: ${called}`),
);

export const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('supports', 'continues', 'measures', 'for', 'parent', 'owner'), reference)
    .map(([name, to]) => `${name}: ${to}`),
  fc.tuple(fc.constantFrom('metric', 'baseline', 'target', 'stretch'), quantity).map(([name, to]) => `${name}: ${to}`),
  fc.tuple(quantity, quantity).map(([from, to]) => `metric: rate ${from} -> ${to}`),
  quantity.map((held) => `metric: keep >= ${held}`),
  fc.tuple(day, quantity).map(([on, value]) => `${on}: ${value}, confidence 0.5, on track, fine`),
  fc.tuple(day, quantity, quantity).map(([on, from, to]) => `${on}: target ${from} -> ${to}`),
  fc
    .tuple(day, fc.constantFrom('dropped', 'closed, done', 'active', 'by 2026-12-01 -> 2026-12-31', 'baseline 1 -> 2'))
    .map(([on, what]) => `${on}: ${what}`),
  fc.constantFrom(
    'Due date: 2026-12-01',
    'ETA: 15 Dec',
    'RAG: amber',
    'status: draft',
    'status: postponed',
    'weight: 0',
    'weight: 3',
    'type: committed',
    'score: 0.7',
    'by: 2026-12-15',
    'by: soon',
    'during: 2026',
    'why: Because',
    'metric: done',
    'metric: tasks',
    '[x] a task @ana',
    '[ ] another',
    '> a note',
    '# okr-ignore OKR101: why not',
    '',
    'what is this',
  ),
);

/** A file of headers with lines below them, indented or not. */
export const planText: fc.Arbitrary<string> = fc
  .array(fc.tuple(header, fc.array(fc.tuple(fc.constantFrom('', '  ', '    '), line), { maxLength: 5 })), {
    maxLength: 12,
  })
  .map((blocks) =>
    blocks.map(([first, lines]) => [first, ...lines.map((each) => each.join(''))].join('\n')).join('\n'),
  );

/** Some files by the name of their file. */
export const planFiles: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  planText,
);
