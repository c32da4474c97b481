import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blockStart } from '../../../server/src/syntax/positions.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import type { Problem, ProblemFix } from '../../../server/src/syntax/tree.ts';
import { english } from '../../../server/src/syntax/said.ts';

/**
 * Broken texts, what is said of them, and what each fix makes of them. `UPDATE_FIXTURES=1` writes what is the case into
 * the file, to be read before it is committed.
 */
const file = fileURLToPath(new URL('../../fixtures/syntax/faults.txt', import.meta.url));

interface Found {
  readonly problem: Problem;
  readonly at: number;
}

function problemsOf(text: string): Found[] {
  const tree = parse(text);
  return tree.blocks.flatMap((block, index) =>
    block.problems.map((problem) => ({ problem, at: blockStart(tree, index) })),
  );
}

function mended(text: string, fix: ProblemFix, at: number): string {
  return [...fix.edits]
    .sort((a, b) => b.from - a.from)
    .reduce((old, edit) => old.slice(0, at + edit.from) + edit.newText + old.slice(at + edit.to), text);
}

function told(text: string): string {
  return problemsOf(text)
    .map(({ problem, at }) => {
      const range = JSON.stringify(text.slice(at + problem.from, at + problem.to));
      const fixes = problem.fixes.map(
        (fix) => `--- ${english(fix.title)}${fix.safe ? ' (safe)' : ''}\n${mended(text, fix, at)}\n`,
      );
      return `!!! ${problem.rule} ${problem.severity} at ${range}\n${english(problem.message)}\n${fixes.join('')}`;
    })
    .join('');
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: string;
}

const cases = readFileSync(file, 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((each): Case => {
    const [name = '', ...rest] = each.split('\n');
    const [text = '', ...expected] = rest
      .join('\n')
      .trimEnd()
      .split(/\n(?=!!! )/);
    return { name, text, expected: expected.map((problem) => `${problem.trimEnd()}\n`).join('') };
  });

if (process.env['UPDATE_FIXTURES'] === '1') {
  writeFileSync(file, cases.map(({ name, text }) => `=== ${name}\n${text}\n${told(text)}`).join('\n'));
}

describe('faults', () => {
  for (const { name, text, expected } of cases) {
    it(name, () => {
      assert.equal(told(text), expected);
    });

    it(`${name}: every fix mends it, and brings nothing new`, () => {
      const found = problemsOf(text);
      for (const { problem, at } of found) {
        const others = found
          .map((each) => english(each.problem.message))
          .filter((message) => message !== english(problem.message));
        for (const fix of problem.fixes) {
          const left = problemsOf(mended(text, fix, at)).map((each) => english(each.problem.message));
          assert.deepEqual(
            left.filter((message) => !others.includes(message)),
            [],
            english(fix.title),
          );
        }
      }
    });
  }
});
