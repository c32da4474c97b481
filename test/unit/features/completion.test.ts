import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion } from '../../../server/src/features/completion.ts';
import { resolveCompletion } from '../../../server/src/features/completion-resolve.ts';
import { applied, EXAMPLE, fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

function complete(at: Fixture, snippets = false): readonly CompletionItem[] {
  return completion(at.snapshot, at.uri, at.offset, { snippets })?.items ?? [];
}

function labels(marked: string): readonly string[] {
  return complete(fixture(marked)).map(({ label }) => label);
}

/** The text after one proposal was taken. */
function take(marked: string, label: string): string {
  const at = fixture(marked);
  const item = complete(at).find((each) => each.label === label);
  assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit, `no ${label}`);
  return applied(at, [item.textEdit]);
}

function inExample(find: string, replace: string): string {
  assert.ok(EXAMPLE.includes(find));
  return EXAMPLE.replace(find, replace);
}

describe('completion at the start of a line', () => {
  it('offers a cycle and scopes first in an empty file', () => {
    assert.deepEqual(labels('│').slice(0, 3), ['cycle', 'company', 'department']);
  });

  it('offers what a key result lacks before anything else, and not what it has', () => {
    const found = labels('objective: A\n  kr: B\n    metric: 1 -> 2\n    owner: @ana\n    │\n');
    assert.ok(!found.includes('metric'));
    assert.ok(!found.includes('owner'));
    assert.deepEqual(found.slice(0, 3), ['with', 'supports', 'continues']);
    assert.ok(found.indexOf('by') < found.indexOf('2026-11-10'));
    assert.ok(found.indexOf('2026-11-10') < found.indexOf('why'), "its objective's properties come after its own");
    assert.ok(found.indexOf('why') < found.indexOf('kr'));
    assert.equal(new Set(found).size, found.length);
  });

  it('offers the properties of a scope below it', () => {
    assert.deepEqual(labels('company acme: Acme\n  lead: @ana\n  │').slice(0, 5), [
      'parent',
      'members',
      'mission',
      'vision',
      'north star',
    ]);
  });

  it('offers the properties of a KPI, and none of a key result', () => {
    const found = labels('kpi a: Active users\n  │\n');
    assert.ok(found.includes('review'));
    assert.ok(!found.includes('metric'));
    assert.ok(!found.includes('[ ]'));
  });

  it('replaces what is written already, bullets aside', () => {
    assert.equal(take('objective: A\n  - kr: B\n    - met│\n', 'metric'), 'objective: A\n  - kr: B\n    - metric: \n');
    assert.equal(take('company a: A\n  north s│\n', 'north star'), 'company a: A\n  north star: \n');
  });

  it('puts a word in place of the whole one that the cursor is in', () => {
    assert.equal(take('objective: A\n  ow│nr: @ana\n', 'owner'), 'objective: A\n  owner: @ana\n');
    assert.equal(take('objective: A\n  │type: committed\n', 'owner'), 'objective: A\n  owner: type: committed\n');
    const marked = inExample('supports: acme.loyalty', 'supports: ac│me.loyal');
    assert.match(take(marked, 'acme.loyalty'), /supports: acme\.loyalty\n/);
  });

  it('writes a check-in of today', () => {
    assert.equal(take('objective: A\n  kr: B\n    2026│\n', '2026-11-10'), 'objective: A\n  kr: B\n    2026-11-10: \n');
  });

  it('gives a header the client may fill in, only where it knows how', () => {
    const at = fixture('│');
    const text = (snippets: boolean) => complete(at, snippets).find(({ label }) => label === 'team')?.textEdit?.newText;
    assert.equal(text(true), 'team ${1:id}: $0');
    assert.equal(text(false), 'team ');
  });

  it('is silent in titles, notes, comments and remarks', () => {
    assert.deepEqual(labels('objective: Be the │'), []);
    assert.deepEqual(labels('objective: A\n  > and │'), []);
    assert.deepEqual(labels('# remember: │'), []);
    assert.deepEqual(labels('objective: A\n  why: because │'), []);
  });
});

describe('completion of values', () => {
  it('offers references with title, score and owner, and finds them by title', () => {
    const at = fixture(inExample('supports: acme.loyalty', 'supports: │'));
    const found = complete(at);
    const loyalty = found.find(({ label }) => label === 'acme.loyalty');
    assert.equal(loyalty?.labelDetails?.description, 'Become the shop people come back to');
    assert.match(loyalty.detail ?? '', /%.*@ana/);
    assert.match(loyalty.filterText ?? '', /come back/);
    assert.ok(!found.some(({ label }) => label === 'csat'), 'an item does not support itself');
    assert.ok(found.some(({ label }) => label === 'acme.loyalty.repeat'));
    assert.ok(!found.some(({ label }) => label.includes('weekly-buyers')), 'a KPI cannot be supported');
  });

  it('offers an objective none of its own key results, and those not their objective', () => {
    const above = labels(inExample('supports: acme.loyalty', 'supports: │'));
    assert.ok(above.includes('acme.loyalty') && !above.some((label) => label.startsWith('csat')), above.join(' '));
  });

  it('goes on behind a comma', () => {
    const marked = inExample('supports: acme.loyalty', 'supports: acme.loyalty, lo│');
    assert.match(take(marked, 'acme.loyalty.repeat'), /supports: acme\.loyalty, acme\.loyalty\.repeat\n/);
  });

  it('leaves out what the list has already, and is silent in a reason', () => {
    const found = labels(inExample('supports: acme.loyalty', 'supports: acme.loyalty, │'));
    assert.ok(!found.includes('acme.loyalty') && found.includes('acme.loyalty.repeat'));
    assert.ok(labels(inExample('supports: acme.loyalty', 'supports: acme.loy│')).includes('acme.loyalty'));
    assert.deepEqual(labels('objective: A\n  status: blocked, act│\n'), []);
  });

  it('writes the cycle of an item of another cycle', () => {
    const found = labels(`cycle 2026-Q3
team a: A
  objective old: Old one
cycle 2026-Q4
  objective new: New one
    continues: │
`);
    assert.deepEqual(found, ['old@2026-Q3']);
  });

  it('offers KPIs, scopes and people where they belong', () => {
    assert.deepEqual(labels(inExample('measures: weekly-buyers', 'measures: │')), ['weekly-buyers']);
    assert.deepEqual(labels(inExample('parent: acme', 'parent: │')), ['acme']);
    assert.deepEqual(labels(inExample('lead: @maria', 'lead: │')).slice(0, 3).sort(), ['@ana', '@jon', '@maria']);
    assert.ok(labels(inExample('owner: @jon', 'owner: │')).includes('acme'), 'a scope may own a key result');
  });

  it('completes a person behind an @ anywhere in a task', () => {
    assert.match(take(inExample('survey', 'survey @j│'), '@jon'), /survey @jon\n/);
  });

  it('offers words, cycles and days', () => {
    assert.deepEqual(labels('objective: A\n  type: │'), ['committed', 'aspirational']);
    assert.deepEqual(labels('objective: A\n  status: │').slice(0, 2), ['draft', 'active']);
    assert.ok(labels('objective: A\n  during: │').includes('2026-Q4'));
    assert.deepEqual(labels('cycle │').slice(0, 3), ['2026-Q4', '2026-H2', '2026']);
    const due = labels(inExample('by: 2026-12-15\n      2026-11-02', 'by: │\n      2026-11-02'));
    assert.equal(due[0], '2026-12-31');
    assert.ok(due.includes('2026-11-30'));
    assert.ok(due.includes('end of cycle'));
  });

  it('offers the measure that the title implies', () => {
    const found = labels('objective: A\n  kr: Grow revenue from $1M to $2M\n    metric: │\n');
    assert.match(found[0] ?? '', /\$1M -> \$2M/);
    assert.ok(found.includes('done'));
  });

  it('offers how it goes in a check-in, and the known ids of a scope behind its keyword', () => {
    const found = labels('objective: A\n  kr: B\n    2026-11-10: 5, │\n');
    assert.deepEqual(found, ['confidence', 'on track', 'at risk', 'off track']);
    assert.deepEqual(labels(`${EXAMPLE}=== c.okr\nteam │\n`), ['support']);
  });

  it('offers the rules to silence, found by name as well', () => {
    const at = fixture('# okr-ignore OKR1│\nobjective: A\n');
    const rule = complete(at).find(({ label }) => label === 'OKR101');
    assert.match(rule?.filterText ?? '', /not-measurable/);
    assert.deepEqual(labels('# okr-ignore OKR101: not│\n'), []);
  });

  it('answers for a file that is not known with null', () => {
    assert.equal(completion(fixture('').snapshot, 'file:///nowhere.okr', 0, { snippets: true }), null);
  });
});

describe('completion of measures and check-ins', () => {
  /** What is written with tab stops, by label. */
  function snippets(marked: string): ReadonlyMap<string, string> {
    return new Map(complete(fixture(marked), true).map(({ label, textEdit }) => [label, textEdit?.newText ?? '']));
  }

  it('fills in name and unit of a metric from the title', () => {
    const kr = (title: string) => snippets(`objective: A\n  kr: ${title}\n    metric: │\n`);
    assert.deepEqual([...kr('Grow the repeat purchase rate')][0], [
      'repeat purchase rate % -> %',
      'repeat purchase rate ${1:60}% -> ${2:75}%',
    ]);
    const bound = kr('Reach a satisfaction rating of 90%');
    assert.equal(bound.get('satisfaction rating … -> 90%'), 'satisfaction rating ${1:90}% -> 90%');
    assert.deepEqual([...kr('Be loved by the press').keys()].slice(0, 4), ['0 -> 10', '% -> %', '>=', '<=']);
  });

  it('puts the figures behind a name that is written already', () => {
    assert.equal(
      take('objective: A\n  kr: B\n    metric: repeat rate │\n', 'done'),
      'objective: A\n  kr: B\n    metric: repeat rate done\n',
    );
    assert.equal(
      take('objective: A\n  kr: Grow revenue from $1M to $2M\n    metric: rev│\n', 'revenue $1M -> $2M'),
      'objective: A\n  kr: Grow revenue from $1M to $2M\n    metric: revenue $1M -> $2M\n',
    );
    assert.deepEqual(labels('objective: A\n  kr: B\n    metric: rate 1% -> │\n'), []);
  });

  it('offers units behind a number, the item’s own first', () => {
    const marked = 'objective: A\n  kr: B\n    metric: wait 8 h -> 6 h\n    2026-11-10: 7│\n';
    assert.deepEqual(labels(marked).slice(0, 2), ['7 h', '7%']);
    assert.match(take(marked, '7 h'), /2026-11-10: 7 h\n$/);
    assert.match(take('objective: A\n  kr: B\n    metric: rate 31│\n', '31%'), /metric: rate 31%\n$/);
    assert.deepEqual(labels('objective: A\n  kr: B\n    2026-11-10: 7, │7\n')[0], 'confidence');
  });

  it('writes the check-in of today with the last level to type over, found by typing "today"', () => {
    const item = (typed: string) =>
      complete(
        fixture(`objective: A\n  kr: B\n    metric: rate 31% -> 40%\n    2026-11-01: 34%, on track\n    ${typed}│\n`),
        true,
      ).find(({ label }) => label === '2026-11-10');
    assert.equal(item('tod')?.textEdit?.newText, '2026-11-10: ${1:34}%$0');
    assert.match(item('tod')?.filterText ?? '', /^today/);
    assert.match(item('2026')?.filterText ?? '', /^2026-11-10 today/);
    const none = snippets('objective: A\n  kr: B\n    metric: wait 8 h -> 6 h\n    │\n');
    assert.equal(none.get('2026-11-10'), '2026-11-10: ${1:} h$0');
  });

  it('offers people in remarks and notes, and no confidence behind one', () => {
    const above = 'objective: A\n  owner: @ana\n  kr: B\n    ';
    for (const line of ['2026-11-10: 7, asked @│', '2026-11-10: 7, asked (@a│', '> Asked @│', '> @an│']) {
      assert.deepEqual(labels(`${above}${line}\n`), ['@ana'], line);
    }
    assert.deepEqual(labels(`${above}> Asked │\n`), []);
    for (const line of ['2026-11-10: 7, confidence │', '2026-11-10: 7, confidence 0.6, │']) {
      assert.deepEqual(labels(`${above}${line}\n`), ['on track', 'at risk', 'off track'], line);
    }
  });

  it('offers the last level in a line of today, and no confidence for a KPI', () => {
    const marked = 'kpi wait: Wait\n  2026-11-01: 7.5 h\n  2026-11-10: │\n';
    assert.deepEqual(labels(marked), ['7.5 h']);
  });

  it('offers bounds for a target', () => {
    assert.deepEqual(labels('kpi a: Active users\n  target: │\n'), ['>=', '<=', '..']);
  });
});

describe('completion of whole blocks', () => {
  it('gives objective, key result, KPI, team and cycle with places to fill in, and people to choose from', () => {
    const at = fixture(`${EXAMPLE}\n│\n`);
    const found = new Map(complete(at, true).map(({ label, textEdit }) => [label, textEdit?.newText ?? '']));
    assert.match(found.get('objective with key results') ?? '', /^objective \$\{1:id\}: [^]*owner: \$\{3\|@[a-z]+,@/);
    assert.match(found.get('kr with its measure') ?? '', /\n {2}metric: \$\{3:name\}/);
    assert.match(found.get('kpi with its target') ?? '', /target: \$\{4\|>=,<=\|\}/);
    assert.match(found.get('team with its lead') ?? '', /parent: \$\{3\|acme,support\|\}/);
    assert.match(found.get('cycle') ?? '', /^cycle \$\{1\|2026-Q4,/);
  });

  it('is left out for clients without tab stops', () => {
    assert.ok(!labels('│').some((label) => label.includes(' with ')));
  });

  it('finds a task by its name', () => {
    const task = complete(fixture('objective: A\n  kr: B\n    ta│\n')).find(({ label }) => label === '[ ]');
    assert.match(task?.filterText ?? '', /^task/);
    assert.equal(take('objective: A\n  kr: B\n    [│\n', '[ ]'), 'objective: A\n  kr: B\n    [ ] \n');
  });
});

describe('completion behind continues', () => {
  it('puts earlier cycles first, the latest and the own scope at the top', () => {
    const found = labels(`cycle 2026-Q2
team a: A
  objective oldest: Oldest
cycle 2026-Q3
team b: B
  objective other: Other
team a
  objective old: Old
cycle 2026-Q4
  objective twin: Twin
  objective new: New
    continues: │
`);
    assert.deepEqual(found, ['old@2026-Q3', 'b.other@2026-Q3', 'oldest@2026-Q2', 'twin']);
  });
});

describe('a proposal that is selected', () => {
  const at = fixture(inExample('supports: acme.loyalty', 'supports: │'));

  it('tells how the item stands and who answers for it, at once or later', () => {
    const lazy = completion(at.snapshot, at.uri, at.offset, { snippets: true, lazy: true })?.items ?? [];
    const item = lazy.find(({ label }) => label === 'acme.loyalty');
    assert.ok(item !== undefined && item.detail === undefined);
    const resolved = resolveCompletion(at.snapshot, item);
    assert.match(resolved.detail ?? '', /%.*@ana/);
    assert.match(JSON.stringify(resolved.documentation), /Become the shop people come back to/);
    assert.deepEqual(
      { ...resolved, detail: undefined, documentation: undefined },
      { ...item, detail: undefined, documentation: undefined },
    );
  });

  it('has its title as its detail where an editor shows nothing behind labels', () => {
    const plain = completion(at.snapshot, at.uri, at.offset, { snippets: true, plainLabels: true })?.items ?? [];
    const item = plain.find(({ label }) => label === 'acme.loyalty');
    assert.equal(item?.labelDetails, undefined);
    assert.equal(item?.detail, 'Become the shop people come back to');
  });

  it('leaves what it replaces to the list where an editor takes it from there', () => {
    const { snapshot, uri, offset } = fixture('team a: A\n  objective big: Big\n  objective: B\n    supports: bi│\n');
    const own = completion(snapshot, uri, offset, { snippets: false });
    const shared = completion(snapshot, uri, offset, { snippets: false, sharedRange: true });
    const [first] = own?.items ?? [];
    const { textEdit, ...rest } = first ?? { label: '' };
    assert.ok(textEdit !== undefined && 'range' in textEdit);
    assert.deepEqual(shared?.itemDefaults, { editRange: textEdit.range });
    assert.deepEqual(shared.items[0], { ...rest, textEditText: textEdit.newText });
  });

  it('is told of people, scopes and rules, and is left alone where it stands for nothing known', () => {
    const told = (marked: string, label: string): string => {
      const where = fixture(marked);
      const item = complete(where).find((each) => each.label === label);
      assert.ok(item !== undefined, label);
      return JSON.stringify(resolveCompletion(where.snapshot, item).documentation);
    };
    assert.match(told(inExample('lead: @maria', 'lead: │'), '@ana'), /ana/);
    assert.match(told(inExample('parent: acme', 'parent: │'), 'acme'), /Acme/);
    assert.match(told('# okr-ignore OKR1│\nobjective: A\n', 'OKR101'), /OKR101/);
    for (const data of [undefined, 7, { kind: 'item', key: 'gone' }, { kind: 'rule', code: 5 }]) {
      assert.deepEqual(resolveCompletion(at.snapshot, { label: 'x', data }), { label: 'x', data });
    }
  });
});
