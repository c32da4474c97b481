import assert from 'node:assert/strict';
import { definition } from '../../../server/src/features/definition.ts';
import { EXAMPLE, fixture } from './workspace.ts';

/** The lines that a definition leads to, as `file: text of the line`. */
function leadsTo(marked: string): readonly string[] {
  const at = fixture(marked);
  return (definition(at.snapshot, at.uri, at.offset) ?? []).map(({ targetUri, targetSelectionRange: { start } }) => {
    const line = at.text(targetUri).split('\n')[start.line] ?? '';
    return `${targetUri.slice(targetUri.lastIndexOf('/') + 1)}: ${line.trim()}`;
  });
}

function example(find: string, replace: string): string {
  assert.ok(EXAMPLE.includes(find));
  return EXAMPLE.replace(find, replace);
}

describe('going to a definition', () => {
  const cases: readonly (readonly [what: string, find: string, replace: string, leads: readonly string[]])[] = [
    [
      'an objective in another file',
      'supports: acme.loyalty',
      'supports: acme.loy│alty',
      ['acme.okr: objective loyalty: Become the shop people come back to'],
    ],
    [
      'the scope in front of a dot',
      'supports: acme.loyalty',
      'supports: ac│me.loyalty',
      ['acme.okr: company acme: Acme'],
    ],
    [
      'a KPI',
      'measures: weekly-buyers',
      'measures: weekly-buyers│',
      ['acme.okr: kpi weekly-buyers: Weekly active buyers'],
    ],
    [
      'a north star',
      'north star: weekly',
      'north star: │weekly',
      ['acme.okr: kpi weekly-buyers: Weekly active buyers'],
    ],
    ['a parent', 'parent: acme', 'parent: a│cme', ['acme.okr: company acme: Acme']],
    [
      'its own id',
      'objective csat',
      'objective cs│at',
      ['support.okr: objective csat: Make every contact with support worth having'],
    ],
    ['nothing from a title', 'Make every', 'Make ev│ery', []],
    ['nothing from a property name', 'supports: acme', 'supp│orts: acme', []],
    ['nothing from a number', 'weight: 2', 'weight: 2│', []],
  ];
  for (const [what, find, replace, leads] of cases) {
    it(`leads to ${what}`, () => assert.deepEqual(leadsTo(example(find, replace)), leads));
  }

  it('leads to every candidate of an ambiguous reference', () => {
    const found = leadsTo(`=== a.okr
cycle 2026-Q4
team one: One
  objective same: First
team two: Two
  objective same: Second
team three: Three
  objective other: Third
    supports: sa│me
`);
    assert.deepEqual(found, ['a.okr: objective same: First', 'a.okr: objective same: Second']);
  });

  it('leads to every opening of a scope', () => {
    const found = leadsTo(`=== a.okr
team one: One
=== b.okr
team one: One
team two: Two
  parent: one│
`);
    assert.deepEqual(found, ['a.okr: team one: One', 'b.okr: team one: One']);
  });

  it('leads from a KPI that is opened again, with no line below it, to where it was opened first', () => {
    const found = leadsTo('=== a.okr\nteam a: A\n  kpi nps: NPS\n=== b.okr\nteam a: A\n  kpi np│s: NPS\n');
    assert.deepEqual(found, ['a.okr: kpi nps: NPS']);
  });

  it('leads from a handle to the person, where the workspace has one', () => {
    assert.deepEqual(leadsTo('person ana: Ana\nteam a: A\n  lead: @an│a\n'), ['a.okr: person ana: Ana']);
  });

  it('leads from a cycle that is used again to the line that gives its dates', () => {
    const found = leadsTo(`=== a.okr
cycle trial: 2026-09-01..2026-10-31
team a: A
  objective goal: First
=== b.okr
cycle tri│al
team b: B
  objective next: Second
`);
    assert.deepEqual(found, ['a.okr: cycle trial: 2026-09-01..2026-10-31']);
  });

  it('underlines the whole reference', () => {
    const at = fixture(example('supports: acme.loyalty', 'supports: acme.loy│alty'));
    const [link] = definition(at.snapshot, at.uri, at.offset) ?? [];
    assert.equal(link?.originSelectionRange?.start.character, '    supports: '.length);
    assert.equal(link.originSelectionRange.end.character, '    supports: acme.loyalty'.length);
  });
});
