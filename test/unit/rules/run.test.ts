import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_CONFIG, readConfig } from '../../../server/src/rules/parse-config.ts';
import { codes, lint, lintFiles } from './lint.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/rules');

/** A team's objective that has much wrong with it. */
const LOOSE = '  objective help: Be quick to help\n    kr: Improve the mails\n    kr: Improve the phones\n';

const under = (cycle: string, more = ''): string => `cycle ${cycle}\nteam support: Customer Support\n${LOOSE}${more}`;

describe('Which rules apply', () => {
  it('all to what runs, and to a cycle that ended up to 31 days ago', () => {
    assert.ok(codes(under('2026-Q4')).includes('OKR101'));
    assert.ok(codes(under('2026-Q3'), DEFAULT_CONFIG, '2026-10-31').includes('OKR101'));
    assert.ok(!codes(under('2026-Q3'), DEFAULT_CONFIG, '2026-11-01').includes('OKR101'));
  });

  it('groups 0 and 9, 305 and 505 to old cycles, 505 once an objective', () => {
    const text = under('2026-Q2', '    wieght: 2\n');
    assert.deepEqual(codes(text), ['OKR505', 'OKR002']);
  });

  for (const status of ['dropped', 'postponed']) {
    it(`none of the others to ${status} items`, () => {
      const text = under('2026-Q4').replace('help: Be quick to help\n', `$&    status: ${status}\n`);
      assert.deepEqual(codes(text), []);
    });
  }

  it('those of closing to closed items', () => {
    const text = under('2026-Q4').replace('help: Be quick to help\n', '$&    status: closed\n');
    assert.deepEqual(codes(text), ['OKR903', 'OKR904']);
  });

  it('group 0 only to drafts', () => {
    const text = under('2026-Q4', '    wieght: 2\n').replace('help: Be quick to help\n', '$&    status: draft\n');
    assert.deepEqual(codes(text), ['OKR002']);
  });

  it('to a key result by its own status, where it has one', () => {
    const text = under('2026-Q4').replace('Improve the mails\n', '$&      status: dropped\n');
    assert.deepEqual(
      codes(text).filter((code) => code === 'OKR101'),
      ['OKR101'],
    );
  });

  it('those that depend on the period not after a cycle that cannot be read', () => {
    const found = codes(under('Q9 of never'));
    assert.ok(found.includes('OKR101'));
    for (const code of ['OKR501', 'OKR702']) assert.ok(!found.includes(code), code);
  });

  it('those that depend on the scope not after a scope that cannot be read', () => {
    const company = 'cycle 2026-Q4\ncompany acme: Acme\n  objective: Lead\n    kr: Win 20 customers\n';
    const found = codes(`${company}team: \n${LOOSE}`);
    assert.ok(!found.includes('OKR401'));
  });

  it('those about the future not where a day was asked for', () => {
    const text = 'cycle 2026-Q4\nobjective: Help\n  kr: Answer within 6 h\n    2026-12-24: 7 h\n';
    assert.ok(codes(text).includes('OKR709'));
    assert.ok(!codes(text, { ...DEFAULT_CONFIG, asOf: true }).includes('OKR709'));
  });
});

describe('A key result on its way to a measure', () => {
  const found = (lines: string): readonly string[] =>
    codes(
      `cycle 2026-Q4\nobjective: Help\n  owner: @ana\n  type: committed\n  kr: Win 20 shops\n    2026-11-02: 12\n${lines}`,
    );

  it('is not measurable, then relative, then clean', () => {
    assert.ok(found('  kr: Improve response time\n').includes('OKR101'));
    const relative = found('  kr: Improve response time by 25%\n');
    assert.deepEqual([relative.includes('OKR101'), relative.includes('OKR103')], [false, true]);
    const metric = '    metric: response time 8 h -> 6 h\n';
    assert.deepEqual(found(`  kr: Improve response time by 25%\n${metric}    2026-11-02: 7 h\n`), []);
  });
});

describe('One cause, one finding', () => {
  it('the placeholder speaks instead of the missing measure', () => {
    const found = codes('cycle 2026-Q4\nobjective: Help\n  kr: TBD\n');
    assert.ok(found.includes('OKR108'));
    assert.ok(!found.includes('OKR101'));
  });

  it('a rule that is off leaves the word to the next', () => {
    const text = 'cycle 2026-Q4\nobjective: Help\n  [ ] Train every agent\n';
    const { config } = readConfig('{ "rules": { "no-key-result": "off" } }', { source: null, folder: '' });
    assert.deepEqual([codes(text).includes('OKR606'), codes(text).includes('OKR405')], [true, false]);
    assert.deepEqual([codes(text, config).includes('OKR606'), codes(text, config).includes('OKR405')], [false, true]);
  });

  it('a rule that is silenced does not', () => {
    const text = 'cycle 2026-Q4\n# okr-ignore OKR606: next week\nobjective: Help\n  [ ] Train every agent\n';
    assert.ok(!codes(text).some((code) => code === 'OKR606' || code === 'OKR405' || code === 'OKR010'));
  });
});

describe('Directives', () => {
  const scoped = (directive: string): readonly string[] =>
    codes(`person ana: Ana\n${directive}team support: Customer Support\n  lead: @joe\n`);

  it('above a scope are for the lines of the scope', () => {
    assert.deepEqual(scoped(''), ['OKR009']);
    assert.deepEqual(scoped('# okr-ignore OKR009: joe joins in January\n'), []);
  });

  it('for the file may stand anywhere in it', () => {
    const text = under('2026-Q4').replaceAll('Improve', 'Reduce');
    assert.ok(codes(text).includes('OKR101'));
    assert.ok(!codes(`${text}# okr-ignore-file not-measurable: an example\n`).includes('OKR101'));
  });

  it('do not wake up where a rule is off or the item rests', () => {
    const text = under('2026-Q2').replace('    kr: Improve', '    # okr-ignore OKR101: known\n    kr: Improve');
    assert.deepEqual(codes(text), ['OKR505']);
    const { config } = readConfig('{ "rules": { "no-owner": "off" } }', { source: null, folder: '' });
    assert.deepEqual(codes('# okr-ignore-file OKR701: nobody yet\n', config), []);
  });

  it('may spare the directives themselves', () => {
    const text = '# okr-ignore-file OKR701: nobody yet\n';
    assert.deepEqual(codes(`${text}person ana: Ana\n`), []);
    assert.deepEqual(codes(`${text}objective: Help\n  status: draft\n`), []);
    assert.deepEqual(codes(`# okr-ignore-file OKR007 OKR010: generated\n`), []);
  });
});

describe('Several files', () => {
  it('a finding stands in the file of its place, and in that only', () => {
    const found = lintFiles({
      'a.okr': 'team support: Customer Support\n  kpi csat: Satisfaction\n    target: >= 85%\n    2026-10-01: 86%\n',
      'b.okr': 'team support\n  kpi csat: Satisfaction\n    2026-10-08: 4 h\n    2027-10-08: 86%\n',
    });
    assert.ok(!found['a.okr']?.some(({ code }) => code === 'OKR106'));
    assert.deepEqual(
      found['b.okr']?.map(({ code }) => code).filter((code) => code !== 'OKR003'),
      ['OKR106', 'OKR709'],
    );
    for (const [name, findings] of Object.entries(found)) {
      for (const { place } of findings) assert.equal(place.uri, `file:///${name}`);
    }
  });

  it('a directive above the second header of a KPI is for the KPI', () => {
    const found = lintFiles({
      'a.okr': 'team support: Customer Support\n  kpi csat: Satisfaction\n    target: >= 85%\n',
      'b.okr': 'team support\n  # okr-ignore OKR709: planned readings\n  kpi csat: Satisfaction\n    2027-10-08: 86%\n',
    });
    assert.deepEqual(found['b.okr'], []);
  });

  it('an unknown file has no findings', () => {
    assert.deepEqual(lintFiles({}), {});
  });
});

describe('Any text', () => {
  it('is linted without failing, in the order of the text, and the same twice', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'cycle 2026-Q4',
        'cycle ?',
        'team support: Support',
        'team:',
        'objective help: Be quick',
        'objective:',
      ),
      fc.constantFrom('kr: Improve X', 'kr: Answer within 6 h', 'kr:', 'kpi csat: Satisfaction', '[ ] Do it', '> note'),
      fc.constantFrom(
        'owner: @ana',
        'supports: help',
        'metric: 8 h -> 6 h',
        'metric: 1 -> -1',
        'score: 7',
        'status: closed',
      ),
      fc.constantFrom(
        '2026-10-01: 7 h',
        '2026-11-01: target 6 h -> 5 h',
        '# okr-ignore OKR101: why',
        '# okr-ignore',
        '',
      ),
      fc.string(),
    );
    const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (plan) => {
        const { found } = lint(plan);
        const places = found.map(({ from }) => from);
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        );
        for (const { from, to } of found) assert.ok(from <= to && to <= plan.length);
        assert.deepEqual(
          lint(plan).found.map(({ finding }) => finding.message),
          found.map(({ finding }) => finding.message),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('A well-made plan', () => {
  it('has nothing to say against it, or a hint at most', () => {
    const text = readFileSync(join(FOLDER, '../well-made.okr'), 'utf8');
    const found = lint(text).found.map(({ finding }) => `${finding.severity} ${finding.message}`);
    assert.ok(found.length <= 2 && found.every((line) => line.startsWith('hint ')), found.join('\n'));
  });
});
