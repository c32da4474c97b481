import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import type { Diagnostic, DocumentSymbol, Message } from 'vscode-languageserver/node';
import { PublishDiagnosticsNotification, StreamMessageReader } from 'vscode-languageserver/node';
import { streamWriter } from '../../server/src/lsp/stream-writer.ts';

/** What arrives of messages that are written one after another. */
async function arrived(messages: readonly Message[]): Promise<readonly Message[]> {
  const stream = new PassThrough();
  const writer = streamWriter(stream);
  const got: Message[] = [];
  const all = new Promise<void>((resolve) => {
    new StreamMessageReader(stream).listen((message) => {
      got.push(message);
      if (got.length === messages.length) resolve();
    });
  });
  await Promise.all(messages.map((message) => writer.write(message)));
  await all;
  return got;
}

function diagnostic(line: number, message: string): Diagnostic {
  const range = { start: { line, character: 0 }, end: { line, character: 4 } };
  return { range, message, severity: 2, code: 'OKR101', data: { item: null, fixes: [] } };
}

function told(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): Message {
  const params = { uri, diagnostics, ...(version === undefined ? {} : { version }) };
  const message = { jsonrpc: '2.0', method: PublishDiagnosticsNotification.method, params };
  return message;
}

describe('writing messages to a stream', () => {
  const [one, two] = [diagnostic(1, 'Ziel "Größe" → …'), diagnostic(2, '"diagnostics":[]')];

  it('writes what JSON writes, also where diagnostics are told again', async () => {
    const messages: Message[] = [
      told('file:///a.okr', 1, []),
      told('file:///a.okr', 2, [one]),
      told('file:///a.okr?"diagnostics":[]', 3, [one, two, one]),
      told('file:///b.okr', undefined, [two]),
      told('file:///a.okr', 4, [two]),
      { jsonrpc: '2.0', ...{ id: 3, result: { diagnostics: [one] } } },
    ];
    assert.deepEqual(await arrived(messages), messages);
  });

  it('writes what JSON writes of symbols, also where they are told again', async () => {
    const symbol = (line: number, children: readonly DocumentSymbol[]): DocumentSymbol => {
      const range = { start: { line, character: 0 }, end: { line, character: 4 } };
      return {
        name: `"children":[] "result":[] ${String(line)}`,
        kind: 5,
        range,
        selectionRange: range,
        children: [...children],
      };
    };
    const goals = Array.from({ length: 40 }, (_, line) => symbol(line, line % 2 === 0 ? [] : [symbol(line, [])]));
    const many = symbol(
      0,
      Array.from({ length: 50 }, (_, line) => symbol(line, [])),
    );
    const answer = (id: string, result: readonly DocumentSymbol[]): Message => ({ jsonrpc: '2.0', ...{ id, result } });
    const messages = [
      answer('"result":[]', [symbol(0, goals)]),
      answer('again', [symbol(0, goals.slice(1)), many]),
      answer('none', []),
      answer('leaf', [symbol(3, [])]),
    ];
    assert.deepEqual(await arrived(messages), messages);
  });

  it('writes what JSON writes of any lists that follow each other', async () => {
    const all = Array.from({ length: 6 }, (_, index) => diagnostic(index, 'x'.repeat(index)));
    const list = fc.array(fc.constantFrom(...all), { maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(fc.array(list, { minLength: 1, maxLength: 8 }), async (lists) => {
        const messages = lists.map((each, index) => told('file:///a.okr', index, each));
        assert.deepEqual(await arrived(messages), messages);
      }),
    );
  });

  it('tells of a stream that fails', async () => {
    const stream = new PassThrough();
    const writer = streamWriter(stream);
    const failures: string[] = [];
    writer.onError(([error]) => failures.push(error.message));
    stream.destroy(new Error('gone'));
    await assert.rejects(writer.write(told('file:///a.okr', 1, [])));
    assert.ok(failures.includes('gone'));
  });
});
