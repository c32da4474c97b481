import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { CASCADE_REQUEST, CHECK_IN_REQUEST } from '../../server/src/lsp/protocol.ts';
import type { CascadeResult, CheckInPlace } from '../../server/src/lsp/protocol.ts';
import { diskOf, messageOf, startClient, uriOf } from './client.ts';
import type { Client } from './client.ts';

const TEXT = `cycle 2026-Q4
team support: Support
  objective contact: Make contact worth having
    owner: @ana
    kr rating: Reach a rating of 90%
      metric: rating 82% -> 90%
      2026-11-01: 86%
    kr speed: Improve speed
`;

describe('a server whose client speaks German', () => {
  let client: Client;
  const textDocument = { uri: uriOf('a.okr') };
  const at = (line: number, character: number) => ({ textDocument, position: { line, character } });
  const lines = (start: number, end: number) => ({
    start: { line: start, character: 0 },
    end: { line: end, character: 0 },
  });

  beforeEach(async () => {
    const disk = diskOf({ 'okr.config.json': '{ "extends": 3 }' });
    client = await startClient({ locale: 'de-CH', commands: true, disk });
  });
  afterEach(() => client.dispose());

  it('has findings in German, of plans and of the configuration', async () => {
    const found = (await client.open('a.okr', TEXT)).map(messageOf);
    assert.ok(
      found.some((message) => message.includes('keine Zahl, Anzahl oder Ja/Nein-Frage')),
      found.join('\n'),
    );
    const [problem] = await client.diagnostics('okr.config.json', (all) => all.length > 0);
    assert.match(messageOf(problem), /"extends" ist eine Vorgabe: /);
  });

  it('offers actions in German', async () => {
    await client.open('a.okr', TEXT);
    const params = { textDocument, range: lines(7, 8), context: { diagnostics: [] } };
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    const titles = actions.map(({ title }) => title);
    assert.ok(
      titles.includes('OKR101/not-measurable für dieses Key Result unterdrücken, mit Begründung'),
      titles.join(),
    );
    assert.ok(titles.includes('In eine Initiative umwandeln'), titles.join());
  });

  it('tells and proposes in German', async () => {
    await client.open('a.okr', TEXT);
    const hover = await client.connection.sendRequest(HoverRequest.type, at(4, 10));
    const told = JSON.stringify(hover?.contents);
    assert.match(told, /Key Result \*\*Reach a rating/);
    assert.match(told, /im Plan|voraus|gefährdet/);
    assert.match(told, /fällig am 31\. Dezember 2026 \(noch 51 Tage\)/);
    assert.match(told, /Zuversicht|niemand sagt es/);
    const list = await client.connection.sendRequest(CompletionRequest.type, at(7, 4));
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    const owner = items.find(({ label }) => label === 'owner');
    assert.match(owner?.detail ?? '', /verantwortlich/);
  });

  it('shows hints, lenses, outline and cascade in German', async () => {
    await client.open('a.okr', TEXT);
    const [hint] =
      (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: lines(0, 8) })) ?? [];
    assert.match(JSON.stringify(hint?.label), /50 % · voraus/);
    const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    const resolved = await Promise.all(
      lenses.map((lens) => client.connection.sendRequest(CodeLensResolveRequest.type, lens)),
    );
    assert.deepEqual(
      resolved.map(({ command }) => command?.title),
      ['50 % · voraus', 'Check-in'],
    );
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.match(JSON.stringify(symbols), /"detail":"nicht messbar"/);
    const { roots } = await client.connection.sendRequest<CascadeResult>(CASCADE_REQUEST, {});
    assert.match(roots[0]?.tooltip ?? '', /1 Objective/);
    const key = roots[0]?.children[0]?.id;
    const places = await client.connection.sendRequest<CheckInPlace[]>(CHECK_IN_REQUEST, { key });
    assert.deepEqual(
      places.map(({ detail }) => detail),
      ['50 % · voraus', 'nicht messbar'],
    );
  });

  it('refuses a new name in German', async () => {
    await client.open('a.okr', TEXT);
    await assert.rejects(
      client.connection.sendRequest(PrepareRenameRequest.type, at(0, 8)),
      /2026-Q4 ist ein Zeitraum des Kalenders/,
    );
    await assert.rejects(
      client.connection.sendRequest(RenameRequest.type, { ...at(4, 8), newName: 'speed' }),
      /Die Kennung speed ist vergeben/,
    );
  });
});
