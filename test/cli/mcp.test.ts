import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { bundle, DAY, fingerprint, folderWith, removeFolders } from './okr.ts';

const PLAN = `cycle 2026-Q4
team support: Support
objective answers: Answers that end the matter
  kr tooling: Improve the tooling
`;

describe('okr mcp', () => {
  let client: Client;
  let folder: string;

  beforeEach(async () => {
    folder = folderWith({ 'plan.okr': PLAN, 'okr.config.json': '{}' });
    client = new Client({ name: 'test', version: '1' });
    const args = [bundle, 'mcp', '--as-of', DAY];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
  });
  afterEach(() => client.close());
  after(removeFolders);

  async function call(name: string, input: Record<string, string>): Promise<{ text: string; isError: boolean }> {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const first: unknown = Array.isArray(content) ? content[0] : null;
    assert.ok(typeof first === 'object' && first !== null && 'text' in first && typeof first.text === 'string');
    return { text: first.text, isError: isError === true };
  }

  it('offers its tools, all of them read-only, with their inputs described', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations, inputSchema }) => [name, annotations?.readOnlyHint, inputSchema.required ?? []]),
      [
        ['okr_list_plan', true, []],
        ['okr_show_item', true, ['item']],
        ['okr_check_text', true, ['text']],
        ['okr_explain_rule', true, ['rule']],
      ],
    );
    for (const { description, inputSchema } of tools) {
      assert.ok((description ?? '').length > 40);
      for (const input of Object.values(inputSchema.properties ?? {})) assert.ok('description' in input);
    }
  });

  it('answers from the files as they are at each call, and changes none', async () => {
    assert.match((await call('okr_show_item', { item: 'tooling' })).text, /OKR101/);
    writeFileSync(join(folder, 'plan.okr'), PLAN.replace('Improve the tooling', 'Cut clicks per case from 12 to 6'));
    const before = fingerprint(folder);
    assert.doesNotMatch((await call('okr_show_item', { item: 'tooling' })).text, /OKR101/);
    assert.match((await call('okr_list_plan', {})).text, /plan\.okr:4/);
    assert.match((await call('okr_check_text', { text: 'objective: A\n' })).text, /1 objective/);
    assert.equal(fingerprint(folder), before);
  });

  it('says what is wrong with a call, and serves the next one', async () => {
    assert.deepEqual(await call('okr_show_item', { item: 'toling' }), {
      isError: true,
      text: 'No item is called "toling". Did you mean tooling?',
    });
    assert.equal((await call('okr_explain_rule', {})).isError, true);
    assert.equal((await call('okr_explain_rule', { rule: 'OKR101' })).isError, false);
  });
});
