import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CASCADE_REQUEST, PLAN_CHANGED, STATUS_REQUEST } from '../../server/src/lsp/protocol.ts';
import type { CascadeNode, CascadeResult, StatusResult } from '../../server/src/lsp/protocol.ts';
import { codesOf, diskOf, messageOf, startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';

const ACME = `cycle 2026-Q4
company acme: Acme
  objective loyalty: Become the shop people come back to
    owner: @ana
    type: aspirational
    kr: Grow the repeat purchase rate
      metric: repeat purchase rate 31% -> 40%
      2026-11-01: 34%
    kr: More people buy every week
      metric: buyers 100k -> 130k
      2026-11-02: 114k
`;

const TEAM = `cycle 2026-Q4
team support: Customer Support
  parent: acme
  objective speed: Be quick to help
    owner: @maria
    type: committed
    supports: loyalty
    kr: Resolve 85% of tickets within the first contact
      baseline: 71%
      2026-11-01: 74%
    kr: Improve response time
`;

/** Told of when the workspace was read. */
const BAD = 'nonsense on its own line here\n';

describe('the language server', () => {
  let client: Client;
  afterEach(() => client.dispose());

  it('says what it can do, and asks to be told of changes on disk', async () => {
    client = await startClient();
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'okr');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    await client.open('a.okr', '');
    assert.deepEqual(client.registered, ['workspace/didChangeWatchedFiles']);
  });

  it('follows typing: not measurable, then milder, then clean', async () => {
    client = await startClient({ disk: diskOf({ 'acme.okr': ACME, 'read.okr': BAD }) });
    await client.diagnostics('read.okr');
    let found = await client.open('support.okr', TEAM);
    const bad = found.find(({ code }) => code === 'OKR101');
    assert.ok(bad !== undefined, JSON.stringify(found));
    assert.match(messageOf(bad), /Improve response time.*metric: .+->/);
    assert.match(bad.codeDescription?.href ?? '', /docs\/rules\/okr101/);
    assert.equal(bad.source, 'okr');

    found = await client.change('support.okr', 'response time', 'response time by 25%');
    const milder = found.find(({ code }) => code === 'OKR103');
    assert.ok(!codesOf(found).includes('OKR101'), 'OKR101 is gone');
    assert.ok(milder !== undefined, JSON.stringify(found));
    assert.ok((milder.severity ?? 0) > (bad.severity ?? 0), 'it is milder');

    found = await client.change(
      'support.okr',
      'by 25%\n',
      'by 25%\n      metric: response time 8 h -> 6 h\n      2026-11-08: 7.5 h\n',
    );
    found = await client.diagnostics('support.okr', (now) => !codesOf(now).includes('OKR006'));
    assert.deepEqual(codesOf(found), []);
  });

  it('answers a burst of keys with the diagnostics of the last', async () => {
    client = await startClient();
    await client.open('a.okr', TEAM);
    const before = client.published.length;
    for (const letter of 'won retsaf') void client.send('a.okr', 'response time', `response time${letter}`);
    await client.change('a.okr', 'kr: Improve', 'kr: Reduce');
    const after = client.published.slice(before).filter(({ uri }) => uri === uriOf('a.okr'));
    assert.ok(after.length < 11, `${String(after.length)} answers to 11 keys`);
    assert.equal(after.at(-1)?.version, 12);
  });

  it('answers hover, completion, definition and symbols from what was typed last', async () => {
    client = await startClient({ disk: diskOf({ 'acme.okr': ACME, 'read.okr': BAD }) });
    await client.open('support.okr', TEAM);
    await client.diagnostics('read.okr');
    const at = (find: string, offset = 0) => {
      const text = client.textOf('support.okr');
      const document = TextDocument.create('x', 'okr', 0, text);
      return {
        textDocument: { uri: uriOf('support.okr') },
        position: document.positionAt(text.indexOf(find) + offset),
      };
    };
    void client.send('support.okr', 'Improve response time', 'Improve response time from 8 h to 6 h');
    const hover = await client.connection.sendRequest(HoverRequest.type, at('kr: Improve'));
    assert.match(JSON.stringify(hover), /from 8 h to 6 h/);
    const links = await client.connection.sendRequest(DefinitionRequest.type, at('loyalty', 2));
    assert.match(JSON.stringify(links), /acme\.okr/);
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, at(''));
    assert.match(JSON.stringify(symbols), /Customer Support/);
    const completion = await client.connection.sendRequest(CompletionRequest.type, at('supports: loyalty', 10));
    assert.match(JSON.stringify(completion), /acme\.loyalty/);
    await client.diagnostics('support.okr');
  });

  it('says one thing at most of a check-in while its date is typed', async () => {
    client = await startClient();
    let text = 'objective: Be quick\n  kr: Win 25 customers\n    ';
    await client.open('a.okr', text);
    for (const key of '2026-11-20') {
      const before = text;
      text += key;
      const found = await client.change('a.okr', before, text);
      assert.equal(found.filter(({ range }) => range.start.line === 2).length, 1, text);
    }
  });

  it('offers fixes that leave the text without the finding', async () => {
    client = await startClient();
    const text = 'cycle 2026-Q4\nobjective: Be quick\n  ownr: @ana\n';
    const [found] = (await client.open('a.okr', text)).filter(({ code }) => code === 'OKR002');
    assert.ok(found !== undefined);
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('a.okr') },
      range: found.range,
      context: { diagnostics: [found] },
    })) as CodeAction[];
    const fix = actions.find(({ title }) => title.includes('owner'));
    assert.deepEqual(fix?.diagnostics?.[0], found);
    const [change] = fix.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'edits' in change);
    const document = TextDocument.create('x', 'okr', 0, text);
    const mended = TextDocument.applyEdits(
      document,
      change.edits.filter((edit) => 'newText' in edit),
    );
    assert.ok(!codesOf(await client.change('a.okr', text, mended)).includes('OKR002'));
  });

  it('gives fixes without versions to clients that know none', async () => {
    client = await startClient({ capabilities: {} });
    const [found] = await client.open('a.okr', 'objective: Be quick\n  ownr: @ana\n');
    assert.ok(found !== undefined);
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('a.okr') },
      range: found.range,
      context: { diagnostics: [] },
    })) as CodeAction[];
    assert.ok(actions.length > 0);
    for (const { edit } of actions) assert.ok((edit?.changes?.[uriOf('a.okr')] ?? []).length > 0);
  });

  it('keeps the cascade and the status in step', async () => {
    client = await startClient({ disk: diskOf({ 'acme.okr': ACME, 'read.okr': BAD }) });
    let told = 0;
    client.connection.onNotification(PLAN_CHANGED, () => {
      told++;
    });
    await client.open('support.okr', TEAM);
    await client.diagnostics('read.okr');
    const titles = async (): Promise<string> => {
      const { roots } = await client.connection.sendRequest<CascadeResult>(CASCADE_REQUEST, {});
      const all = (nodes: readonly CascadeNode[]): readonly string[] =>
        nodes.flatMap(({ label, children }) => [label, ...all(children)]);
      return all(roots).join('; ');
    };
    assert.match(await titles(), /Acme.*Customer Support.*Improve response time/);
    const before = told;
    await client.change('support.okr', 'Improve response time', 'Answer within 6 h');
    assert.match(await titles(), /Answer within 6 h/);
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.ok(told > before, 'the views were told');
    const status = await client.connection.sendRequest<StatusResult | null>(STATUS_REQUEST, {
      uri: uriOf('support.okr'),
    });
    assert.equal(status?.objectives, 1);
    assert.equal(status.keyResults, 2);
  });

  it('answers for what it does not know with null', async () => {
    client = await startClient();
    const nowhere = { textDocument: { uri: 'file:///nowhere.okr' }, position: { line: 3, character: 9 } };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, nowhere), null);
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, nowhere), null);
    assert.equal(await client.connection.sendRequest(CompletionRequest.type, nowhere), null);
    assert.equal(await client.connection.sendRequest(DocumentSymbolRequest.type, nowhere), null);
    assert.equal(await client.connection.sendRequest(STATUS_REQUEST, { uri: 'file:///nowhere.okr' }), null);
    const beyond = { textDocument: { uri: uriOf('a.okr') }, position: { line: 99, character: 99 } };
    await client.open('a.okr', 'objective: A\n');
    assert.equal(await client.connection.sendRequest(HoverRequest.type, beyond), null);
  });

  it('takes its day from the options, or from the clock, and follows midnight', async () => {
    let today = '2026-11-10';
    client = await startClient({ asOf: null, today: () => today });
    const late = 'cycle 2026-Q4\nobjective: A\n  kr: Grow sales from 1 to 5\n    2026-11-11: 3\n';
    const hover = async (): Promise<string> =>
      JSON.stringify(
        await client.connection.sendRequest(HoverRequest.type, {
          textDocument: { uri: uriOf('a.okr') },
          position: { line: 2, character: 4 },
        }),
      );
    await client.open('a.okr', late);
    assert.match(await hover(), / 0 %/);
    today = '2026-11-11';
    await client.change('a.okr', 'objective: A', 'objective: B');
    assert.match(await hover(), / 50 %/);
  });

  it('takes an option that makes no sense for none', async () => {
    client = await startClient({ asOf: 'yesterday' });
    await client.open('a.okr', 'objective: A\n');
  });
});
