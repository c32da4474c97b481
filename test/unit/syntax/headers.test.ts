import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse.ts';
import { HEADER_FORMS, NO_HEADERS } from './header-forms.ts';

describe('headers', () => {
  for (const { line, is, id, number, title, faulty, priority } of HEADER_FORMS) {
    it(`reads ${JSON.stringify(line)}`, () => {
      const { blocks } = parse(line);
      assert.equal(blocks.length, 1);
      const header = blocks[0]?.header;
      assert.ok(header?.kind === 'header' && header.header !== 'cycle');
      assert.equal(header.header, is);
      assert.equal(header.id?.text, id);
      assert.equal(header.title?.text, title);
      assert.equal(header.faulty, faulty ?? false);
      assert.equal(blocks[0]?.problems.length, faulty ? 1 : 0);
      if ('number' in header) {
        assert.equal(header.number?.text, number);
        assert.equal(header.priority?.text, priority);
      }
      for (const part of [header.id, header.title, header.keyword]) {
        if (part !== null) assert.equal(line.slice(part.from, part.to), part.text);
      }
    });
  }

  for (const line of NO_HEADERS) {
    it(`opens nothing at ${JSON.stringify(line)}`, () => {
      assert.equal(parse(line).blocks[0]?.header, null);
    });
  }
});

const CYCLES: readonly (readonly [line: string, name: string | null, start?: string, until?: string])[] = [
  ['cycle 2026', '2026'],
  ['cycle 2026-Q4', '2026-Q4'],
  ['Cycle: 2026-H2', '2026-H2'],
  ['cycle 2026-11', '2026-11'],
  ['cycle FY2027-Q1', 'FY2027-Q1'],
  ['cycle Q4 2026', 'Q4 2026'],
  ['Cycle: FY27 Q1', 'FY27 Q1'],
  ["quarter: Q1 '27", "Q1 '27"],
  ['Quarter Q4/2026', 'Q4/2026'],
  ['period: sprint-12', 'sprint-12'],
  ['period sprint-12', 'sprint-12'],
  ['**Cycle:** 2026-Q4', '2026-Q4'],
  ['**Cycle 2026-Q4**', '2026-Q4'],
  ['## Cycle 2026-Q4', '2026-Q4'],
  ['cycle sprint-12: 2026-01-05 to 2026-01-18', 'sprint-12', '2026-01-05', '2026-01-18'],
  ['cycle sprint-12: 2026-01-05..2026-01-18', 'sprint-12', '2026-01-05', '2026-01-18'],
  ['cycle: sprint-12: 2026-01-05 .. 2026-01-18', 'sprint-12', '2026-01-05', '2026-01-18'],
  ['cycle sprint-12: 2026-01-05 – 2026-01-18', 'sprint-12', '2026-01-05', '2026-01-18'],
  ['cycle сезон: 2026-01-05 to 2026-01-18', 'сезон', '2026-01-05', '2026-01-18'],
];

const BAD_CYCLES: readonly (readonly [line: string, name: string | null])[] = [
  ['cycle', null],
  ['cycle:', null],
  ['cycle: next quarter or so', null],
  ['cycle: 2026-01-05 to 2026-01-18', null],
  ['cycle – 2026', null],
  ['cycle sprint-12: January', 'sprint-12'],
  ['cycle sprint-12: 2026-01-05', 'sprint-12'],
  ['cycle sprint-12: 2026-01-05 to', 'sprint-12'],
  ['cycle sprint-12: 2026-01-05 to 2026-01-18 and more', 'sprint-12'],
];

describe('cycles', () => {
  for (const [line, name, start, until] of CYCLES) {
    it(`reads ${JSON.stringify(line)}`, () => {
      const block = parse(`${line}\nobjective: x`).blocks[0];
      assert.ok(block?.header?.kind === 'header' && block.header.header === 'cycle');
      assert.deepEqual(
        [block.header.name?.text, block.header.start?.text, block.header.until?.text],
        [name, start, until],
      );
      assert.deepEqual(block.problems, []);
      assert.equal(block.header.faulty, false);
    });
  }

  for (const [line, name] of BAD_CYCLES) {
    it(`says what is wrong with ${JSON.stringify(line)}`, () => {
      const { blocks } = parse(`${line}\nobjective: x\nowner: y`);
      const [block, next] = blocks;
      assert.ok(block?.header?.kind === 'header' && block.header.header === 'cycle');
      assert.equal(block.header.name?.text ?? null, name);
      assert.equal(block.header.faulty, true);
      assert.equal(block.problems.length, 1);
      assert.deepEqual(
        next?.lines.map((each) => each.kind),
        ['header', 'property'],
      );
    });
  }
});
