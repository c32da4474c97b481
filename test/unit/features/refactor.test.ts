import assert from 'node:assert/strict';
import { actionsAt, after, choose } from './actions.ts';
import { fixture } from './workspace.ts';

/** A refactoring at the cursor, and the file with the cursor afterwards; `other` is another file that it changes. */
interface Case {
  readonly does: string;
  readonly title: RegExp;
  readonly kind: string;
  readonly at: string;
  readonly gives: string;
  readonly other?: { readonly name: string; readonly gives: string };
}

const CASES: readonly Case[] = [
  {
    does: 'gives an id, unique in its scope, which references by number follow',
    title: /^Give it the id/,
    kind: 'refactor.rewrite',
    at: `team a: A
  Objective 1: Be │quick
  objective be-quick: Be quick
    supports: Objective 1
`,
    gives: `team a: A
  Objective be-quick-2: Be quick
  objective be-quick: Be quick
    supports: be-quick-2
`,
  },
  {
    does: 'gives a key result an id where its number was',
    title: /^Give it the id answer-in-6-h/,
    kind: 'refactor.rewrite',
    at: 'objective quick: Be quick\n  - **KR1:** Answer in │6 h\n',
    gives: 'objective quick: Be quick\n  - **KR answer-in-6-h:** Answer in 6 h\n',
  },
  {
    does: 'splits a title, and lets both halves have their owner and deadline',
    title: /^Split it/,
    kind: 'refactor.rewrite',
    at: `objective: Be quick
  kr fast: Answer within 6 h │and resolve 85% of tickets within the first contact
    owner: @ana
    by: 2026-12-15
    2026-11-02: 7 h

  kr: Be kind
`,
    gives: `objective: Be quick
  kr fast: Answer within 6 h
    owner: @ana
    by: 2026-12-15
    2026-11-02: 7 h
  kr: Resolve 85% of tickets within the first contact
    owner: @ana
    by: 2026-12-15

  kr: Be kind
`,
  },
  {
    does: 'turns a key result into an initiative, with the rest as notes',
    title: /^Turn it into an initiative/,
    kind: 'refactor.rewrite',
    at: `objective: Be quick
  kr: Answer within 6 h
  kr macros: Write │new macros
    owner: @jon
    metric: done
    > With Sales
    2026-11-02: half of them
    [x] Ask around
`,
    gives: `objective: Be quick
  kr: Answer within 6 h
  [ ] Write new macros @jon
    > metric: done
    > With Sales
    > Check-in 2026-11-02: half of them
    [x] Ask around
`,
  },
  {
    does: 'turns a key result into a KPI, healthy where it would be reached',
    title: /^Turn it into a KPI/,
    kind: 'refactor.rewrite',
    at: `team a: A
  objective quick: Be quick
    kr wait: Cut the │wait
      owner: @ana
      metric: response time 8 h -> 6 h
      by: 2026-12-15
      2026-11-01: 7.5 h
      2026-11-08: 7 h, on track
`,
    gives: `team a: A
  objective quick: Be quick
    kpi wait: Response time
      target: <= 6 h
      for: quick
      > Cut the wait
      owner: @ana
      > metric: response time 8 h -> 6 h
      > by: 2026-12-15
      2026-11-01: 7.5 h
      > Check-in 2026-11-08: 7 h, on track
`,
  },
  {
    does: 'names a KPI by the figure that its title tells of, with the level as it was written',
    title: /^Turn it into a KPI/,
    kind: 'refactor.rewrite',
    at: `objective pays: Pay for itself
  kr rev: Grow │revenue from $10M to $12M
`,
    gives: `objective pays: Pay for itself
  kpi rev: Revenue
    target: >= $12M
    for: pays
    > Grow revenue from $10M to $12M
`,
  },
  {
    does: 'makes a level to hold the target of a KPI',
    title: /^Turn it into a KPI/,
    kind: 'refactor.rewrite',
    at: `objective calm: Stay calm
  kr errors: Keep the error │rate below 2%
`,
    gives: `objective calm: Stay calm
  kpi errors: Error rate
    target: below 2%
    for: calm
    > Keep the error rate below 2%
`,
  },
  {
    does: 'keeps what a key result supports where that belongs to no cycle',
    title: /^Carry it over to 2027-Q1$/,
    kind: 'refactor.move',
    at: `=== all.okr
company acme: Acme
  objective big: Be loved
=== q4.okr
cycle 2026-Q4
team a: A
  parent: acme
  objective quick: Be │quick
    kr wait: Cut the wait
      supports: acme.big
      metric: wait 8 h -> 6 h
`,
    gives: `cycle 2026-Q4
team a: A
  parent: acme
  objective quick: Be quick
    kr wait: Cut the wait
      supports: acme.big
      metric: wait 8 h -> 6 h

cycle 2027-Q1

  objective quick: Be quick
    continues: quick@2026-Q4

    kr wait: Cut the wait
      supports: acme.big
      continues: quick.wait@2026-Q4
      metric: wait 8 h -> 6 h
`,
  },
  {
    does: 'hands a key result down to a team, which supports the objective it came from',
    title: /^Turn it into an objective of Web Team/,
    kind: 'refactor.move',
    at: `=== acme.okr
cycle 2026-Q4
company acme: Acme
  objective loyalty: Be loved
    kr: Win 300 fans
    # counted each Monday
    kr repeat: Grow the │repeat rate
      owner: @ana
      metric: repeat rate 31% -> 40%
      2026-11-01: 34%
=== web.okr
cycle 2026-Q4
team web: Web Team
  parent: acme
  objective: Be quick
`,
    gives: `cycle 2026-Q4
company acme: Acme
  objective loyalty: Be loved
    kr: Win 300 fans
`,
    other: {
      name: 'web.okr',
      gives: `cycle 2026-Q4
team web: Web Team
  parent: acme
  objective: Be quick

  # counted each Monday
  objective repeat: Grow the repeat rate
    supports: acme.loyalty
    owner: @ana
    kr: Repeat rate
      metric: repeat rate 31% -> 40%
      2026-11-01: 34%
`,
    },
  },
  {
    does: 'moves an objective with its key results to a file of its scope, and opens its cycle there',
    title: /^Move it to plans\/web\.okr/,
    kind: 'refactor.move',
    at: `=== all.okr
cycle 2026-Q4
team web: Web Team
  # the reason we are here
  objective fast: Be │quick
    kr: Answer within 6 h

  kpi uptime: Uptime
    target: >= 99.9%
=== web.okr
cycle 2026-Q3
team web
  objective old: Be slow
`,
    gives: `cycle 2026-Q4
team web: Web Team
  kpi uptime: Uptime
    target: >= 99.9%
`,
    other: {
      name: 'web.okr',
      gives: `cycle 2026-Q3
team web
  objective old: Be slow

cycle 2026-Q4

  # the reason we are here
  objective fast: Be quick
    kr: Answer within 6 h
`,
    },
  },
  {
    does: 'moves an item to a file that it makes',
    title: /^Move it to a new file plans\/fast\.okr/,
    kind: 'refactor.move',
    at: 'cycle 2026-Q4\nteam web: Web Team\n  objective fast: Be │quick\n    kr: Answer within 6 h\n',
    gives: 'cycle 2026-Q4\nteam web: Web Team\n',
    other: {
      name: 'fast.okr',
      gives: 'cycle 2026-Q4\nteam web\n\n  objective fast: Be quick\n    kr: Answer within 6 h\n',
    },
  },
  {
    does: 'carries over what was not reached, from the last value, with what is left to do',
    title: /^Carry it over to 2027-Q1/,
    kind: 'refactor.move',
    at: `cycle 2026-Q4
team a: A
  objective quick: Be │quick
    owner: @ana
    type: committed
    status: active
    kr wait: Cut the wait
      metric: wait 8 h -> 6 h
      by: 2026-12-15
      2026-11-01: 7.5 h, confidence 0.6
      [x] Hire an agent
      [ ] Write macros @jon
    kr: Answer 25% faster
      metric: time to answer -25% from 40 min
      2026-11-01: 36
    kr fans: Win 300 fans
      2026-11-01: 310
    kr: Be kind
team b: B
`,
    gives: `cycle 2026-Q4
team a: A
  objective quick: Be quick
    owner: @ana
    type: committed
    status: active
    kr wait: Cut the wait
      metric: wait 8 h -> 6 h
      by: 2026-12-15
      2026-11-01: 7.5 h, confidence 0.6
      [x] Hire an agent
      [ ] Write macros @jon
    kr answer-25-faster: Answer 25% faster
      metric: time to answer -25% from 40 min
      2026-11-01: 36
    kr fans: Win 300 fans
      2026-11-01: 310
    kr be-kind: Be kind
team b: B

cycle 2027-Q1
team a

  objective quick: Be quick
    owner: @ana
    type: committed
    continues: quick@2026-Q4

    kr wait: Cut the wait
      continues: quick.wait@2026-Q4
      metric: wait 7.5 h -> 6 h
      [ ] Write macros @jon

    kr answer-25-faster: Answer 25% faster
      continues: quick.answer-25-faster@2026-Q4
      metric: time to answer 36 min -> 30 min

    kr be-kind: Be kind
      continues: quick.be-kind@2026-Q4
`,
  },
  {
    does: 'carries over one key result, into the objective that goes on already, and says what support is left behind',
    title: /^Carry it over to 2027-Q1, without supports: a\.big, which has no counterpart there$/,
    kind: 'refactor.move',
    at: `cycle 2026-Q4
team a: A
  objective big: Be big
  objective quick: Be quick
    kr wait: Cut the │wait
      supports: big
      metric: wait 8 h -> 6 h
      2026-11-01: 7.5 h
cycle 2027-Q1
  objective quick: Be quick
    kr other: Win 300 fans
      owner: @ana

  objective next: Be next
`,
    gives: `cycle 2026-Q4
team a: A
  objective big: Be big
  objective quick: Be quick
    kr wait: Cut the wait
      supports: big
      metric: wait 8 h -> 6 h
      2026-11-01: 7.5 h
cycle 2027-Q1
  objective quick: Be quick
    kr other: Win 300 fans
      owner: @ana

    kr wait: Cut the wait
      continues: quick.wait@2026-Q4
      metric: wait 7.5 h -> 6 h

  objective next: Be next
`,
  },
  {
    does: 'carries over one key result with its objective, and what both support where that goes on',
    title: /^Carry it over to 2027-Q1$/,
    kind: 'refactor.move',
    at: `cycle 2026-Q4
team a: A
  objective big: Be big
  objective quick: Be quick
    supports: big
    kr wait: Cut the │wait to 6 h
    kr fans: Win 300 fans
cycle 2027-Q1
  objective large: Be large
    continues: big
`,
    gives: `cycle 2026-Q4
team a: A
  objective big: Be big
  objective quick: Be quick
    supports: big
    kr wait: Cut the wait to 6 h
    kr fans: Win 300 fans
cycle 2027-Q1
  objective large: Be large
    continues: big

  objective quick: Be quick
    supports: large
    continues: quick@2026-Q4

    kr wait: Cut the wait to 6 h
      continues: quick.wait@2026-Q4
`,
  },
];

describe('a refactoring', () => {
  for (const { does, title, kind, at: marked, gives, other } of CASES) {
    it(does, () => {
      const at = fixture(marked);
      const action = choose(at, title, { creates: true });
      assert.equal(action.kind, kind);
      assert.equal(after(at, action), gives);
      if (other !== undefined) assert.equal(after(at, action, `file:///plans/${other.name}`), other.gives);
    });
  }

  const referred = `objective quick: Be quick
  kr wait: Cut the │wait to 6 h
objective: Be kind
  supports: quick.wait
`;

  it('that would leave a reference in the air is greyed out with the reason, where the client can', () => {
    const action = choose(fixture(referred), /^Turn it into an initiative/, { refusals: true });
    assert.deepEqual(action.disabled, { reason: 'One reference leads to it.' });
    assert.equal(action.edit, undefined);
    assert.ok(!actionsAt(fixture(referred)).some(({ title }) => title.startsWith('Turn it into')));
  });

  it('is refused where lines would change hands', () => {
    const mixed = `objective quick: Be quick
  kr: Answer within 6 h
  kr: Cut the │wait to 6 h
    why: the objective's own reason
`;
    for (const title of [/^Turn it into an initiative/, /^Turn it into a KPI/]) {
      assert.match(choose(fixture(mixed), title, { refusals: true }).disabled?.reason ?? '', /Lines of another item/);
    }
  });

  it('of the header is offered below it only to who asks for refactorings', () => {
    const at = fixture('objective: A\n  kr: Answer within 6 h\n    owner: @│ana\n');
    assert.ok(!actionsAt(at).some(({ title }) => title.startsWith('Turn it into')));
    assert.ok(actionsAt(at, { only: ['refactor'] }).some(({ title }) => title.startsWith('Turn it into')));
  });

  it('makes no file for a client that makes none', () => {
    const at = fixture('team a: A\n  objective: Be │quick\n');
    assert.ok(!actionsAt(at).some(({ title }) => title.startsWith('Move it')));
  });

  it('carries nothing over twice, nor where no next cycle is known', () => {
    const carried = `cycle 2026-Q4
team a: A
  objective quick: Be │quick
cycle 2027-Q1
  objective quick: Be quick
    continues: quick
`;
    const sprint = 'cycle sprint-1: 2026-11-02 to 2026-11-15\nteam a: A\n  objective quick: Be │quick\n';
    for (const marked of [carried, sprint, 'objective: Be │quick\n']) {
      assert.ok(!actionsAt(fixture(marked)).some(({ title }) => title.startsWith('Carry')), marked);
    }
    const declared = `${sprint}cycle sprint-2: 2026-11-16 to 2026-11-29\n`;
    assert.ok(actionsAt(fixture(declared)).some(({ title }) => title === 'Carry it over to sprint-2'));
  });
});
