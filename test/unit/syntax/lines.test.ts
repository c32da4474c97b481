import assert from 'node:assert/strict';
import { parse } from '../../../server/src/syntax/parse.ts';
import type { Line } from '../../../server/src/syntax/tree.ts';

/** What a line says, as short as a table wants it. */
function said(line: Line): unknown[] {
  switch (line.kind) {
    case 'property':
      return [line.kind, line.property, line.value.text, line.parts.map((part) => part.text)];
    case 'entry':
      return [line.kind, line.date.text, line.body.text];
    case 'note':
      return [line.kind, line.body.text];
    case 'initiative':
      return [line.kind, line.done, line.body.text, line.people.map((person) => person.text)];
    case 'directive':
      return [line.kind, line.wholeFile, line.rules.map((rule) => rule.text), line.reason?.text ?? null];
    case 'label':
      return [line.kind, line.items];
    case 'header':
      return [line.kind, line.header];
    case 'blank':
    case 'comment':
    case 'error':
      return [line.kind];
  }
}

const LINES: readonly (readonly [line: string, ...expected: unknown[]])[] = [
  ['   ', 'blank'],
  ['\t\u00a0\u200b', 'blank'],
  ['- ', 'blank'],
  ['-', 'blank'],
  ['• ', 'blank'],
  ['1.', 'blank'],
  ['##', 'blank'],
  ['# a comment', 'comment'],
  ['#', 'comment'],
  ['#hashtag', 'comment'],
  ['  - # a comment in a list', 'comment'],
  ['# okr-ignore OKR101: no number yet', 'directive', false, ['OKR101'], 'no number yet'],
  [
    '#okr-ignore OKR101, not-measurable OKR102/no-baseline: a: b',
    'directive',
    false,
    ['OKR101', 'not-measurable', 'OKR102/no-baseline'],
    'a: b',
  ],
  ['# OKR-Ignore-File OKR101: draft', 'directive', true, ['OKR101'], 'draft'],
  ['# okr-ignore OKR101', 'directive', false, ['OKR101'], null],
  ['# okr-ignore OKR101:', 'directive', false, ['OKR101'], null],
  ['# okr-ignore', 'directive', false, [], null],
  ['# okr-ignored', 'comment'],
  ['> Agreed with Sales', 'note', 'Agreed with Sales'],
  ['>**bold** text ', 'note', '**bold** text'],
  ['> 5 people were there', 'note', '5 people were there'],
  ['>', 'note', ''],
  ['- > in a list', 'note', 'in a list'],
  ['>5', 'error'],
  ['>= 5', 'error'],
  ['2026-10-15: 83%, confidence 5/10', 'entry', '2026-10-15', '83%, confidence 5/10'],
  ['- 2026-10-15: dropped', 'entry', '2026-10-15', 'dropped'],
  ['**2026-10-15:** 5', 'entry', '2026-10-15', '5'],
  ['2026-02-30: 5', 'entry', '2026-02-30', '5'],
  ['2026-10-15:', 'entry', '2026-10-15', ''],
  ['2026-10-15：5', 'entry', '2026-10-15', '5'],
  ['2026-10-155: 5', 'error'],
  ['[ ] Launch the survey', 'initiative', false, 'Launch the survey', []],
  [
    '[x] Train every agent @jon, @maria.lopez',
    'initiative',
    true,
    'Train every agent @jon, @maria.lopez',
    ['@jon', '@maria.lopez'],
  ],
  ['- [X] Mail a@b.de, (@ana)', 'initiative', true, 'Mail a@b.de, (@ana)', ['@ana']],
  ['[x]Done @ana.', 'initiative', true, 'Done @ana.', ['@ana']],
  ['[ ]', 'initiative', false, '', []],
  ['[y] x', 'error'],
  ['owner: @ana', 'property', 'owner', '@ana', ['@ana']],
  ['OWNER :  @ana  ', 'property', 'owner', '@ana', ['@ana']],
  ['- **Owner:** @ana', 'property', 'owner', '@ana', ['@ana']],
  ['**Owner**: @ana', 'property', 'owner', '@ana', ['@ana']],
  ['_owner_: @ana', 'property', 'owner', '@ana', ['@ana']],
  ['owner：@ana', 'property', 'owner', '@ana', ['@ana']],
  ['owner:**ana**', 'property', 'owner', '**ana**', ['**ana**']],
  ['due: 2026-12-15', 'property', 'by', '2026-12-15', ['2026-12-15']],
  ['Deadline: soon', 'property', 'by', 'soon', ['soon']],
  ['north star: x', 'property', 'north star', 'x', ['x']],
  ['North  Star: x', 'property', 'north star', 'x', ['x']],
  ['north-star: x', 'property', 'north star', 'x', ['x']],
  [
    'links: https://a.b/c,d, https://e.f',
    'property',
    'link',
    'https://a.b/c,d, https://e.f',
    ['https://a.b/c,d', 'https://e.f'],
  ],
  ['supports: acme.a, b ,c,', 'property', 'supports', 'acme.a, b ,c,', ['acme.a', 'b ,c']],
  ['with:', 'property', 'with', '', []],
  ['with: ,', 'property', 'with', ',', []],
  ['metric: p95: 1 -> 2', 'property', 'metric', 'p95: 1 -> 2', ['p95: 1 -> 2']],
  ['metrc: 1', 'property', null, '1', ['1']],
  ['Next steps: a, b', 'property', null, 'a, b', ['a', 'b']],
  ['Objctive: x', 'header', 'objective'],
  ['we agreed on two things: a and b', 'error'],
  ['http://a.b', 'error'],
  ['10:30 meeting', 'error'],
  ['Key Results:', 'label', 'kr'],
  ['key results', 'label', 'kr'],
  ['## Key-Results', 'label', 'kr'],
  ['**Key Results:**', 'label', 'kr'],
  ['**Key Results**:', 'label', 'kr'],
  ['_KRs_', 'label', 'kr'],
  ['- KPIs：', 'label', 'kpi'],
  ['OBJECTIVES :', 'label', 'objective'],
  ['Goals:', 'label', 'objective'],
  ['🚀 launch', 'error'],
];

describe('lines', () => {
  for (const [line, ...expected] of LINES) {
    it(`reads ${JSON.stringify(line)}`, () => {
      for (const end of ['', '\n', '\r\n', '\r']) {
        const read = parse(line + end).blocks.flatMap((block) => block.lines);
        assert.deepEqual(read.map(said), [expected]);
      }
    });
  }

  it('tells the place of content and indentation', () => {
    const [line] = parse('\t  - **Owner:** @ana \r\n').blocks[0]?.lines ?? [];
    assert.ok(line?.kind === 'property');
    assert.deepEqual([line.from, line.indent, line.content, line.end, line.to], [0, 3, 7, 21, 23]);
    assert.deepEqual(line.name, { from: 7, to: 12, text: 'Owner' });
    assert.deepEqual(line.value, { from: 16, to: 20, text: '@ana' });
  });

  it('counts a byte order mark as white space of the first line', () => {
    const [line] = parse('\ufeffowner: x').blocks[0]?.lines ?? [];
    assert.deepEqual([line?.indent, line?.content], [1, 1]);
  });
});

describe('scores behind titles', () => {
  const SCORES: readonly (readonly [title: string, rest: string, stated: string | null])[] = [
    ['Resolve tickets => 70%', 'Resolve tickets', '70%'],
    ['Resolve tickets =>0.7', 'Resolve tickets', '0.7'],
    ['Resolve tickets => 0.7', 'Resolve tickets', '0.7'],
    ['Resolve tickets (0.7)', 'Resolve tickets', '0.7'],
    ['Resolve tickets (1.0)', 'Resolve tickets', '1.0'],
    ['Resolve tickets (7/10)', 'Resolve tickets', '7/10'],
    ['Resolve tickets ⇒ 100 %', 'Resolve tickets', '100 %'],
    ['Resolve tickets => 170%', 'Resolve tickets => 170%', null],
    ['Resolve tickets (9/30)', 'Resolve tickets (9/30)', null],
    ['Resolve tickets (11/10)', 'Resolve tickets (11/10)', null],
    ['Resolve tickets (1.5)', 'Resolve tickets (1.5)', null],
    ['Resolve tickets (70%)', 'Resolve tickets (70%)', null],
    ['Raise it from 3 -> 5', 'Raise it from 3 -> 5', null],
  ];
  for (const [title, rest, stated] of SCORES) {
    it(`reads ${JSON.stringify(title)}`, () => {
      const block = parse(`kr: ${title}`).blocks[0];
      assert.ok(block?.header?.kind === 'header' && block.header.header === 'kr');
      assert.deepEqual([block.header.title.text, block.header.stated?.text ?? null], [rest, stated]);
      assert.deepEqual(
        block.problems.map((problem) => problem.severity),
        stated === null ? [] : ['hint'],
      );
    });
  }

  it('are none behind the title of a KPI', () => {
    const block = parse('kpi: Rating (0.7)').blocks[0];
    assert.ok(block?.header?.kind === 'header' && block.header.header === 'kpi');
    assert.deepEqual([block.header.title.text, block.header.stated], ['Rating (0.7)', null]);
  });
});

describe('headings of one mark', () => {
  const warned = (line: string) => parse(line).blocks[0]?.problems.map((problem) => problem.severity) ?? [];
  for (const line of [
    '# Objective: Grow',
    '#KR1: x',
    '# KR 2 – x',
    '# Key Results',
    '# **Goals**',
    '# cycle 2026-Q4',
    '- # team: Support',
  ]) {
    it(`are warned about: ${line}`, () => {
      assert.deepEqual(warned(line), ['warning']);
      assert.equal(parse(line).blocks[0]?.header, null);
    });
  }
  for (const line of [
    '# Team goals for the quarter',
    '# Acme, fourth quarter',
    '# Company',
    '# okr-ignore OKR101: x',
    '# TODO: ask',
  ]) {
    it(`are comments: ${line}`, () => {
      assert.deepEqual(warned(line), []);
    });
  }
});
