import assert from 'node:assert/strict';
import { documentLinks, resolveDocumentLink } from '../../../server/src/features/document-links.ts';
import { linkedEditing } from '../../../server/src/features/linked-editing.ts';
import { company, shown } from './company.ts';
import { fixture } from './workspace.ts';

function addresses(text: string): readonly string[] {
  const at = fixture(text);
  return (documentLinks(at.snapshot, at.uri) ?? []).flatMap(({ target }) => target ?? []);
}

describe('document links', () => {
  const cases: readonly (readonly [what: string, line: string, found: readonly string[]])[] = [
    ['a value', 'link: https://a.example/b?c=d', ['https://a.example/b?c=d']],
    ['several', 'link: https://a.example, http://b.example', ['https://a.example', 'http://b.example']],
    ['the end of a sentence', '> See https://a.example/b.', ['https://a.example/b']],
    [
      'Markdown',
      '> [here](https://a.example/b_(c)) and <mailto:a@b.example>',
      ['https://a.example/b_(c)', 'mailto:a@b.example'],
    ],
    ['a remark', '2026-11-01: 5%, see https://a.example', ['https://a.example']],
    ['no other scheme', '> javascript:alert(1) file:///etc/passwd ftp://a.example', []],
    ['nothing of an address', '> http:// and mailto:', []],
  ];
  for (const [what, line, found] of cases) {
    it(`are made of ${what}`, () => assert.deepEqual(addresses(`objective a: A\n  ${line}\n`), found));
  }

  it('are not made of titles, tasks and comments', () => {
    assert.deepEqual(
      addresses('# https://a.example\nobjective a: See https://b.example\n  [ ] https://c.example\n'),
      [],
    );
  });

  it('lead from each part of a reference to its header, once they are resolved', () => {
    const at = company('support.okr', 'parent: a│cme');
    const links = documentLinks(at.snapshot, at.uri) ?? [];
    assert.ok(
      links.every(({ target }) => target === undefined),
      'nothing is resolved yet',
    );
    const resolved = links.map((link) => [
      shown(at, at.uri, link.range),
      resolveDocumentLink(at.snapshot, link).target?.replace('file:///plans/', ''),
    ]);
    assert.deepEqual(resolved, [
      ['support.okr:3 acme', 'acme.okr#L2,1'],
      ['support.okr:6 acme', 'acme.okr#L2,1'],
      ['support.okr:6 loyalty', 'acme.okr#L4,1'],
      ['support.okr:7 csat', '2026-Q3.okr#L3,1'],
      ['support.okr:9 support', '2026-Q3.okr#L2,1'],
      ['support.okr:9 csat', '2026-Q3.okr#L3,1'],
      ['support.okr:9 rating', '2026-Q3.okr#L4,1'],
      ['support.okr:10 Customer Support', '2026-Q3.okr#L2,1'],
      ['support.okr:12 acme', 'acme.okr#L2,1'],
      ['support.okr:12 loyalty', 'acme.okr#L4,1'],
      ['support.okr:12 buyers', 'acme.okr#L8,1'],
    ]);
    assert.match(resolveDocumentLink(at.snapshot, links[2] ?? assert.fail()).tooltip ?? '', /Become the shop/);
  });

  it('stay as they are where they lead nowhere any more', () => {
    const { snapshot } = fixture('');
    for (const data of [null, 5, 'x', { uri: 'file:///nowhere.okr', line: 0, character: 0 }, { uri: 5 }]) {
      const link = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, data };
      assert.equal(resolveDocumentLink(snapshot, link), link);
    }
  });
});

describe('linked editing', () => {
  const linked = (file: string, cursor: string): readonly string[] | null => {
    const at = company(file, cursor);
    const found = linkedEditing(at.snapshot, at.uri, at.offset);
    if (found === null) return null;
    const pattern = new RegExp(`^${found.wordPattern}$`);
    return found.ranges.map((range) => {
      const place = shown(at, at.uri, range);
      assert.match(place.slice(place.indexOf(' ') + 1), pattern);
      return place;
    });
  };

  it('takes an id with its uses in the file', () => {
    assert.deepEqual(linked('acme.okr', 'objective loy│alty'), ['acme.okr:4 loyalty', 'acme.okr:13 loyalty']);
    assert.deepEqual(linked('support.okr', 'support.csat.rating│'), null);
    assert.deepEqual(linked('sprint.okr', '@a│na, Jon'), ['sprint.okr:4 ana', 'sprint.okr:9 ana']);
    assert.deepEqual(linked('sprint.okr', 'cycle spr│int-7'), ['sprint.okr:1 sprint-7', 'sprint.okr:11 sprint-7']);
  });

  it('takes no title, and no name of several words', () => {
    assert.equal(linked('acme.okr', 'come b│ack'), null);
    assert.equal(linked('support.okr', 'owner: Cust│omer Support'), null);
    assert.equal(linked('sprint.okr', 'with: Jon│ Miles'), null);
  });
});
