import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contributes } from '../../package.json';
import { TOOLS } from '../../server/src/tools/registry.ts';

describe('The tools for language models', () => {
  it('are contributed to the editor as the server has them', () => {
    const contributed = contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
      name,
      modelDescription,
      inputSchema,
    }));
    const wanted = TOOLS.map(({ name, says, inputs }) => ({
      name,
      modelDescription: says,
      inputSchema: {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(inputs).map(([key, input]) => [key, { type: 'string', description: input.says }]),
        ),
        required: Object.keys(inputs).filter((key) => inputs[key]?.optional !== true),
        additionalProperties: false,
      },
    }));
    assert.deepEqual(contributed, wanted);
  });

  it('are registered by the extension under the same names', () => {
    const source = readFileSync(
      fileURLToPath(new URL('../../client/src/language-model-tools.ts', import.meta.url)),
      'utf8',
    );
    const names = [...source.matchAll(/'(okr_\w+)'/g)].map(([, name]) => name);
    assert.deepEqual(
      names,
      TOOLS.map(({ name }) => name),
    );
  });
});
