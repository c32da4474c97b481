// Runs inside VS Code's extension host: VS Code calls run() and ends with what it does.
import { appendFileSync } from 'node:fs';
import { takeCoverage } from 'node:v8';
import type Mocha from 'mocha';

/**
 * Runs all tests of this folder. Results go, line by line, to the file that OKR_TEST_REPORT names, for the output of an
 * extension host mixes with VS Code's own log. Rejects where a test failed or none ran.
 */
export async function run(): Promise<void> {
  const { default: Runner } = await import('mocha');
  const mocha = new Runner({ ui: 'bdd', timeout: 30_000, reporter: 'dot' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.ts');
  await import('./plan.ts');
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run(() => resolve(counts));
    const counts = report(runner);
  });
  say(`${String(passed)} passed, ${String(failed)} failed`);
  if (process.env['NODE_V8_COVERAGE'] !== undefined) takeCoverage();
  if (failed > 0) throw new Error(`${String(failed)} tests failed`);
  if (passed === 0) throw new Error('No test ran');
}

function report(runner: Mocha.Runner): { passed: number; failed: number } {
  const counts = { passed: 0, failed: 0 };
  runner.on('pass', (test) => {
    counts.passed += 1;
    say(`  ok    ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`);
  });
  runner.on('fail', (test, error: unknown) => {
    counts.failed += 1;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(`  FAIL  ${test.fullTitle()}\n${reason.replaceAll(/^/gm, '        ')}`);
  });
  return counts;
}

function say(line: string): void {
  const file = process.env['OKR_TEST_REPORT'];
  if (file === undefined) console.log(line);
  else appendFileSync(file, `${line}\n`);
}
