import assert from 'node:assert/strict';
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';

describe('formatting over the protocol', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.dispose());

  const options = { tabSize: 2, insertSpaces: true };
  const textDocument = { uri: uriOf('a.okr') };
  const after = (edits: readonly TextEdit[] | null): string => {
    const document = TextDocument.create(textDocument.uri, 'okr', 0, client.textOf('a.okr'));
    return TextDocument.applyEdits(document, [...(edits ?? [])]);
  };

  it('is announced, and answers for a document, a range and a line break', async () => {
    const { capabilities } = client.initialized;
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.documentRangeFormattingProvider, true);
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
    await client.open('a.okr', 'Objective: A\nKR: B\n2026-11-01: 4\n');
    const all = await client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    assert.equal(after(all), 'objective: A\n\n  kr: B\n    2026-11-01: 4\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const some = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument,
      range,
      options,
    });
    assert.equal(after(some), 'objective: A\nKR: B\n2026-11-01: 4\n');
    const next = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      position: { line: 3, character: 0 },
      ch: '\n',
      options,
    });
    assert.equal(after(next), 'Objective: A\nKR: B\n2026-11-01: 4\n2026-11-10: ');
  });
});
