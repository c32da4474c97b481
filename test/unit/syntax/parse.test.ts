import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../server/src/syntax/parse.ts';
import { print } from '../../../server/src/syntax/print.ts';
import type { Block, Text } from '../../../server/src/syntax/tree.ts';
import { anyText } from './okr-text.ts';
import { english } from '../../../server/src/syntax/said.ts';

const runs = { numRuns: 2000 };

/** Every piece of text in a value, however deep, that tells its place. */
function pieces(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(pieces);
  return isText(value) ? [value, ...inner] : inner;
}

function isText(value: object): value is Text {
  return 'text' in value && 'from' in value && 'to' in value;
}

function checkBlock({ text, lines, header, problems }: Block): void {
  let at = 0;
  for (const line of lines) {
    assert.equal(line.from, at);
    assert.ok(line.to > line.from);
    assert.ok(line.from + line.indent <= line.content && line.content <= line.end && line.end <= line.to);
    assert.match(text.slice(line.end, line.to), /^(?:\r\n|\r|\n|)$/);
    assert.doesNotMatch(text.slice(line.from, line.end), /[\r\n]/);
    for (const piece of pieces(line)) {
      assert.equal(text.slice(piece.from, piece.to), piece.text);
      assert.ok(piece.from >= line.from && piece.to <= line.end, `${piece.text} outside its line`);
    }
    at = line.to;
  }
  assert.equal(at, text.length);
  assert.equal(header, lines.find((line) => line.kind === 'header' || line.kind === 'label') ?? null);
  for (const problem of problems) {
    assert.ok(problem.from >= 0 && problem.from <= problem.to && problem.to <= text.length);
    assert.ok(english(problem.message).length < 500);
    for (const edit of problem.fixes.flatMap((fix) => fix.edits)) {
      assert.ok(edit.from >= 0 && edit.from <= edit.to && edit.to <= text.length);
    }
  }
  for (const line of lines) {
    const faulty = line.kind === 'error' || (line.kind === 'header' && line.faulty);
    if (faulty && problems.length < 100) {
      const errors = problems.filter(({ severity }) => severity === 'error');
      const own = errors.filter((each) => each.from >= line.from && each.to <= line.end);
      // Lists and tables are told of once for all of their lines.
      const runs = errors.filter((each) => each.from < line.end && each.to > line.from && !own.includes(each));
      assert.equal(own.length + runs.length, 1, `one error for ${JSON.stringify(text.slice(line.from, line.to))}`);
    }
  }
}

describe('parse', () => {
  it('gives back every character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(print(parse(text)), text);
      }),
      runs,
    );
  });

  it('puts every character into one line, with every piece at its place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        parse(text).blocks.forEach(checkBlock);
      }),
      runs,
    );
  });

  it('has no block for an empty file', () => {
    assert.deepEqual(parse('').blocks, []);
  });

  it('reads a file of nulls as text that is none', () => {
    const { blocks } = parse('\0'.repeat(1000));
    assert.deepEqual(
      blocks[0]?.lines.map((line) => line.kind),
      ['error'],
    );
    assert.match(blocks[0].problems.map(({ message }) => english(message)).join(), /UTF-8/);
  });

  it('tells a hundred problems of a block, and how many more there are', () => {
    const { problems } = parse('lorem ipsum\n'.repeat(5000)).blocks[0] ?? { problems: [] };
    assert.equal(problems.length, 100);
    assert.match(problems.map(({ message }) => english(message))[99] ?? '', /4900 more/);
  });
});

const LONG = 5_000_000;

/** Lines that would take hours where two parts of an expression compete for the same characters. */
const LONG_LINES: Readonly<Record<string, string>> = {
  letters: 'a'.repeat(LONG),
  blanks: ' '.repeat(LONG),
  'blanks before a letter': `${' '.repeat(LONG)}x`,
  'a keyword and blanks': `kr${' '.repeat(LONG)}x`,
  'a plural and blanks': `KPIs${' '.repeat(LONG)}x`,
  'a property and blanks': `owner${' '.repeat(LONG)}x`,
  'a scope and blanks': `team a${' '.repeat(LONG)}b`,
  'a scope, blanks and a colon': `team a b${' '.repeat(LONG)}: c`,
  'a title with blanks': `kr: a${' '.repeat(LONG)}b`,
  'a quantity': `goal: ${'1'.repeat(LONG)}x`,
  'a quantity and blanks': `goal: 1${' '.repeat(LONG)}x y`,
  'a period and blanks': `quarter${' '.repeat(LONG)}x y`,
  'a cycle and blanks': `cycle x${' '.repeat(LONG)}: y`,
  'a cycle and marks': `cycle x ${'*'.repeat(LONG)} y`,
  marks: '*'.repeat(LONG),
  'low lines': `kr ${'_'.repeat(LONG)}: x`,
  'an id': `kr ${'a_'.repeat(LONG / 2)}: x`,
  bullets: '- '.repeat(LONG / 2),
  headings: '#'.repeat(LONG),
  'letters o': 'o '.repeat(LONG / 2),
  dashes: `kr ${'- '.repeat(LONG / 2)}`,
  brackets: '['.repeat(LONG),
  commas: `with: ${', '.repeat(LONG / 2)}`,
  people: `[ ] ${'@a.'.repeat(LONG / 3)}`,
  rules: `# okr-ignore ${'a '.repeat(LONG / 2)}`,
  nulls: '\0'.repeat(LONG),
  'carriage returns': `kr: x\r${'\n'.repeat(1000)}${'\r'.repeat(1000)}`,
};

describe('lines of megabytes', () => {
  for (const [name, text] of Object.entries(LONG_LINES)) {
    it(`reads ${name}`, () => {
      const tree = parse(`objective: x\n${text}\nowner: y`);
      assert.equal(print(tree).length, text.length + 22);
      assert.ok(tree.blocks.every((block) => block.problems.every((problem) => english(problem.message).length < 500)));
    });
  }
});
