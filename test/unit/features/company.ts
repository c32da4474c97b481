import assert from 'node:assert/strict';
import { fixture } from './workspace.ts';
import type { Fixture } from './workspace.ts';

/** A small company over several files and cycles, in which everything is named more than once. */
export const COMPANY = `=== 2026-Q3.okr
cycle 2026-Q3
team support
  objective csat: Be worth calling
    kr rating: Reach a satisfaction rating of 82%
      2026-09-20: 82%

=== acme.okr
cycle 2026-Q4
company acme: Acme
  north star: weekly-buyers
  objective loyalty: Become the shop people come back to
    owner: @ana
    kr repeat: Grow the repeat purchase rate
      metric: repeat purchase rate 31% -> 40%
    kr buyers: More people buy every week
      measures: weekly-buyers
      metric: -> 130k
  kpi weekly-buyers: Weekly active buyers
    owner: @ana
    for: loyalty

=== people.okr
person ana: Ana Souza
  parent: acme

=== readings.okr
company acme
  kpi weekly-buyers: Weekly active buyers
    2026-11-08: 115,900

=== sprint.okr
cycle sprint-7: 2026-11-02 to 2026-11-15
team web: Web Team
  parent: acme
  lead: @ana, Jon Miles
  objective checkout: Pay without a thought
    supports: acme.loyalty@2026-Q4, acme.loyalty.repeat@2026-Q4
    owner: support
    kr: Finish 9 of 10 payments at once
      [ ] Ask @ana
  objective retry: Never lose a basket
    during: sprint-7
    supports: checkout
    with: Jon Miles

=== support.okr
cycle 2026-Q4
team support: Customer Support
  parent: acme
  objective csat: Make every contact with support worth having
    owner: @maria
    supports: acme.loyalty
    continues: csat@2026-Q3
    kr rating: Reach an average satisfaction rating of 90%
      continues: support.csat.rating
      owner: Customer Support
    kr: Answer 95% of calls
      supports: acme.loyalty.buyers
`;

/** The company with a cursor: `marked` stands in the file once its │ is taken out, and the first such place is meant. */
export function company(file: string, marked: string): Fixture {
  const plain = marked.replace('│', '');
  const from = COMPANY.indexOf(`=== ${file}\n`);
  const at = COMPANY.indexOf(plain, from);
  assert.ok(from !== -1 && at !== -1, `"${plain}" is not in ${file}`);
  return fixture(COMPANY.slice(0, at) + marked + COMPANY.slice(at + plain.length));
}

/** A range as tests read it: `acme.okr:5 loyalty`. Lines count from 1. */
export function shown(at: Fixture, uri: string, range: Range): string {
  const lines = at.text(uri).split('\n');
  const { start, end } = range;
  assert.equal(start.line, end.line, 'a name stands on one line');
  const text = (lines[start.line] ?? '').slice(start.character, end.character);
  return `${uri.slice(uri.lastIndexOf('/') + 1)}:${String(start.line + 1)} ${text}`;
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
