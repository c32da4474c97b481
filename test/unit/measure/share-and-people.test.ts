import assert from 'node:assert/strict';
import { readPerson, suggestedHandle } from '../../../server/src/measure/people.ts';
import { readShare } from '../../../server/src/measure/share.ts';

describe('readShare', () => {
  const SHARES: readonly (readonly [text: string, value: number | null, inRange?: boolean])[] = [
    ['0', 0, true],
    ['0.7', 0.7, true],
    ['.7', 0.7, true],
    ['1.0', 1, true],
    ['7/10', 0.7, true],
    ['7 of 10', 0.7, true],
    ['70%', 0.7, true],
    ['70 %', 0.7, true],
    ['7', 7, false],
    ['-0.1', -0.1, false],
    ['11/10', 1.1, false],
    ['120%', 1.2, false],
    ['7/0', null],
    ['high', null],
    ['0,7', null],
    ['', null],
    ['0.7 0.8', null],
  ];
  for (const [text, value, inRange] of SHARES) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const share = readShare(text);
      assert.equal(share?.value ?? null, value);
      if (share) assert.equal(share.inRange, inRange);
    });
  }
});

describe('people', () => {
  it('reads handles and names', () => {
    assert.deepEqual(readPerson('@ana'), { handle: 'ana', name: 'ana' });
    assert.deepEqual(readPerson(' @maría.luz-2 '), { handle: 'maría.luz-2', name: 'maría.luz-2' });
    assert.deepEqual(readPerson(' Ana  Souza '), { handle: null, name: 'Ana Souza' });
    for (const text of ['', '  ', '@', '@ana souza', '@-ana']) assert.equal(readPerson(text), null, text);
  });

  it('suggests handles', () => {
    assert.equal(suggestedHandle('Ana Souza'), 'ana-souza');
    assert.equal(suggestedHandle('José  Núñez, Jr.'), 'jose-nunez-jr');
    assert.equal(suggestedHandle('王小明'), '王小明');
    assert.equal(suggestedHandle('!!!'), null);
  });
});
