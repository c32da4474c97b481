import assert from 'node:assert/strict';
import Ajv from 'ajv';
import fc from 'fast-check';
import { configSchema } from '../../../scripts/config-schema.ts';
import { readConfig } from '../../../server/src/rules/parse-config.ts';
import type { Severity } from '../../../server/src/rules/rule.ts';
import { lintFiles } from './lint.ts';
import { english } from '../../../server/src/syntax/said.ts';

const SOURCE = { source: 'okr.config.json', folder: 'file:///' };

/** What is wrong with a configuration, as `the text that it stands at: message`. */
function problems(text: string): readonly string[] {
  return readConfig(text, SOURCE).problems.map(
    ({ from, to, message }) => `${text.slice(from, to)}: ${english(message)}`,
  );
}

const FILES = {
  'plan.okr': 'cycle 2026-Q4\nobjective: Be quick to help\n  owner: @ana\n  kr: Improve response time\n',
  'old/plan.okr': 'cycle 2026-Q4\nobjective: Be quick to help\n  owner: @ana\n  kr: Improve response time\n',
};

/** The severity of OKR101 in the two files under a configuration. */
function severities(config: object): readonly (Severity | undefined)[] {
  const found = lintFiles(FILES, readConfig(JSON.stringify(config), SOURCE).config);
  return Object.values(found).map((findings) => findings.find(({ code }) => code === 'OKR101')?.severity);
}

describe('okr.config.json', () => {
  it('may be empty, have comments and trailing commas', () => {
    assert.deepEqual(problems('{}'), []);
    assert.deepEqual(problems('// ours\n{ "rules": { "no-owner": "off", }, }'), []);
  });

  const wrong: Readonly<Record<string, readonly string[]>> = {
    '': [': The file is empty. Write {} for the defaults, or take the file away.'],
    '{ "rules": ': [': This is not JSON from here on: a comma, quote or bracket is missing or too many.'],
    '[]': ['[]: The configuration is an object, e.g. { "extends": "recommended" }.'],
    '{ "extend": "strict" }': ['"extend": There is no setting "extend". Did you mean "extends"?'],
    '{ "extends": "strickt" }': ['"strickt": There is no preset "strickt". Did you mean "strict"?'],
    '{ "extends": 1 }': ['1: "extends" is a preset: recommended, google, radical-focus, strict.'],
    '{ "rules": { "not-mesurable": "off" } }': [
      '"not-mesurable": There is no rule "not-mesurable". Did you mean "not-measurable"?',
    ],
    '{ "rules": { "OKR1O1": "off" } }': ['"OKR1O1": There is no rule "OKR1O1". Did you mean "OKR101"?'],
    '{ "rules": { "no-owner": "wraning" } }': ['"wraning": There is no severity "wraning". Did you mean "warning"?'],
    '{ "rules": { "no-owner": 2 } }': [
      '2: A rule is set to off, hint, info, warning, error, or to an object with a "severity" and options.',
    ],
    '{ "rules": { "too-many-objectives": { "maximum": 7 } } }': [
      '"maximum": There is no option of too-many-objectives "maximum". Use severity or max.',
    ],
    '{ "rules": { "too-many-objectives": { "max": 0 } } }': ['0: "max" is a number from 1, e.g. 5.'],
    '{ "rules": { "vague-wording": { "allow": "key" } } }': ['"key": "allow" is a list of texts, e.g. ["drafts/**"].'],
    '{ "fiscalYearStart": 13 }': ['13: "fiscalYearStart" is a month, 1 to 12 or its name, e.g. 4 or "April".'],
    '{ "fiscalYearNamedBy": "middle" }': [
      '"middle": "fiscalYearNamedBy" is "end" or "start": the year that FY2027 ends in, or begins in.',
    ],
    '{ "ignore": "drafts" }': ['"drafts": "ignore" is a list of texts, e.g. ["drafts/**"].'],
    '{ "overrides": [{ "rules": {} }] }': [
      '{ "rules": {} }: This override is for no file. Say which in "files", e.g. ["drafts/**"].',
    ],
    '{ "rules": { "no-owner": "off", "no-owner": "error" } }': [
      '"no-owner": "no-owner" stands twice; the later one counts. Take one away.',
    ],
  };
  for (const [text, expected] of Object.entries(wrong)) {
    it(`tells what is wrong with ${text === '' ? 'an empty file' : text}`, () => {
      assert.deepEqual(problems(text), expected);
    });
  }

  it('offers the nearest name as it stands in the file', () => {
    const text = '{ "rules": { "no-ownr": "off" } }';
    const [problem] = readConfig(text, SOURCE).problems;
    assert.ok(problem);
    assert.equal(
      text.slice(0, problem.from) + (problem.better ?? '') + text.slice(problem.to),
      '{ "rules": { "no-owner": "off" } }',
    );
  });

  it('keeps what can be read of a file that has a slip', () => {
    const { config } = readConfig(
      '{ "rules": { "no-owner": "off", "nothing": "off" }, "fiscalYearStart": "April" }',
      SOURCE,
    );
    assert.equal(config.rules.get('OKR701')?.setting, 'off');
    assert.equal(config.fiscalYear.startMonth, 4);
  });

  it('never fails, whatever the text', () => {
    const json = fc.json({ maxDepth: 4 });
    const near = fc
      .record({ extends: fc.jsonValue(), rules: fc.jsonValue(), overrides: fc.jsonValue(), ignore: fc.jsonValue() })
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, near), (text) => {
        for (const { from, to } of readConfig(text, SOURCE).problems) {
          assert.ok(from >= 0 && from <= to && to <= text.length);
        }
      }),
    );
  });
});

describe('Settings', () => {
  it('take a rule by name, code or both, with a severity or options', () => {
    for (const name of ['not-measurable', 'OKR101', 'okr101/not-measurable']) {
      assert.deepEqual(severities({ rules: { [name]: 'info' } }), ['info', 'info']);
    }
    assert.deepEqual(severities({ rules: { OKR101: { severity: 'hint' } } }), ['hint', 'hint']);
    assert.deepEqual(severities({ rules: { OKR101: ['error'] } }), ['error', 'error']);
    assert.deepEqual(severities({ rules: { OKR101: 'off' } }), [undefined, undefined]);
  });

  it('lie over the preset, and overrides over both, the later last', () => {
    assert.deepEqual(severities({}), ['warning', 'warning']);
    assert.deepEqual(severities({ extends: 'strict' }), ['error', 'error']);
    assert.deepEqual(severities({ extends: 'strict', rules: { OKR101: 'info' } }), ['info', 'info']);
    const overrides = [
      { files: ['old/**'], rules: { OKR101: 'off' } },
      { files: 'old/', rules: { OKR101: 'hint' } },
    ];
    assert.deepEqual(severities({ overrides: overrides.slice(0, 1) }), ['warning', undefined]);
    assert.deepEqual(severities({ overrides }), ['warning', 'hint']);
  });

  it('raise every info and hint in strict', () => {
    const { config } = readConfig('{ "extends": "strict" }', SOURCE);
    const [usual, strict] = [lintFiles(FILES), lintFiles(FILES, config)].map((found) => found['plan.okr'] ?? []);
    const raised = { error: 'error', warning: 'warning', info: 'warning', hint: 'info' } as const;
    assert.ok(usual?.some(({ severity }) => severity === 'hint'));
    for (const { code, severity } of usual ?? []) {
      const now = strict?.find((finding) => finding.code === code)?.severity;
      assert.equal(now, code === 'OKR101' ? 'error' : raised[severity], code);
    }
  });

  it('give options to a rule', () => {
    const text = `cycle 2026-Q4\n${'objective: Be quick to help\n  owner: @ana\n  kr: Answer within 6 h\n  kr: Answer calls within 2 min\n'.repeat(2)}`;
    const many = (config: object): number => {
      const found = lintFiles({ 'plan.okr': text }, readConfig(JSON.stringify(config), SOURCE).config);
      return found['plan.okr']?.filter(({ code }) => code === 'OKR601').length ?? 0;
    };
    assert.equal(many({}), 0);
    assert.equal(many({ rules: { 'too-many-objectives': { max: 1 } } }), 1);
    assert.equal(many({ extends: 'radical-focus' }), 1);
    assert.equal(many({ extends: 'radical-focus', rules: { OKR601: { max: 2 } } }), 0);
  });
});

describe('The schema of the configuration', () => {
  const validate = new Ajv({ strict: false }).compile(configSchema());

  it('takes what the reader takes', () => {
    const good: readonly unknown[] = [
      {},
      {
        $schema: './schema.json',
        extends: 'google',
        fiscalYearStart: 'April',
        fiscalYearNamedBy: 'start',
        ignore: ['drafts/**'],
      },
      {
        rules: {
          'no-owner': 'off',
          OKR601: { severity: 'info', max: 7 },
          'vague-wording': ['hint', { allow: ['key'] }],
        },
      },
      { overrides: [{ files: ['old/**'], rules: { 'no-owner': 'off' } }, { files: '*.okr' }] },
    ];
    for (const config of good) {
      assert.deepEqual(problems(JSON.stringify(config)), []);
      assert.ok(validate(config), JSON.stringify(validate.errors));
    }
  });

  it('refuses what the reader refuses', () => {
    const bad: readonly unknown[] = [
      [],
      { extend: 'strict' },
      { extends: 'loose' },
      { rules: { nothing: 'off' } },
      { rules: { 'no-owner': 'loud' } },
      { rules: { 'too-many-objectives': { max: 'five' } } },
      { rules: { 'too-many-objectives': { least: 5 } } },
      { fiscalYearStart: 13 },
      { overrides: [{ rules: {} }] },
      { ignore: [1] },
    ];
    for (const config of bad) {
      assert.notDeepEqual(problems(JSON.stringify(config)), [], JSON.stringify(config));
      assert.ok(!validate(config), JSON.stringify(config));
    }
  });
});
