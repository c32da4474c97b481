import assert from 'node:assert/strict';
import { documentHighlights } from '../../../server/src/features/highlight.ts';
import { references } from '../../../server/src/features/references.ts';
import { company, shown } from './company.ts';
import { fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

function found(at: Fixture, declarations = true): readonly string[] | null {
  const all = references(at.snapshot, at.uri, at.offset, { declarations });
  return all?.map(({ uri, range }) => shown(at, uri, range)) ?? null;
}

const LOYALTY = [
  'acme.okr:4 loyalty',
  'acme.okr:13 loyalty',
  'sprint.okr:6 loyalty',
  'sprint.okr:6 loyalty',
  'support.okr:6 loyalty',
  'support.okr:12 loyalty',
];
const SUPPORT = [
  '2026-Q3.okr:2 support',
  'sprint.okr:7 support',
  'support.okr:2 support',
  'support.okr:9 support',
  'support.okr:10 Customer Support',
];
const ANA = ['acme.okr:5 ana', 'acme.okr:12 ana', 'people.okr:1 ana', 'sprint.okr:4 ana', 'sprint.okr:9 ana'];

describe('references', () => {
  const cases: readonly (readonly [what: string, file: string, cursor: string, places: readonly string[]])[] = [
    ['of an objective, from its id', 'acme.okr', 'objective loy│alty', LOYALTY],
    ['of an objective, from its title', 'acme.okr', 'come b│ack', LOYALTY],
    ['of an objective, from a part of a reference', 'sprint.okr', 'acme.loyal│ty.repeat', LOYALTY],
    ['of a key result', 'acme.okr', 'kr re│peat', ['acme.okr:6 repeat', 'sprint.okr:6 repeat']],
    [
      'of an item of an earlier cycle',
      'support.okr',
      'support.cs│at.rating',
      ['2026-Q3.okr:3 csat', 'support.okr:7 csat', 'support.okr:9 csat'],
    ],
    ['of a title without an id', 'support.okr', 'kr: Answer│', ['support.okr:11 Answer 95% of calls']],
    ['of a scope, from its header', 'support.okr', 'team supp│ort', SUPPORT],
    ['of a scope, from its title where it owns something', 'support.okr', 'owner: Cust│omer Support', SUPPORT],
    ['of a person, from the header', 'people.okr', 'person a│na', ANA],
    ['of a person, from the @', 'acme.okr', 'owner: │@ana', ANA],
    [
      'of a person who has only a name',
      'sprint.okr',
      'Jon│ Miles',
      ['sprint.okr:4 Jon Miles', 'sprint.okr:13 Jon Miles'],
    ],
    [
      'of a KPI over its files',
      'readings.okr',
      'kpi week│ly',
      [
        'acme.okr:3 weekly-buyers',
        'acme.okr:9 weekly-buyers',
        'acme.okr:11 weekly-buyers',
        'readings.okr:2 weekly-buyers',
      ],
    ],
    ['of a declared cycle', 'sprint.okr', 'during: spr│int-7', ['sprint.okr:1 sprint-7', 'sprint.okr:11 sprint-7']],
    [
      'of a period of the calendar',
      'sprint.okr',
      'repeat@2026│-Q4',
      ['acme.okr:1 2026-Q4', 'sprint.okr:6 2026-Q4', 'sprint.okr:6 2026-Q4', 'support.okr:1 2026-Q4'],
    ],
  ];
  for (const [what, file, cursor, places] of cases) {
    it(`are found ${what}`, () => assert.deepEqual(found(company(file, cursor)), places));
  }

  it('leave out the declarations where they are asked to', () => {
    assert.deepEqual(found(company('acme.okr', 'objective loy│alty'), false), LOYALTY.slice(1));
    assert.deepEqual(found(company('sprint.okr', 'during: spr│int-7'), false), ['sprint.okr:11 sprint-7']);
  });

  it('are none on a note, a number or a property name', () => {
    assert.equal(found(company('acme.okr', '31│%')), null);
    assert.equal(found(company('support.okr', 'supp│orts: acme')), null);
  });

  it('list an ambiguous one under each that it may mean', () => {
    const text =
      'team a\n  objective same: One\nteam b\n  objective same: Two│\nteam c\n  objective x: X\n    supports: same\n';
    assert.deepEqual(found(fixture(text)), ['a.okr:4 same', 'a.okr:7 same']);
  });

  it('follow a number to what it labels', () => {
    const text = 'Objective 1: First\nObjective 2: Sec│ond\nobjective c: Third\n  supports: Objective 2\n';
    assert.deepEqual(found(fixture(text)), ['a.okr:2 Second', 'a.okr:4 Objective 2']);
  });

  it('find the scope of a reference that leads nowhere', () => {
    const text = 'team on│e\nteam two\n  objective x: X\n    supports: one.nothing\n';
    assert.deepEqual(found(fixture(text)), ['a.okr:1 one', 'a.okr:4 one']);
  });
});

describe('highlights', () => {
  const marked = (at: Fixture): readonly string[] =>
    (documentHighlights(at.snapshot, at.uri, at.offset) ?? []).map(
      ({ range, kind }) => `${kind === 3 ? 'write' : 'read'} ${shown(at, at.uri, range).replace(/^.*okr:/, '')}`,
    );

  it('are the names in the file, the header written and the rest read', () => {
    assert.deepEqual(marked(company('acme.okr', 'for: loy│alty')), ['write 4 loyalty', 'read 13 loyalty']);
  });

  it('stand in the file even where the header is in another', () => {
    assert.deepEqual(marked(company('sprint.okr', 'lead: @a│na')), ['read 4 ana', 'read 9 ana']);
  });
});
