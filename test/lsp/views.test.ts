import assert from 'node:assert/strict';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { readPreferences } from '../../server/src/lsp/preferences.ts';
import { CHECK_IN_REQUEST } from '../../server/src/lsp/protocol.ts';
import type { CheckInPlace } from '../../server/src/lsp/protocol.ts';
import { startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';

const TEXT = `cycle 2026-Q4
objective a: A
  owner: @ana
  kr b: B
    metric: 1 -> 3
    2026-11-01: 2
`;

describe('what is shown in the text, over the protocol', () => {
  let client: Client;
  afterEach(() => client.dispose());

  const textDocument = { uri: uriOf('a.okr') };
  const range = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };

  it('has semantic tokens, whole, in part and by what changed', async () => {
    client = await startClient();
    const { semanticTokensProvider } = client.initialized.capabilities;
    assert.deepEqual(semanticTokensProvider?.full, { delta: true });
    await client.open('a.okr', TEXT);
    const whole = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    assert.ok(whole?.resultId !== undefined && whole.data.length > 20);
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    assert.deepEqual(part?.data, whole.data);
    await client.change('a.okr', '@ana', '@anabel');
    const previousResultId = whole.resultId;
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId,
    });
    assert.ok(delta !== null && 'edits' in delta);
    assert.deepEqual(
      delta.edits.map(({ deleteCount, data }) => [deleteCount, data]),
      [[1, ['@anabel'.length]]],
    );
    const unknown = { textDocument, previousResultId: 'other' };
    const again = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, unknown);
    assert.ok(again !== null && 'data' in again);
  });

  it('has hints and lenses, as the settings want them, and has them asked for again when these change', async () => {
    let settings: unknown = {};
    const refreshed: string[] = [];
    const until = async (holds: () => boolean): Promise<void> => {
      for (let turn = 0; turn < 300 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.ok(holds());
    };
    client = await startClient({
      capabilities: {
        workspace: {
          configuration: true,
          inlayHint: { refreshSupport: true },
          codeLens: { refreshSupport: true },
          semanticTokens: { refreshSupport: true },
        },
      },
      prepare: (connection) => {
        connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
        for (const { method } of [InlayHintRefreshRequest, CodeLensRefreshRequest, SemanticTokensRefreshRequest]) {
          connection.onRequest(method, () => {
            refreshed.push(method);
            return null;
          });
        }
      },
    });
    await client.open('a.okr', TEXT);
    const hints = () => client.connection.sendRequest(InlayHintRequest.type, { textDocument, range });
    const lenses = () => client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    const [hint] = (await hints()) ?? [];
    assert.equal(hint?.label, '50 % · ahead');
    assert.ok((await client.connection.sendRequest(InlayHintResolveRequest.type, hint)).tooltip !== undefined);
    const [lens] = (await lenses()) ?? [];
    assert.ok(lens !== undefined);
    assert.equal(
      (await client.connection.sendRequest(CodeLensResolveRequest.type, lens)).command?.title,
      '50 % · ahead',
    );
    await until(() => refreshed.length >= 3);
    refreshed.length = 0;
    settings = { inlayHints: { progress: false, owner: true }, codeLens: { enabled: false } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await until(() => refreshed.length >= 3);
    assert.deepEqual(
      (await hints())?.map(({ label }) => label),
      ['@ana'],
    );
    assert.deepEqual(await lenses(), []);
    const key = (lens.data as { readonly item: string }).item;
    const places = await client.connection.sendRequest<CheckInPlace[] | null>(CHECK_IN_REQUEST, { key });
    assert.deepEqual(places?.[0]?.position, { line: 5, character: '    2026-11-01: 2'.length });
  });

  it('takes settings of another kind for none', async () => {
    client = await startClient();
    const usual = readPreferences({});
    assert.deepEqual(readPreferences(null), usual);
    assert.deepEqual(readPreferences({ inlayHints: { progress: 'no' }, codeLens: [] }), usual);
  });
});
