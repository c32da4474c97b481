import { readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { readTitle } from '../../server/src/measure/title-reader.ts';

// How long the whole title reader takes for a title, against one look at each of its characters. The titles are those of
// the reader's own fixture: numbers in most of them, so that they cost more than the titles of a real file.

const titles = (
  JSON.parse(readFileSync(new URL('../fixtures/titles.json', import.meta.url), 'utf8')) as readonly { title: string }[]
).map(({ title }) => title);

function scan(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/** What the tasks work out is kept, so that no engine leaves the work out. */
let kept = 0;
const cpuMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const bench = new Bench({ time: 2000, warmupTime: 1000 });
bench.add('read', () => {
  for (const title of titles) kept += readTitle(title).targets.length;
});
bench.add('scan', () => {
  for (const title of titles) kept += scan(title);
});
await bench.run();

const microseconds = (name: string): number => {
  const result = bench.getTask(name)?.result;
  const latency = result && 'latency' in result ? result.latency : undefined;
  return ((latency?.p50 ?? NaN) * 1000) / titles.length;
};

// Processor time tells more than the clock's on a machine that does other work.
const ROUNDS = 30;
const before = cpuMicroseconds();
for (let round = 0; round < ROUNDS; round++) for (const title of titles) kept += readTitle(title).targets.length;
const cpu = (cpuMicroseconds() - before) / (ROUNDS * titles.length);

const read = microseconds('read');
const scanned = microseconds('scan');
console.log(
  `title reader: ${read.toFixed(1)} µs a title by the clock (median), ${cpu.toFixed(1)} µs of processor time`,
);
console.log(
  `scan:         ${scanned.toFixed(3)} µs a title; the reader costs ${(read / scanned).toFixed(0)} times as much`,
);
console.log(`${titles.length} titles, ${kept > 0 ? 'read' : 'nothing read'}`);
