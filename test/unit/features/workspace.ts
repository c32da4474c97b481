import assert from 'node:assert/strict';
import { createOkrService } from '../../../server/src/service.ts';
import type { Snapshot } from '../../../server/src/service.ts';
import { positionAt } from '../../../server/src/features/layout.ts';

/** Where the cursor stands in a fixture. It is taken out of the text. */
const CURSOR = '│';
export const TODAY = '2026-11-10';

/** The two files of a workspace whose texts are made up. */
export const [A, B] = ['file:///a.okr', 'file:///b.okr'] as const;

/** A workspace of these two files. */
export function snapshotOf(a: string, b: string): Snapshot {
  const service = createOkrService();
  service.setToday(TODAY);
  service.set(A, { kind: 'text', text: a, notUtf8At: null });
  service.set(B, { kind: 'text', text: b, notUtf8At: null });
  return service.snapshot();
}

export interface Fixture {
  readonly snapshot: Snapshot;
  /** The file with the cursor, or the first. */
  readonly uri: string;
  /** Of the cursors in that file, in order. */
  readonly offsets: readonly number[];
  /** Of the first cursor. */
  readonly offset: number;
  readonly text: (uri?: string) => string;
}

/**
 * A workspace of one text, or of several behind lines `=== name.okr`, with cursors where the test looks. The common white
 * space at the beginning of the lines stays: indentation is part of the language.
 */
export function fixture(marked: string, today = TODAY): Fixture {
  const service = createOkrService();
  service.setToday(today);
  const texts = new Map<string, string>();
  let uri: string | null = null;
  let offsets: number[] = [];
  for (const { name, content } of filesOf(marked)) {
    const fileUri = `file:///plans/${name}`;
    const pieces = content.split(CURSOR);
    if (pieces.length > 1) {
      uri = fileUri;
      offsets = pieces.slice(0, -1).map((_, index) => pieces.slice(0, index + 1).join('').length);
    }
    const text = pieces.join('');
    texts.set(fileUri, text);
    service.set(fileUri, { kind: 'text', text, notUtf8At: null });
  }
  const first = [...texts.keys()][0] ?? '';
  const at = uri ?? first;
  return {
    snapshot: service.snapshot(),
    uri: at,
    offsets,
    offset: offsets[0] ?? 0,
    text: (asked = at) => texts.get(asked) ?? '',
  };
}

function filesOf(marked: string): readonly { readonly name: string; readonly content: string }[] {
  const [before = '', ...rest] = marked.split(/^=== (.+)\n/m);
  if (rest.length === 0) return [{ name: 'a.okr', content: before }];
  assert.equal(before.trim(), '', 'a fixture of several files begins with ===');
  return rest.flatMap((name, index) => (index % 2 === 0 ? [{ name, content: rest[index + 1] ?? '' }] : []));
}

interface Edit {
  readonly range: { readonly start: At; readonly end: At };
  readonly newText?: string;
  readonly snippet?: { readonly value: string };
}
interface At {
  readonly line: number;
  readonly character: number;
}

/** The text of the fixture's file after edits of an answer. */
export function applied({ snapshot, uri, text }: Fixture, edits: readonly Edit[]): string {
  const tree = snapshot.tree(uri);
  assert.ok(tree !== null);
  const lines = text().split(/(?<=\n)/);
  const offset = ({ line, character }: At): number => lines.slice(0, line).join('').length + character;
  const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  let result = text();
  for (const { range, newText, snippet } of sorted) {
    const from = offset(range.start);
    assert.deepEqual(positionAt(tree, from), range.start);
    result = result.slice(0, from) + (newText ?? snippet?.value ?? '') + result.slice(offset(range.end));
  }
  return result;
}

/** The example of the language's own description, with a file for each scope. */
export const EXAMPLE = `=== acme.okr
# Acme, fourth quarter
cycle 2026-Q4

company acme: Acme
  mission: Make shopping feel personal
  north star: weekly-buyers

  objective loyalty: Become the shop people come back to
    owner: @ana
    type: aspirational
    perspective: customer

    kr repeat: Grow the repeat purchase rate
      metric: repeat purchase rate 31% -> 40%
      2026-10-15: 32.5%
      2026-11-01: 34%, confidence 0.6, loyalty mailing went out

    kr buyers: More people buy every week
      measures: weekly-buyers
      metric: -> 130k
      by: 2026-12-15
      2026-11-02: 114k

  kpi weekly-buyers: Weekly active buyers
    owner: @ana
    target: >= 120k
    review: weekly
    2026-09-27: 108,200
    2026-11-08: 115,900
=== support.okr
cycle 2026-Q4

team support: Customer Support
  parent: acme
  lead: @maria

  objective csat: Make every contact with support worth having
    owner: @maria
    type: committed
    supports: acme.loyalty
    why: Slow support is the first reason people give for leaving

    kr rating: Achieve an average satisfaction rating of 90%
      owner: @jon
      metric: satisfaction rating 82% -> 90%
      by: 2026-12-15
      weight: 2
      [x] Train every agent on the new macros @jon
      [ ] Launch the in-app survey
      2026-10-15: 83%, confidence 5/10
      2026-11-01: 86%, confidence 7/10, two agents hired

    kr response: Reduce average response time by 25%
      metric: response time 8 h -> 6 h
      2026-11-01: 7.5 h

    kr first-contact: Resolve 85% of tickets within the first contact
      baseline: 71%
      2026-11-01: 74%
`;
