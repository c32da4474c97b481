import assert from 'node:assert/strict';
import { createOkrService } from '../../../server/src/service.ts';
import type { OkrService } from '../../../server/src/service.ts';

const URI = 'file:///a.okr';
const REMARK = ', two agents are ill';
const TEXT = `cycle 2026-Q4
team support: Customer Support
  objective help: Be quick to help
    kr fast: Reduce response time from 8 h to 6 h
      2026-11-08: 7.2 h, confidence 0.2${REMARK}
`;

function codes(service: OkrService): readonly string[] {
  return service
    .snapshot()
    .findings(URI)
    .map(({ code }) => code);
}

/** A service that has judged the text and an edit in it, from when on rules look again only at what changed. */
function edited(): { readonly service: OkrService; readonly replace: (old: string, now: string) => readonly string[] } {
  const service = createOkrService();
  service.setToday('2026-11-10');
  service.set(URI, { kind: 'text', text: TEXT, notUtf8At: null });
  const replace = (old: string, now: string): readonly string[] => {
    const from = service.text(URI)?.indexOf(old) ?? -1;
    assert.notEqual(from, -1, old);
    service.edit(URI, [{ from, to: from + old.length, newText: now }]);
    return codes(service);
  };
  replace('agents', 'people');
  replace('people', 'agents');
  return { service, replace };
}

describe('An edit of a check-in', () => {
  it('is looked at by the rules that rest on its remark', () => {
    const { replace } = edited();
    assert.ok(replace(REMARK, '').includes('OKR706'));
    assert.ok(!replace('0.2', `0.2${REMARK}`).includes('OKR706'));
  });

  it('is looked at by the rules that rest on what it reports', () => {
    const { service, replace } = edited();
    const before = codes(service);
    assert.ok(!before.includes('OKR707'));
    assert.ok(replace('7.2 h', '9 h').includes('OKR707'));
    assert.deepEqual(replace('9 h', '7.2 h'), before);
    assert.ok(replace('2026-11-08', '2026-12-08').includes('OKR709'));
  });

  it('leaves findings where the lines are that it moved', () => {
    const { service, replace } = edited();
    replace('7.2 h', '9 h');
    replace(REMARK, `${REMARK} and one is on leave`);
    const fresh = createOkrService();
    fresh.setToday('2026-11-10');
    fresh.set(URI, { kind: 'text', text: service.text(URI) ?? '', notUtf8At: null });
    const told = (one: OkrService): unknown =>
      one
        .snapshot()
        .findings(URI)
        .map(({ code, place, message }) => ({ code, span: place.span, message }));
    assert.deepEqual(told(service), told(fresh));
  });
});
