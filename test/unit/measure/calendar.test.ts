import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBy } from '../../../server/src/measure/by.ts';
import { addDays, addMonths, daysBetween, isDay, lastDayOfMonth } from '../../../server/src/measure/days.ts';
import { deadlineDay } from '../../../server/src/measure/deadline.ts';
import { monthNamed, readPeriod } from '../../../server/src/measure/periods.ts';
import type { FiscalYear, Period } from '../../../server/src/measure/periods.ts';
import { anyValue } from './metric-arbitrary.ts';
import { english } from '../../../server/src/syntax/said.ts';

const APRIL: FiscalYear = { startMonth: 4, namedBy: 'end' };

function period(text: string): Period {
  const read = readPeriod(text, APRIL);
  assert.ok(read, text);
  return read;
}

describe('days', () => {
  it('knows which days there are', () => {
    for (const day of ['2026-02-28', '2024-02-29', '2026-12-31', '2000-02-29']) assert.ok(isDay(day), day);
    const none = [
      '2026-02-30',
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-1',
      '0026-01-01',
      ' 2026-01-01',
      '',
    ];
    for (const day of none) assert.ok(!isDay(day), day);
  });

  it('adds what it counts', () => {
    const someDay = fc.date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(someDay, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        const day = date.toISOString().slice(0, 10);
        if (day < '1300-01-01') return;
        const other = addDays(day, days);
        assert.ok(isDay(day) && isDay(other), other);
        assert.equal(daysBetween(day, other), days);
      }),
    );
  });

  it('keeps to the length of months', () => {
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(addMonths('2026-12-15', 1), '2027-01-15');
    assert.equal(addMonths('2026-01-15', -1), '2025-12-15');
    assert.equal(lastDayOfMonth(2028, 2), '2028-02-29');
  });
});

describe('readPeriod', () => {
  const PERIODS: readonly (readonly [text: string, expected: string])[] = [
    ['2026', '2026 2026-01-01 2026-12-31'],
    ['2026-H2', '2026-H2 2026-07-01 2026-12-31'],
    ['H2 2026', '2026-H2 2026-07-01 2026-12-31'],
    ['2026-Q4', '2026-Q4 2026-10-01 2026-12-31'],
    ['Q4 2026', '2026-Q4 2026-10-01 2026-12-31'],
    ['Q4/2026', '2026-Q4 2026-10-01 2026-12-31'],
    ['2026 q4', '2026-Q4 2026-10-01 2026-12-31'],
    ["Q4 '26", '2026-Q4 2026-10-01 2026-12-31'],
    ['2026-11', '2026-11 2026-11-01 2026-11-30'],
    ['November 2026', '2026-11 2026-11-01 2026-11-30'],
    ['Feb 2028', '2028-02 2028-02-01 2028-02-29'],
    ['FY2027', 'FY2027 2026-04-01 2027-03-31'],
    ['FY27', 'FY2027 2026-04-01 2027-03-31'],
    ['FY2027-Q1', 'FY2027-Q1 2026-04-01 2026-06-30'],
    ['FY27 Q4', 'FY2027-Q4 2027-01-01 2027-03-31'],
    ['Q1 FY27', 'FY2027-Q1 2026-04-01 2026-06-30'],
    ['fy27-h1', 'FY2027-H1 2026-04-01 2026-09-30'],
  ];
  for (const [text, expected] of PERIODS) {
    it(`reads ${text}`, () => {
      const { name, start, end } = period(text);
      assert.equal(`${name} ${start} ${end}`, expected);
      assert.deepEqual(readPeriod(name, APRIL), { name, start, end });
    });
  }

  for (const text of [
    '',
    'Q5 2026',
    '2026-H3',
    '2026-13',
    '2026-00',
    'Q4 26',
    'Q4',
    'summer',
    '20266',
    '2026-Q4: Launch',
    'FY',
    '999',
    '2026-10-01',
  ]) {
    it(`takes ${JSON.stringify(text)} for no period`, () => assert.equal(readPeriod(text, APRIL), null));
  }

  it('follows the fiscal year', () => {
    const bounds = (fiscal: FiscalYear) => readPeriod('FY2027', fiscal)?.start;
    assert.equal(bounds({ startMonth: 4, namedBy: 'start' }), '2027-04-01');
    assert.equal(bounds({ startMonth: 1, namedBy: 'end' }), '2027-01-01');
    assert.equal(bounds({ startMonth: 1, namedBy: 'start' }), '2027-01-01');
    assert.equal(bounds({ startMonth: 10, namedBy: 'end' }), '2026-10-01');
  });

  it('knows the months', () => {
    assert.deepEqual(['Jan', 'sept.', 'December', 'Smarch', ''].map(monthNamed), [1, 9, 12, null, null]);
  });
});

describe('deadlineDay', () => {
  /** In the cycle 2026-Q4, and in FY2027-Q1 (April to June 2026). */
  const PHRASES: readonly (readonly [phrase: string, inQ4: string | null, inFiscalQ1: string | null])[] = [
    ['by end of March', '2027-03-31', '2027-03-31'],
    ['by January 31st', '2027-01-31', '2027-01-31'],
    ['by Dec 30', '2026-12-30', '2026-12-30'],
    ['by the 15th of December', '2026-12-15', '2026-12-15'],
    ['by 15 Dec 2026', '2026-12-15', '2026-12-15'],
    ['by 2026-12-15', '2026-12-15', '2026-12-15'],
    ['by 12/15/2026', '2026-12-15', '2026-12-15'],
    ['mid-November', '2026-11-15', '2026-11-15'],
    ['in Q2', '2027-06-30', '2026-09-30'],
    ['by the end of Q2 2027', '2027-06-30', '2027-06-30'],
    ['in the second quarter', '2027-06-30', '2026-09-30'],
    ['first half of 2027', '2027-06-30', '2027-06-30'],
    ['by Q3 FY27', '2026-12-31', '2026-12-31'],
    ['Finish Q4', '2026-12-31', '2027-03-31'],
    ['next quarter', '2027-03-31', '2026-09-30'],
    ['within the next quarter', '2026-12-31', '2026-06-30'],
    ['in the current quarter', '2026-12-31', '2026-06-30'],
    ['by year-end', '2026-12-31', '2027-03-31'],
    ['by EOY', '2026-12-31', '2027-03-31'],
    ['by fiscal year-end', '2027-03-31', '2027-03-31'],
    ['by end 2025', '2025-12-31', '2025-12-31'],
    ['by end of cycle', '2026-12-31', '2026-06-30'],
    ['throughout the cycle', '2026-12-31', '2026-06-30'],
    ['over the next 6 months', '2027-03-31', '2026-09-30'],
    ['within three weeks', '2026-10-21', '2026-04-21'],
    ['before January 1', '2026-12-31', '2026-12-31'],
    ['before March', '2027-02-28', '2027-02-28'],
    ['by the end of the month', null, null],
    ['in the first month online', null, null],
    ['by Friday', null, null],
    ['tomorrow', null, null],
    ['by 05/06/2026', null, null],
    ['8/10 teams', null, null],
    ['by February 30', null, null],
    ['', null, null],
  ];
  for (const [phrase, inQ4, inFiscalQ1] of PHRASES) {
    it(`reads "${phrase}"`, () => {
      assert.equal(deadlineDay(phrase, period('2026-Q4'), APRIL), inQ4);
      assert.equal(deadlineDay(phrase, period('FY2027-Q1'), APRIL), inFiscalQ1);
    });
  }

  it('needs no cycle where the year is written, and cannot do without one otherwise', () => {
    assert.equal(deadlineDay('by 15 Dec 2026', null, APRIL), '2026-12-15');
    assert.equal(deadlineDay('in Q2 2027', null, APRIL), '2027-06-30');
    assert.equal(deadlineDay('by December 15', null, APRIL), null);
  });

  it('gives a day or nothing for any phrase', () => {
    fc.assert(
      fc.property(anyValue, (phrase) => {
        const day = deadlineDay(`by ${phrase}`, period('2026-Q4'), APRIL);
        assert.ok(day === null || isDay(day), String(day));
      }),
    );
  });
});

describe('readBy', () => {
  const VALUES: readonly (readonly [text: string, day: string | null, says: RegExp | null])[] = [
    ['2026-12-15', '2026-12-15', null],
    [' 2026-12 ', '2026-12-31', null],
    ['2026-Q4', '2026-12-31', null],
    ['FY27 Q1', '2026-06-30', null],
    ['End of cycle', '2026-12-31', null],
    ['15 Dec 2026', '2026-12-15', /is 2026-12-15/],
    ['December', '2026-12-31', /is 2026-12-31/],
    ['2026-02-30', null, /no day of the calendar/],
    ['soon', null, /no deadline/],
    ['', null, /empty/],
  ];
  for (const [text, day, says] of VALUES) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const reading = readBy(text, period('2026-Q4'), APRIL);
      assert.equal(reading.day, day);
      if (says) assert.match(reading.problem ? english(reading.problem.message) : '', says);
      else assert.equal(reading.problem, null);
      if (says && day) assert.equal(reading.problem?.fix?.newText, day);
    });
  }

  it('waits for a cycle', () => {
    assert.deepEqual(readBy('end of cycle', null, APRIL), { day: null, problem: null });
  });
});
