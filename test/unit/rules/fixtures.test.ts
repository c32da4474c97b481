import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, ruleCalled } from '../../../server/src/rules/registry.ts';
import { mark, readFixture } from './fixture.ts';
import { fixed, lint } from './lint.ts';
import type { Found } from './lint.ts';
import { english } from '../../../server/src/syntax/said.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/rules');
const UPDATE = process.env['UPDATE_FIXTURES'] === '1';

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.okr'));

describe('Every rule', () => {
  for (const { code, name } of RULES) {
    it(`${code} ${name} has a fixture in which it speaks`, () => {
      const file = `${code.toLowerCase()}-${name}.okr`;
      assert.ok(names.includes(file), `${file} is missing`);
      assert.match(readFileSync(join(FOLDER, file), 'utf8'), new RegExp(`\\^ ${code} `));
    });
  }
});

describe('Fixtures of rules', () => {
  for (const name of names) {
    it(`${name} has the findings that it marks`, () => {
      const marked = readFileSync(join(FOLDER, name), 'utf8');
      const { text, today, config } = readFixture(marked);
      const { found } = lint(text, config, today);
      for (const { finding } of found) assert.doesNotMatch(finding.message, /\{\w+\}|undefined|null|NaN/);
      const actual = mark(text, found);
      if (UPDATE) writeFileSync(join(FOLDER, name), actual);
      else assert.equal(actual, marked);
    });

    it(`${name}: each fix takes its finding away and brings no other`, () => {
      const { text, today, config } = readFixture(readFileSync(join(FOLDER, name), 'utf8'));
      const { found, tree } = lint(text, config, today);
      for (const { finding } of found) {
        for (const fix of finding.fixes) {
          note(finding.code, english(fix.title));
          const after = lint(fixed(text, tree, fix), config, today).found;
          const [was, is] = [tally(found), tally(after)];
          const what = `${finding.code} "${english(fix.title)}"\n${fixed(text, tree, fix)}`;
          assert.ok((is.get(finding.code) ?? 0) < (was.get(finding.code) ?? 0), `still there after ${what}`);
          // What a line was meant to be decides what else there is to say of it: only new errors would be wrong.
          const matters = finding.code < 'OKR010' ? errors(after) : is;
          for (const [code, count] of matters) {
            const message = after.find((one) => one.finding.code === code)?.finding.message ?? '';
            assert.ok(count <= (was.get(code) ?? 0), `${code} is new (${message}) after ${what}`);
          }
        }
      }
    });
  }
});

/** Which of the fixes that rules declare were applied in a fixture, as `OKR101 TITLE`. */
const applied = new Set<string>();

function note(code: string, title: string): void {
  const declared = ruleCalled(code)?.fixes ?? [];
  const known = declared.find((template) => matching(template).test(title));
  assert.ok(known !== undefined, `${code} does not declare its fix "${title}"`);
  applied.add(`${code} ${known}`);
}

function matching(template: string): RegExp {
  const source = template
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+');
  return new RegExp(`^${source}$`, 'su');
}

describe('Every fix', () => {
  for (const { code, fixes = [] } of RULES) {
    for (const title of fixes) {
      it(`${code} "${title}" is applied in a fixture`, () => {
        assert.ok(applied.has(`${code} ${title}`), `no finding of a fixture of ${code} offers it`);
      });
    }
  }
});

function errors(found: readonly Found[]): ReadonlyMap<string, number> {
  return tally(found.filter(({ finding }) => finding.severity === 'error'));
}

function tally(found: readonly Found[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of found) counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
  return counts;
}
