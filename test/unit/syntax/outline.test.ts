import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outlineOf, withoutPlaces } from '../../../server/src/syntax/outline.ts';
import type { OutlineHeader } from '../../../server/src/syntax/outline.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

import { anyText } from './okr-text.ts';

function headersOf(text: string): readonly OutlineHeader[] {
  const lines = parse(text).blocks.flatMap((block) => block.lines);
  return lines.flatMap((line) => (line.kind === 'header' ? [withoutPlaces(line)] : []));
}

/** Headers as most people write them, and what makes them different. */
const plainText = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '  ', '\t', '- ', '## '),
        fc.constantFrom(
          'objective',
          'kr',
          'kpi',
          'team',
          'company',
          'person',
          'cycle',
          'Objective',
          'goal',
          'Key Result',
        ),
        fc.constantFrom(' a', ' b-2', ' KR1', ' 2026', ' 2026-Q4', ' 2026-Q4: 2026-10-01 to 2026-12-31', ' 1.4', ''),
        fc.constantFrom(': ', ':', ' ', ''),
        fc.constantFrom(
          'Grow',
          'Grow => 70%',
          'Grow (0.7)',
          'x',
          '"Grow"',
          'Grow  ',
          'Grow\u00a0',
          ' Grow*',
          '10 km',
          '',
        ),
        fc.constantFrom('\n', '\n', '\r\n', '\n  owner: @ana\n', '\nTeam: Sales\n', '\nKey Results:\n- One\n'),
      )
      .map((parts) => parts.join('')),
    { maxLength: 8 },
  )
  .map((lines) => lines.join(''));

describe('the outline of a text', () => {
  it('is the headers of its tree', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, plainText), (text) => {
        assert.deepEqual(outlineOf(text), headersOf(text));
      }),
      { numRuns: Number(process.env['OKR_RUNS'] ?? 1000) },
    );
  });

  it('has the items of lists, and no owner of an objective', () => {
    const text =
      'team growth: Growth\nobjective a: A\nTeam: Support\nKey Results:\n- One\n  owner: @ana\n- Two\nkr b: B\n';
    const names = outlineOf(text).map(({ header, title }) => [header, title]);
    assert.deepEqual(names, [
      ['team', 'Growth'],
      ['objective', 'A'],
      ['kr', 'One'],
      ['kr', 'Two'],
      ['kr', 'B'],
    ]);
  });
});
