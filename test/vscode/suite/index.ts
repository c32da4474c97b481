// Runs inside VS Code's extension host under Node: VS Code calls run() and ends with what it does.
import { appendFileSync } from 'node:fs';
import { takeCoverage } from 'node:v8';
import { reportOn, verdictOn } from './report.ts';

/**
 * Runs all tests of this folder. Results go, line by line, to the file that OKR_TEST_REPORT names, for the output of an
 * extension host mixes with VS Code's own log. Rejects where a test failed or none ran.
 */
export async function run(): Promise<void> {
  const { default: Runner } = await import('mocha');
  const mocha = new Runner({ ui: 'bdd', timeout: 30_000, reporter: 'dot' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./tests.ts');
  const verdict = await new Promise<Error | null>((resolve) => {
    const runner = mocha.run(() => resolve(verdictOn(runner)));
    reportOn(runner, say);
  });
  if (process.env['NODE_V8_COVERAGE'] !== undefined) takeCoverage();
  if (verdict !== null) throw verdict;
}

function say(line: string): void {
  const file = process.env['OKR_TEST_REPORT'];
  if (file === undefined) console.log(line);
  else appendFileSync(file, `${line}\n`);
}
