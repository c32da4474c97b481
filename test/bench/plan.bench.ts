import assert from 'node:assert/strict';
import { Bench } from 'tinybench';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createOkrService } from '../../server/src/service.ts';
import type { OkrService } from '../../server/src/service.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { planOfLines, scan } from './plan-text.ts';

/**
 * What parsing, a keystroke, an edit in a large workspace and a whole check cost, as multiples of one look at each character
 * of the same text in the same run. Machines and neighbours differ: only the ratios say something.
 */

const DAY = '2026-11-10';
const FILE = 'file:///growth.okr';

function serviceWith(texts: ReadonlyMap<string, string>): OkrService {
  const service = createOkrService();
  service.setToday(DAY);
  for (const [uri, text] of texts) service.set(uri, { kind: 'text', text, notUtf8At: null });
  return service;
}

/** All that is found, in a form that can be compared. */
function told(service: OkrService, uri: string): string {
  return JSON.stringify(diagnostics(service.snapshot(), uri));
}

/** Types a letter into a check-in in the middle of the file and takes it back, each time to the diagnostics. */
function typing(service: OkrService, uri: string): () => void {
  const text = service.text(uri) ?? '';
  const at = text.indexOf('cohort', text.length >> 1);
  let typed = false;
  return () => {
    service.edit(uri, [{ from: at, to: typed ? at + 1 : at, newText: typed ? '' : 'x' }]);
    typed = !typed;
    diagnostics(service.snapshot(), uri);
  };
}

/** What edits led to has to be what a check of the files as they are now says. */
function holds(service: OkrService): void {
  const { uris } = service.snapshot();
  const fresh = serviceWith(new Map(uris.map((uri) => [uri, service.text(uri) ?? ''])));
  for (const uri of uris) assert.equal(told(service, uri), told(fresh, uri), `${uri}: not as a full check has it`);
}

async function ratios(
  title: string,
  work: Readonly<Record<string, () => unknown>>,
  floor: () => unknown,
): Promise<void> {
  const bench = new Bench({ time: 400, warmupTime: 200 });
  bench.add('one scan of the text', floor);
  for (const [name, run] of Object.entries(work)) bench.add(name, run);
  await bench.run();
  console.log(`\n${title}`);
  let least: number | null = null;
  for (const { name, result } of bench.tasks) {
    if (!('latency' in result)) throw new Error(`${name} did not run`);
    const { p50 } = result.latency;
    least ??= p50;
    console.log(`  ${p50.toFixed(3).padStart(9)} ms  ${(p50 / least).toFixed(1).padStart(7)} ×  ${name}`);
  }
}

for (const lines of [1_000, 10_000, 50_000]) {
  const text = planOfLines(lines);
  const service = serviceWith(new Map([[FILE, text]]));
  const key = typing(service, FILE);
  const check = (): string => told(serviceWith(new Map([[FILE, text]])), FILE);
  const work = lines > 10_000 ? { key } : { parse: () => parse(text), key, 'parse, link and judge': check };
  await ratios(`${lines} lines`, work, () => scan(text));
  holds(service);
}

for (const files of [100, 1_000]) {
  const texts = new Map([
    ['file:///top.okr', 'cycle 2026-Q4\ncompany acme: Acme\n  objective all: What all work for\n    > A note.\n'],
  ]);
  for (let index = 0; index < files; index++) {
    texts.set(`file:///team${index}.okr`, planOfLines(100, `team${index}`, 'acme.all'));
  }
  const service = serviceWith(texts);
  const leaf = typing(service, 'file:///team7.okr');
  const top = service.text('file:///top.okr') ?? '';
  const at = top.indexOf('note');
  let typed = false;
  const hub = (): void => {
    service.edit('file:///top.okr', [{ from: at, to: typed ? at + 1 : at, newText: typed ? '' : 'x' }]);
    typed = !typed;
    diagnostics(service.snapshot(), 'file:///top.okr');
  };
  const leafText = service.text('file:///team7.okr') ?? '';
  for (const uri of texts.keys()) diagnostics(service.snapshot(), uri);
  await ratios(
    `${files} files`,
    { 'a letter in a file nobody refers to': leaf, 'a letter in the file all refer to': hub },
    () => scan(leafText),
  );
  if (files <= 100) holds(service);
}
console.log(`\nResident memory at the end: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
