import assert from 'node:assert/strict';
import { createOkrService } from '../../../server/src/service.ts';
import { callTool } from '../../../server/src/tools/registry.ts';
import type { ToolAnswer } from '../../../server/src/tools/tool.ts';

const FILES = {
  'company.okr': `cycle 2026-Q4

company acme: Acme

  objective loyalty: Customers come back by themselves
    owner: @helen
    type: aspirational

    kr repeat: More customers buy a second time
      metric: repeat purchases 20% -> 40%
      2026-10-20: 25%
`,
  'support.okr': `cycle 2026-Q4

team support: Support
  parent: acme

  objective answers: Answers that end the matter
    supports: loyalty
    owner: @maria

    kr repeat: Fewer contacts come back
      metric: contacts that come back 30% -> 15%

    kr tooling: Improve the tooling
`,
};

function ask(name: string, input: unknown): ToolAnswer {
  const service = createOkrService();
  service.setToday('2026-11-10');
  for (const [path, text] of Object.entries(FILES))
    service.set(`file:///plan/${path}`, { kind: 'text', text, notUtf8At: null });
  return callTool({ snapshot: service.snapshot(), show: (uri) => uri.replace('file:///plan/', '') }, name, input);
}

describe('The tool okr_list_plan', () => {
  it('lists the cascade with key, score, pace, owner, cycle and place', () => {
    const { text, failed } = ask('okr_list_plan', {});
    assert.equal(failed, false);
    assert.match(text, /^ {2}objective "Customers come back by themselves" \[acme\/loyalty@2026-q4\]: score 25 %/m);
    assert.match(text, /^ {4}key result "More customers buy a second time" .*owner @helen, 2026-Q4, company\.okr:9$/m);
    assert.match(text, /^ {4}supported by objective "Answers that end the matter" \[support\/answers@2026-q4\]$/m);
  });

  it('lists the goals of one owner, and names those there are where one is unknown', () => {
    assert.doesNotMatch(ask('okr_list_plan', { owner: '@maria' }).text, /More customers buy/);
    assert.deepEqual(ask('okr_list_plan', { owner: '@nobody' }), {
      failed: true,
      text: 'No goal has the owner "@nobody". There are: @helen, @maria.',
    });
  });
});

describe('The tool okr_show_item', () => {
  for (const item of [
    'support/answers@2026-q4/tooling',
    'tooling',
    'answers.tooling',
    'TOOLING@2026-Q4',
    'Improve the tooling',
    'the tool',
  ]) {
    it(`finds an item called ${item}`, () => {
      const { text } = ask('okr_show_item', { item });
      assert.match(text, /^support\/answers@2026-q4\/tooling in support\.okr:13/);
      assert.match(text, /kr tooling: Improve the tooling/);
      assert.match(text, /- line 13, warning, OKR101 not-measurable: .*\n {2}because "Improve"/);
    });
  }

  it('asks for a key where a name fits several', () => {
    const { text, failed } = ask('okr_show_item', { item: 'repeat' });
    assert.equal(failed, true);
    assert.match(text, /fits 2 items.*\nacme\/loyalty@2026-q4\/repeat .*\nsupport\/answers@2026-q4\/repeat/);
  });

  it('names the nearest id where there is none', () => {
    assert.deepEqual(ask('okr_show_item', { item: 'toling' }), {
      failed: true,
      text: 'No item is called "toling". Did you mean tooling?',
    });
    assert.equal(ask('okr_show_item', { item: ' ' }).failed, true);
  });
});

describe('The tool okr_check_text', () => {
  it('finds in a draft what a check would find, with the workspace as context', () => {
    const text =
      'cycle 2026-Q4\n\nteam sales: Sales\n\nobjective more: Sell more\n  supports: loyalty\n  kr calls: Improve calls\n';
    const answer = ask('okr_check_text', { text });
    assert.match(answer.text, /^The draft has 1 objective, 1 key result and 0 KPIs\./);
    assert.match(answer.text, /line 7, warning, OKR101/);
    assert.doesNotMatch(answer.text, /OKR006/);
  });

  it('takes the text in place of a file, so that its own names are no second ones', () => {
    const text = FILES['support.okr'].replace('Improve the tooling', 'Cut clicks per case from 12 to 6');
    assert.doesNotMatch(ask('okr_check_text', { text, file: 'support.okr' }).text, /OKR101|OKR005/);
    assert.match(ask('okr_check_text', { text }).text, /OKR005/);
  });

  it('refuses what is no file of the plan, and what is too long', () => {
    assert.match(
      ask('okr_check_text', { text: '', file: 'other.okr' }).text,
      /no file "other\.okr"\. There are: company\.okr, support\.okr/,
    );
    assert.match(ask('okr_check_text', { text: 'a'.repeat(200_001) }).text, /200001 characters/);
  });
});

describe('A call that does not fit', () => {
  const calls: [what: string, name: string, input: unknown, says: RegExp][] = [
    ['an unknown tool', 'okr_write', {}, /no tool "okr_write"\. There are: okr_list_plan/],
    ['no object', 'okr_show_item', 'csat', /takes an object with item/],
    ['a misspelt input', 'okr_show_item', { itme: 'x' }, /Did you mean "item"\?/],
    ['an input that is no text', 'okr_show_item', { item: 7 }, /"item" of okr_show_item must be a text/],
    ['a missing input', 'okr_explain_rule', null, /needs "rule": The code or name/],
    ['an inherited name as input', 'okr_show_item', { constructor: 'x' }, /has no input "constructor"/],
  ];
  for (const [what, name, input, says] of calls) {
    it(`is refused: ${what}`, () => {
      const { text, failed } = ask(name, input);
      assert.equal(failed, true);
      assert.match(text, says);
    });
  }

  it('explains a rule by code and by name', () => {
    assert.match(ask('okr_explain_rule', { rule: 'okr101' }).text, /not-measurable/);
    assert.deepEqual(ask('okr_explain_rule', { rule: 'not-measurable' }), ask('okr_explain_rule', { rule: 'OKR101' }));
  });
});
