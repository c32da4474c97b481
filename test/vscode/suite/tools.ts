import assert from 'node:assert/strict';
import { languageModels, newer } from '../../../client/src/newer-vscode.ts';
import { extensionApi } from './editor.ts';

/** What is asked of a tool, and what its answer has. */
const questions: readonly (readonly [name: string, input: object, says: RegExp])[] = [
  ['okr_list_plan', { cycle: '2026-Q4' }, /Make the garden worth a visit in winter/],
  ['okr_show_item', { item: 'garden.season' }, /50 %/],
  ['okr_check_text', { text: 'objective a: A\n  kr: Improve it\n' }, /OKR101/],
  ['okr_explain_rule', { rule: 'not-measurable' }, /OKR101/],
];

describe('The tools for language models', () => {
  for (const [name, input, says] of questions) {
    it(`have ${name}, where the editor has such tools`, async function () {
      await extensionApi();
      // The oldest that is supported has them only as a proposal.
      if (newer.LanguageModelToolResult === undefined || languageModels.invokeTool === undefined) this.skip();
      const answer = await languageModels.invokeTool(name, { input, toolInvocationToken: undefined });
      assert.match(JSON.stringify(answer), says);
    });
  }
});
