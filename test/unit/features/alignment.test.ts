import assert from 'node:assert/strict';
import type { CallHierarchyItem, LocationLink } from 'vscode-languageserver-types';
import { served, serving } from '../../../server/src/features/alignment.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/src/features/call-hierarchy.ts';
import { company, shown } from './company.ts';
import { fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

function lines(at: Fixture, links: readonly LocationLink[] | null): readonly string[] | null {
  return (
    links?.map(({ targetUri, targetSelectionRange }) =>
      shown(at, targetUri, targetSelectionRange).replace(/ +/, ' '),
    ) ?? null
  );
}

describe('type definition', () => {
  const leads = (at: Fixture) => lines(at, served(at.snapshot, at.uri, at.offset));

  it('leads to what an objective supports', () => {
    assert.deepEqual(leads(company('support.okr', 'objective cs│at')), [
      'acme.okr:4 objective loyalty: Become the shop people come back to',
    ]);
  });

  it('leads from a reference on to what its target supports', () => {
    assert.deepEqual(leads(company('sprint.okr', 'supports: check│out')), [
      'acme.okr:4 objective loyalty: Become the shop people come back to',
      'acme.okr:6 kr repeat: Grow the repeat purchase rate',
    ]);
  });

  it('leads from a key result that supports nothing to its objective', () => {
    assert.deepEqual(leads(company('acme.okr', 'kr re│peat')), [
      'acme.okr:4 objective loyalty: Become the shop people come back to',
    ]);
  });

  it('leads nowhere from the top, and is none where no item is named', () => {
    assert.deepEqual(leads(company('acme.okr', 'objective loy│alty')), []);
    assert.equal(leads(company('acme.okr', 'company ac│me')), null);
  });
});

describe('implementation', () => {
  it('leads to what supports an item', () => {
    const at = company('acme.okr', 'objective loy│alty');
    assert.deepEqual(lines(at, serving(at.snapshot, at.uri, at.offset)), [
      'sprint.okr:5 objective checkout: Pay without a thought',
      'support.okr:4 objective csat: Make every contact with support worth having',
    ]);
  });

  it('leads from a KPI to the key results that measure it', () => {
    const at = company('readings.okr', 'kpi week│ly');
    assert.deepEqual(lines(at, serving(at.snapshot, at.uri, at.offset)), [
      'acme.okr:8 kr buyers: More people buy every week',
    ]);
  });
});

describe('the call hierarchy', () => {
  const root = (at: Fixture): CallHierarchyItem => {
    const [item] = prepareCallHierarchy(at.snapshot, at.uri, at.offset) ?? [];
    assert.ok(item !== undefined);
    return item;
  };

  it('begins at the item under the cursor', () => {
    const item = root(company('support.okr', 'acme.loy│alty'));
    assert.equal(item.name, 'Become the shop people come back to');
    assert.match(item.detail ?? '', /^Acme · \d+ %/);
    assert.equal(item.uri, 'file:///plans/acme.okr');
  });

  it('has who supports an objective or its key results coming in, with the places', () => {
    const at = company('acme.okr', 'objective loy│alty');
    const calls = incomingCalls(at.snapshot, root(at)) ?? [];
    assert.deepEqual(
      calls.map(({ from, fromRanges }) => [from.name, ...fromRanges.map((range) => shown(at, from.uri, range))]),
      [
        ['Pay without a thought', 'sprint.okr:6 acme.loyalty@2026-Q4', 'sprint.okr:6 acme.loyalty.repeat@2026-Q4'],
        ['Make every contact with support worth having', 'support.okr:6 acme.loyalty'],
        ['Answer 95% of calls', 'support.okr:12 acme.loyalty.buyers'],
      ],
    );
  });

  it('has what an item and its key results serve going out', () => {
    const at = company('support.okr', 'objective cs│at');
    const calls = outgoingCalls(at.snapshot, root(at)) ?? [];
    assert.deepEqual(
      calls.map(({ to, fromRanges }) => [to.name, ...fromRanges.map((range) => shown(at, at.uri, range))]),
      [
        ['Become the shop people come back to', 'support.okr:6 acme.loyalty'],
        ['More people buy every week', 'support.okr:12 acme.loyalty.buyers'],
      ],
    );
  });

  it('has a KPI and the objective going out of a key result', () => {
    const at = company('acme.okr', 'kr buy│ers');
    const names = outgoingCalls(at.snapshot, root(at))?.map(({ to }) => to.name);
    assert.deepEqual(names, ['Weekly active buyers', 'Become the shop people come back to']);
  });

  it('is none on what is no item, and for an item that is gone', () => {
    const at = company('acme.okr', 'company ac│me');
    assert.equal(prepareCallHierarchy(at.snapshot, at.uri, at.offset), null);
    const item = root(company('acme.okr', 'objective loy│alty'));
    assert.equal(incomingCalls(fixture('').snapshot, item), null);
    assert.equal(outgoingCalls(fixture('').snapshot, { ...item, data: { no: 'key' } }), null);
  });
});
