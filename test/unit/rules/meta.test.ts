import assert from 'node:assert/strict';
import { PRESETS } from '../../../server/src/rules/presets/index.ts';
import { explain, pageName } from '../../../server/src/rules/page.ts';
import { DEFAULT_CONFIG, readConfig } from '../../../server/src/rules/parse-config.ts';
import { RULES, ruleCalled } from '../../../server/src/rules/registry.ts';
import { isOn, settingsFor } from '../../../server/src/rules/settings.ts';
import { lint } from './lint.ts';

/** Settings under which a rule's example shows it: for one that is off, or that another mostly speaks instead of. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OKR306: { 'no-confidence': 'info' },
  OKR405: { 'no-key-result': 'off' },
  OKR704: { 'behind-pace': 'off' },
};

describe('Rules', () => {
  it('have codes and names of their own, and stand in the order of their codes', () => {
    const codes = RULES.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
    assert.equal(new Set(RULES.map(({ name }) => name)).size, RULES.length);
    for (const { name } of RULES) assert.match(name, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it('are found by code, name and both', () => {
    assert.equal(ruleCalled('okr101')?.name, 'not-measurable');
    assert.equal(ruleCalled('not-measurable')?.code, 'OKR101');
    assert.equal(ruleCalled('OKR101/not-measurable')?.code, 'OKR101');
    assert.equal(ruleCalled('OKR999'), null);
  });

  it('speak instead of rules that exist', () => {
    for (const { insteadOf = [] } of RULES) for (const code of insteadOf) assert.ok(ruleCalled(code), code);
  });

  it('have a page each', () => {
    assert.equal(pageName({ code: 'OKR101', name: 'not-measurable' }), 'okr101-not-measurable.md');
    assert.match(explain('not-measurable') ?? '', /^# OKR101 · not-measurable\n/);
    assert.equal(explain('nothing'), null);
  });

  for (const rule of RULES) {
    it(`${rule.code} reports its bad example, and not its good one`, () => {
      const { config } = readConfig(JSON.stringify({ rules: SETTINGS[rule.code] ?? {} }), { source: null, folder: '' });
      const found = (text: string): readonly string[] =>
        lint(`${text}\n`, config).found.map(({ finding }) => finding.code);
      assert.ok(found(rule.bad).includes(rule.code), `bad: ${found(rule.bad).join(' ')}`);
      assert.ok(!found(rule.good).includes(rule.code), `good: ${found(rule.good).join(' ')}`);
    });
  }
});

describe('Presets', () => {
  it('name rules and options that exist', () => {
    for (const [name, preset] of Object.entries(PRESETS)) {
      const { problems } = readConfig(JSON.stringify({ rules: preset.rules }), { source: null, folder: '' });
      assert.deepEqual(problems, [], name);
    }
  });

  it('leave the default as recommended', () => {
    const { config } = readConfig('{ "extends": "recommended" }', { source: null, folder: '' });
    assert.deepEqual(config.rules, DEFAULT_CONFIG.rules);
  });

  it('want a confidence on each key result in radical-focus only', () => {
    const rule = ruleCalled('no-confidence');
    assert.ok(rule);
    for (const name of Object.keys(PRESETS)) {
      const { config } = readConfig(JSON.stringify({ extends: name }), { source: null, folder: '' });
      assert.equal(isOn(rule, settingsFor(config, 'file:///a.okr')), name === 'radical-focus', name);
    }
  });
});
