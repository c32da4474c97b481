import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCheckIn } from '../../../server/src/measure/check-in.ts';
import type { CheckInReading } from '../../../server/src/measure/check-in.ts';
import { anyValue } from './metric-arbitrary.ts';
import { showQuantity } from './show.ts';

/** A reading in one line; problems stand behind `!` (errors) and `~` (hints). */
function show(reading: CheckInReading): string {
  const problems = reading.problems.map(({ severity }) => (severity === 'error' ? ' !' : ' ~')).join('');
  switch (reading.kind) {
    case 'report': {
      const value = reading.value === 'done' ? 'done' : showQuantity(reading.value);
      const parts = [
        value,
        reading.confidence === null ? '' : `c${reading.confidence}`,
        reading.mood ?? '',
        reading.remark ?? '',
      ];
      return parts.filter(Boolean).join(' | ') + problems;
    }
    case 'state':
      return `${reading.state} because ${reading.why ?? 'nothing'}${problems}`;
    case 'moved': {
      const sides =
        reading.what === 'by'
          ? [reading.from?.text ?? 'none', reading.to?.text ?? 'none']
          : [showQuantity(reading.from), showQuantity(reading.to)];
      return `${reading.what} ${sides.join(' to ')} because ${reading.why ?? 'nothing'}${problems}`;
    }
  }
}

const BODIES: readonly (readonly [body: string, expected: string])[] = [
  ['32.5%', '32.5 %'],
  ['108,200', '108200'],
  ['1,234, 5 more', '1234 | 5 more'],
  ['114k', '114000'],
  ['7.5 h', '7.5 h'],
  ['3/5', '3 of 5'],
  ['+2', 'delta 2'],
  ['-3%', 'delta -3 %'],
  ['done', 'done'],
  ['done, all trained', 'done | all trained'],
  ['34%, confidence 0.6, loyalty mailing went out', '34 % | c0.6 | loyalty mailing went out'],
  ['83%, confidence 5/10', '83 % | c0.5'],
  ['83%, Confidence: 70%', '83 % | c0.7'],
  ['83%, 70% confident', '83 % | c0.7'],
  ['86%, confidence 7/10, two agents hired', '86 % | c0.7 | two agents hired'],
  ['86%, at risk, confidence 0.4', '86 % | c0.4 | at risk'],
  ['86%, On-track, all well, confidence 0.9', '86 % | on track | all well, confidence 0.9'],
  ['off track', 'none | off track'],
  ['confidence 0.5', 'none | c0.5'],
  ['two agents hired', 'none | two agents hired ~'],
  ['waiting for legal, still', 'none | waiting for legal, still'],
  ['34%,', '34 %'],
  ['34%, , at risk', '34 % | at risk'],
  ['dropped', 'dropped because nothing'],
  ['Dropped, no budget, really', 'dropped because no budget, really'],
  ['active', 'active because nothing'],
  ['target 40% -> 45%', 'target 40 % to 45 % because nothing'],
  ['target: 40% → 45%, the market moved', 'target 40 % to 45 % because the market moved'],
  ['target from 40% to 45%', 'target 40 % to 45 % because nothing'],
  ['target -> 45%', 'target none to 45 % because nothing'],
  ['baseline ? -> 5', 'baseline ? to 5 because nothing'],
  ['by 2026-12-15 -> 2027-01-15, supplier late', 'by 2026-12-15 to 2027-01-15 because supplier late'],
  ['target audience interviewed', 'none | target audience interviewed'],
  ['by the end of the week we know', 'none | by the end of the week we know'],
  ['', 'none !'],
  ['  ', 'none !'],
  ['13,1%, confidence 0.5', 'none | c0.5 !'],
  ['80-90%', 'none !'],
  ['34%, confidence 7', '34 % !'],
  ['34%, confidence 120%, foo', '34 % | foo !'],
  ['target 45%', 'target none to 45 % because nothing'],
  ['target 25', 'target none to 25 because nothing'],
  ['baseline 10, counted anew', 'baseline none to 10 because counted anew'],
  ['target 25 reached', 'target none to none because nothing !'],
  ['by 2026-09-20', 'by none to 2026-09-20 because nothing'],
  ['by 2026-Q4, supplier late', 'by none to 2026-Q4 because supplier late'],
  ['by end of cycle', 'by none to end of cycle because nothing'],
  ['by 2026-09-20 we know', 'none | by 2026-09-20 we know'],
  ['target 40% -> soon', 'target 40 % to none because nothing !'],
  ['by ->', 'by none to none because nothing !'],
  ['34%, confidence high', '34 % | confidence high ~'],
  ['34%, at risk because of hiring', '34 % | at risk because of hiring ~'],
  ['34%, on track,off track', '34 % | on track,off track ~'],
  ['34%, on track, at risk', '34 % | on track ~'],
  ['34%, blocked', '34 % | blocked ~'],
  ['34%, closed three deals', '34 % | closed three deals'],
  ['blocked by legal', 'none | blocked by legal ~'],
  ['cancelled', 'none | cancelled ~'],
  ['34%, green', '34 % | green ~'],
  ['yes', 'none | yes ~'],
  ['15 on track', 'none | 15 on track ~'],
  ['15 two agents hired', 'none | 15 two agents hired ~'],
  ['15; confidence 0.7', 'none | 15; confidence 0.7 ~'],
  ['15 confidence 0.7', 'none | 15 confidence 0.7 ~'],
  ['34% the mailing went out, more to come', 'none | 34% the mailing went out, more to come ~'],
  ['15 customers at risk', 'none | 15 customers at risk ~'],
  ['750 (was 800)', 'none | 750 (was 800) ~'],
  ['3 calls (with legal)', 'none | 3 calls (with legal) ~'],
  ['now at 650', 'none | now at 650 ~'],
  ['at 650, a good week', 'none | at 650, a good week ~'],
  ['at lunch with 650 others', 'none | at lunch with 650 others ~'],
  ['15 visitors', '15 visitors'],
  ['3 pilots are at risk', 'none | 3 pilots are at risk ~'],
  ['3 calls with legal', 'none | 3 calls with legal ~'],
  ['2 of our agents left us', 'none | 2 of our agents left us ~'],
  ['70% confident that it works', 'none | 70% confident that it works ~'],
  ['1,25 Mio. €', 'none !'],
  ['€ 1,25 Mio.', 'none !'],
  ['900 000 $', 'none !'],
  ['900\u00a0000 $, a record', '900000 USD | a record'],
  ['7:15', 'none !'],
  ['700!!', 'none !'],
  ['700!!, at risk', 'none | at risk !'],
  ['hired 1', 'none | hired 1 ~'],
  ['three so far', 'none | three so far ~'],
  ['no change, 12 tickets open', 'none | no change, 12 tickets open ~'],
  ['talked to 3 of 5 teams', 'none | talked to 3 of 5 teams ~'],
  ['none', 'none | none ~'],
  ['halfway', 'none | halfway ~'],
  ['12 → 15', 'none | 12 → 15 ~'],
  ['it takes 300 ms', 'none | it takes 300 ms ~'],
  ['on track, 650 so far', 'none | on track | 650 so far ~'],
  ['on track, hired 3', 'none | on track | hired 3'],
  ['Q3 numbers came in, KR2 and v2 too', 'none | Q3 numbers came in, KR2 and v2 too'],
  ['nothing moved since 2026-10-01', 'none | nothing moved since 2026-10-01'],
  ['started 3 weeks ago', 'none | started 3 weeks ago'],
  ['week 3 of the pilot, away for 2 weeks', 'none | week 3 of the pilot, away for 2 weeks'],
  ['back on 3 November, see #42', 'none | back on 3 November, see #42'],
  ['one agent left in 2026', 'none | one agent left in 2026'],
  ['confidence 0.6, 34%', 'none | c0.6 | 34% ~'],
];

describe('readCheckIn', () => {
  for (const [body, expected] of BODIES) {
    it(`reads ${JSON.stringify(body)}`, () => assert.equal(show(readCheckIn(body)), expected));
  }

  it('tells where everything stands', () => {
    const body = ' 34%, confidence 0.6, at risk, hiring is slow ';
    const reading = readCheckIn(body);
    assert.ok(reading.kind === 'report');
    const spans = [reading.valueAt, reading.confidenceAt, reading.moodAt, reading.remarkAt];
    assert.deepEqual(
      spans.map((span) => span && body.slice(span.from, span.to)),
      ['34%', 'confidence 0.6', 'at risk', 'hiring is slow'],
    );
    const moved = readCheckIn(' target  40% -> 45 %, why not');
    assert.ok(moved.kind === 'moved' && moved.what === 'target' && moved.from && moved.from !== 'unknown');
    assert.deepEqual([moved.from.from, moved.to?.from, moved.to?.to, moved.whyAt], [9, 16, 20, { from: 22, to: 29 }]);
  });

  const MENDED: readonly (readonly [body: string, mended: string])[] = [
    ['13,1%, late', '13.1%, late'],
    ['1,25 Mio. €, late', '1.25M €, late'],
    ['7 Std., spät', '7 h, spät'],
    ['900 000 $', '900,000 $'],
    ['700!!', '700'],
    ['hired 1', '1, hired 1'],
    ['three so far', '3, three so far'],
    ['it takes 300 ms', '300 ms, it takes 300 ms'],
    ['34%, conf 6/10, late', '34%, confidence 6/10, late'],
    ['34%, confidence 7', '34%, confidence 7/10'],
    ['34%, at risk because of hiring', '34%, at risk, because of hiring'],
    ['34%, on track,off track', '34%, on track, off track'],
    ['blocked: by legal, again', 'blocked, by legal, again'],
    ['34%, green', '34%, on track'],
    ['target 25 pilots', 'target -> 25 pilots'],
    ['15 on track', '15, on track'],
    ['15; confidence 0.7', '15, confidence 0.7'],
    ['750 (was 800)', '750, (was 800)'],
    ['now at 650, a good week', '650, a good week'],
    ['15 - on track', '15, on track'],
    ['15 two agents hired, at last', '15, two agents hired, at last'],
    ['$20k – the deal is closed', '$20k, the deal is closed'],
  ];
  for (const [body, mended] of MENDED) {
    it(`mends ${body}`, () => {
      const fix = readCheckIn(body).problems[0]?.fix;
      assert.ok(fix);
      assert.equal(body.slice(0, fix.from) + fix.newText + body.slice(fix.to), mended);
    });
  }

  it('reads any text, and loses nothing of it', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 4 }), (parts) => {
        const body = parts.join(', ');
        const reading = readCheckIn(body);
        for (const { from, to } of reading.problems) assert.ok(0 <= from && from <= to && to <= body.length);
        if (reading.kind !== 'report') return;
        assert.equal(
          reading.remark ?? '',
          reading.remarkAt ? body.slice(reading.remarkAt.from, reading.remarkAt.to) : '',
        );
        if (!reading.valueAt && !reading.confidenceAt && !reading.moodAt) {
          assert.equal(reading.remark ?? '', body.replace(/^[\s]*(?:,(?=\s|$)\s*)*/, '').trim());
        }
      }),
      { numRuns: 2000 },
    );
  });
});
