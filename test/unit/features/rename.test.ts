import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { prepareRename, rename } from '../../../server/src/features/rename.ts';
import { company, shown } from './company.ts';
import { fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

const PLAIN = { annotations: false, versionOf: () => null };

function edit(at: Fixture, name: string, annotations = false): WorkspaceEdit {
  const made = rename(at.snapshot, at.uri, at.offset, name, { ...PLAIN, annotations });
  assert.ok(made !== null && !('refused' in made), JSON.stringify(made));
  return made;
}

/** What is replaced where, as `file:line old -> new`. */
function changes(at: Fixture, name: string): readonly string[] {
  return (edit(at, name).documentChanges ?? []).flatMap((change) => {
    assert.ok('edits' in change);
    return change.edits.map((each) => {
      assert.ok('newText' in each);
      return `${shown(at, change.textDocument.uri, each.range)} -> ${each.newText}`;
    });
  });
}

function refusal(at: Fixture, name: string): string {
  const made = rename(at.snapshot, at.uri, at.offset, name, PLAIN);
  assert.ok(made !== null && 'refused' in made, JSON.stringify(made));
  return made.refused;
}

describe('renaming', () => {
  const cases: readonly (readonly [
    what: string,
    file: string,
    cursor: string,
    name: string,
    changes: readonly string[],
  ])[] = [
    [
      'an objective wherever it is a part of a reference',
      'acme.okr',
      'objective loy│alty',
      'return',
      [
        'acme.okr:4 loyalty -> return',
        'acme.okr:13 loyalty -> return',
        'sprint.okr:6 loyalty -> return',
        'sprint.okr:6 loyalty -> return',
        'support.okr:6 loyalty -> return',
        'support.okr:12 loyalty -> return',
      ],
    ],
    [
      'an item of an earlier cycle, and not its successor',
      '2026-Q3.okr',
      'objective cs│at',
      'service',
      ['2026-Q3.okr:3 csat -> service', 'support.okr:7 csat -> service', 'support.okr:9 csat -> service'],
    ],
    [
      'a scope in its keys, as a parent and as an owner, where its title stays',
      'support.okr',
      'team supp│ort',
      'care',
      [
        '2026-Q3.okr:2 support -> care',
        'sprint.okr:7 support -> care',
        'support.okr:2 support -> care',
        'support.okr:9 support -> care',
      ],
    ],
    [
      'a KPI in all its files, as measure and north star',
      'readings.okr',
      'kpi week│ly',
      'active-buyers',
      [
        'acme.okr:3 weekly-buyers -> active-buyers',
        'acme.okr:9 weekly-buyers -> active-buyers',
        'acme.okr:11 weekly-buyers -> active-buyers',
        'readings.okr:2 weekly-buyers -> active-buyers',
      ],
    ],
    [
      'a person in header and handles',
      'acme.okr',
      'owner: @a│na',
      '@ana-souza',
      [
        'acme.okr:5 ana -> ana-souza',
        'acme.okr:12 ana -> ana-souza',
        'people.okr:1 ana -> ana-souza',
        'sprint.okr:4 ana -> ana-souza',
        'sprint.okr:9 ana -> ana-souza',
      ],
    ],
    ['a person without a header', 'support.okr', 'owner: @mar│ia', 'mary', ['support.okr:5 maria -> mary']],
    [
      'a plain name into a handle',
      'sprint.okr',
      'with: Jon│ Miles',
      '@jon',
      ['sprint.okr:4 Jon Miles -> @jon', 'sprint.okr:13 Jon Miles -> @jon'],
    ],
    [
      'a cycle of one’s own',
      'sprint.okr',
      'during: spr│int-7',
      'sprint-eight',
      ['sprint.okr:1 sprint-7 -> sprint-eight', 'sprint.okr:11 sprint-7 -> sprint-eight'],
    ],
    [
      'an id from its title',
      'acme.okr',
      'repeat purch│ase',
      'again',
      ['acme.okr:6 repeat -> again', 'sprint.okr:6 repeat -> again'],
    ],
    [
      'with blanks around, which go',
      'acme.okr',
      'kr re│peat',
      '  Come-Back ',
      ['acme.okr:6 repeat -> Come-Back', 'sprint.okr:6 repeat -> Come-Back'],
    ],
  ];
  for (const [what, file, cursor, name, expected] of cases) {
    it(`changes ${what}`, () => assert.deepEqual(changes(company(file, cursor), name), expected));
  }

  it('gives the id to a header that bears it only as its title', () => {
    const at = fixture(
      'team sup│port\nteam: Support\n  objective a: A\nteam b\n  objective c: C\n    supports: support.a\n',
    );
    assert.deepEqual(changes(at, 'care'), ['a.okr:1 support -> care', 'a.okr:2  ->  care', 'a.okr:6 support -> care']);
  });

  it('lets a reference lead somewhere that led nowhere', () => {
    const at = fixture('objective o│ne: A\nobjective two: B\n  supports: first\n');
    assert.deepEqual(changes(at, 'first'), ['a.okr:1 one -> first']);
  });

  it('changes nothing for the same name', () => {
    assert.deepEqual(edit(company('acme.okr', 'kr re│peat'), 'repeat').documentChanges, []);
  });

  it('offers mentions of a handle in prose to be confirmed, where the client can ask', () => {
    const at = fixture('objective a: A\n  owner: @a│na\n  > Agreed with @ana and ana@acme.com\n  why: @ana asked\n');
    const { documentChanges = [], changeAnnotations = {} } = edit(at, 'maria', true);
    assert.deepEqual(
      Object.values(changeAnnotations).map(({ label, needsConfirmation }) => [label, needsConfirmation]),
      [
        ['Rename ana to maria', false],
        ['Mentions in notes and remarks', true],
      ],
    );
    const [change] = documentChanges;
    assert.ok(change !== undefined && 'edits' in change);
    const ids = change.edits.map((each) => ('annotationId' in each ? each.annotationId : null));
    assert.deepEqual(ids, ['names', 'mentions', 'mentions']);
    assert.equal(changes(at, 'maria').length, 1);
  });
});

describe('a renaming that cannot be', () => {
  const cases: readonly (readonly [what: string, file: string, cursor: string, name: string, says: RegExp])[] = [
    [
      'a title without an id',
      'support.okr',
      'kr: Ans│wer',
      'calls',
      /"Answer 95% of calls" has no id to rename.*kr answer-95-of: Answer 95% of calls/,
    ],
    ['a period of the calendar', 'acme.okr', 'cycle 2026│-Q4', 'autumn', /2026-Q4 is a period of the calendar/],
    ['a title that owns', 'support.okr', 'owner: Customer│ Support', 'care', /is a title here/],
    ['no id', 'acme.okr', 'kr re│peat', 'acme.again', /"acme.again" is no id.*acme-again/],
    ['nothing', 'acme.okr', 'kr re│peat', ' ', /is no id/],
    ['two words', 'acme.okr', 'kr re│peat', 'bought again', /"bought again" is no id.*e\.g\. bought-again/],
    [
      'an id that is taken',
      'acme.okr',
      'kr re│peat',
      'BUYERS',
      /The id BUYERS is taken.*"More people buy every week".*objective/,
    ],
    [
      'a scope that there is',
      'support.okr',
      'team supp│ort',
      'web',
      /There is team web already: the two would become one/,
    ],
    ['a person that there is', 'support.okr', 'owner: @mar│ia', 'ana', /There is @ana already/],
    ['a name that is a scope', 'sprint.okr', 'with: Jon│ Miles', 'Web Team', /There is team web already/],
    ['no handle', 'support.okr', 'owner: @mar│ia', 'Maria Lopes', /is no handle/],
    ['a cycle that says its days', 'sprint.okr', 'during: spr│int-7', '2027-Q1', /2027-Q1 is a period of the calendar/],
  ];
  for (const [what, file, cursor, name, says] of cases) {
    it(`says why: ${what}`, () => assert.match(refusal(company(file, cursor), name), says));
  }

  it('is one after which another would be meant', () => {
    const at = fixture(`team a
  objective na│me: One
  objective other: Two
    supports: far
team b
  objective far: Three
`);
    assert.match(
      refusal(at, 'far'),
      /far cannot be the new name: line 4 of a\.okr would then be read as something else/,
    );
  });

  it('is one of an ambiguous reference, or of a number', () => {
    const two =
      'team a\n  objective same: One\nteam b\n  objective same: Two\nteam c\n  objective x: X\n    supports: sa│me\n';
    assert.match(refusal(fixture(two), 'new'), /"same" may mean several/);
    const numbered = 'Objective 1: First\nobjective c: Third\n  supports: Objective│ 1\n';
    assert.match(refusal(fixture(numbered), 'new'), /has no id to rename/);
  });

  it('is told before the new name is asked for', () => {
    const at = company('support.okr', 'kr: Ans│wer');
    const told = prepareRename(at.snapshot, at.uri, at.offset);
    assert.ok(told !== null && 'refused' in told);
    const nowhere = company('acme.okr', '31│%');
    assert.equal(prepareRename(nowhere.snapshot, nowhere.uri, nowhere.offset), null);
  });

  it('prepares the name alone, also from the title', () => {
    for (const cursor of ['objective loy│alty', 'come b│ack']) {
      const at = company('acme.okr', cursor);
      const prepared = prepareRename(at.snapshot, at.uri, at.offset);
      assert.ok(prepared !== null && 'range' in prepared);
      assert.equal(shown(at, at.uri, prepared.range), 'acme.okr:4 loyalty');
      assert.equal(prepared.placeholder, 'loyalty');
    }
  });
});
