import fc from 'fast-check';

const ids = fc.constantFrom('', ' a', ' b', ' loyalty', ' 2', ' ümläut');
const refs = fc.constantFrom('a', 'b', 'loyalty', 'a.b', 'b.a', 'a.loyalty.b', 'a@2026-Q3', 'nowhere', '..', '@');
const words = fc.constantFrom(
  'Improve',
  'response time',
  'by 25%',
  'from 8 h',
  'to 6 h',
  'NPS 40',
  'TBD',
  'maintain',
  '🚀',
  'לב',
  '"',
  '\\',
);
const titles = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' '));
const quantities = fc.constantFrom(
  '86%',
  '8 h',
  '360 min',
  '$1.5M',
  '0',
  '-3',
  '3 of 5',
  '1 per week',
  '9e999',
  '13,1%',
  'three',
  '2x',
  '+20%',
  '1 GB',
  '5 stars',
  'x',
);
const days = fc.constantFrom(
  '2026-07-01',
  '2026-10-01',
  '2026-11-02',
  '2026-11-02',
  '2026-12-31',
  '2027-03-01',
  '2026-02-30',
);

const metrics = fc.oneof(
  fc.tuple(titles, quantities, quantities).map(([name, from, to]) => `${name} ${from} -> ${to}`),
  fc.tuple(quantities, quantities).map(([low, high]) => `keep x ${low} .. ${high}`),
  quantities.map((to) => `-> ${to}`),
  quantities.map((to) => `? -> ${to}`),
  quantities.map((to) => `rate >= ${to}`),
  quantities.map((by) => `rate ${by} from 40`),
  fc.constantFrom('done', 'tasks', '', '->', 'nonsense'),
);

const headers = fc.oneof(
  fc
    .tuple(fc.constantFrom('company', 'department', 'team', 'person'), ids, titles)
    .map(([kind, id, title]) => `${kind}${id}: ${title}`),
  fc.constantFrom(
    'cycle 2026-Q4',
    'cycle 2026-Q3',
    'cycle 2026',
    'cycle ???',
    'cycle own: 2026-09-15 to 2026-11-30',
    'cycle other',
  ),
  fc
    .tuple(fc.constantFrom('objective', 'kr', 'kr', 'kpi'), ids, titles)
    .map(([kind, id, title]) => `${kind}${id}: ${title}`),
);

const properties = fc.oneof(
  metrics.map((metric) => `metric: ${metric}`),
  fc
    .tuple(fc.constantFrom('supports', 'continues', 'parent', 'measures', 'for', 'north star'), refs)
    .map(([name, to]) => `${name}: ${to}`),
  fc.tuple(fc.constantFrom('baseline', 'target', 'stretch'), quantities).map(([name, value]) => `${name}: ${value}`),
  fc.constantFrom(
    'owner: @ana',
    'owner: a',
    'owner: Ana Souza',
    'with: @ana, @jon',
    'lead: @ana',
    'members: @jon',
    'type: committed',
  ),
  fc.constantFrom(
    'weight: 0',
    'weight: 2',
    'weight: 1e400',
    'status: dropped, why not',
    'status: draft',
    'score: 0.7',
    'score: 70%',
    'score: 7',
  ),
  fc.constantFrom(
    'by: 2026-12-15',
    'by: end of cycle',
    'confidence: 7/10',
    'tags: one, two',
    'why: it matters',
    'review: weekly',
    'during: 2026-Q3',
  ),
);

const entries = fc
  .tuple(
    days,
    fc.oneof(
      quantities,
      fc.constantFrom(
        'done',
        '3/5',
        'dropped, no',
        'closed',
        'active',
        'target 5 -> 6, moved',
        'by 2026-12-01 -> 2026-12-31',
        'baseline ? -> 3',
        'at risk, text',
        '50%, confidence 0.3, on track, two agents',
        '',
      ),
    ),
  )
  .map(([day, body]) => `${day}: ${body}`);

const others = fc.constantFrom(
  '',
  '> a note',
  '# a comment',
  '# okr-ignore stale: because',
  '[x] Ship it @ana',
  '[ ] Not yet',
  'Key Results:',
  '- KR1: Win 5 customers => 70%',
  'nonsense',
);

/** Files of plans, good and bad: lines of every kind in any order, with many of them referring to each other. */
export const planTexts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: headers },
      { weight: 4, arbitrary: properties },
      { weight: 3, arbitrary: entries },
      others,
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));
