import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../server/src/rules/parse-config.ts';
import { lint } from './lint.ts';

/** A plan with little wrong with it, whose last key result has a line more from key to key. */
const ABOVE = `cycle 2026-Q4
team support: Customer Support
  lead: @ana
  objective help: Be quick to help
    type: committed
    owner: @ana
    kr first: Raise the share of quick answers from 50% to 80%
      confidence: 0.5
      by: 2026-11-25
      2026-11-20: 75%, confidence 0.7
    kr second: Win 25 customers
      by: 2026-12-01
`;

/** What is said at the last line of the plan. */
function saidAtLast(line: string): readonly string[] {
  const { found } = lint(ABOVE + line, DEFAULT_CONFIG, '2026-11-22');
  return found.filter(({ to }) => to > ABOVE.length).map(({ finding: { code, message } }) => `${code} ${message}`);
}

describe('A line while it is typed', () => {
  for (const line of [
    '      2026-11-22: 24, on track, two agents hired',
    '      2026-11-31: 20',
    '      metric: logos 3 -> 25',
    '      confidence: 0.6',
    '      owner: @jon',
    '      status: blocked, the supplier is late',
    '      [ ] Call them all',
    '      > Asked in September',
    '    kr: ',
    '    kr third',
    '  objective growth',
    '  kpi rating',
    '    key result 3: ',
    '  kpi: ',
    '  objective: ',
    '  obj: ',
    '  team sales: Sales',
    '  cycle 2027-Q1',
  ]) {
    it(`has one finding at most: ${line.trim()}`, () => {
      for (let end = line.search(/\S/) + 1; end <= line.length; end++) {
        const found = saidAtLast(line.slice(0, end));
        assert.ok(found.length <= 1, `${line.slice(0, end)}\n${found.join('\n')}`);
      }
    });
  }

  for (const [line, expected] of [
    ['      2', /^OKR001 Is "2" to be a check-in\? Finish its date, e\.g\. 2026-11-02: 40$/],
    ['      2027-1', /^OKR001 Is "2027-1" to be a check-in\? Finish its date, e\.g\. 2027-11-02: 40$/],
    ['      2026-11-2', /^OKR001 Is "2026-11-2" to be a check-in\?/],
    ['      2026-11-20', /^OKR001 Behind the day of a check-in go a colon/],
    ['      2026-11-20:', /^OKR003 This line says nothing of that day/],
    ['    kr', /^OKR001 "kr" needs a colon and a title/],
    ['    kr:', /^OKR108 kr without a title/],
    ['  obj', /^OKR001 "obj" needs a colon and a title/],
  ] as const) {
    it(`is told of as what it may become: ${line.trim()}`, () => {
      const found = saidAtLast(line);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', expected);
    });
  }

  it('is no check-in where a list is pasted, or nothing that has one stands above', () => {
    assert.match(saidAtLast('      - 20').join(), /is not a line of the language/);
    assert.match(saidAtLast('team sales: Sales\n  20').join(), /is not a line of the language/);
  });

  it('of an item without a title tells what is measured all the same', () => {
    const found = saidAtLast('    kr:\n      metric: logos 3 -> 25\n');
    assert.ok(
      found.some((each) => each.startsWith('OKR702')),
      found.join('\n'),
    );
  });
});
