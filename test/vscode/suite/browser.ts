// Runs inside VS Code's extension host in a browser, a web worker: VS Code calls run() and ends with what it does.
import 'mocha/mocha.js';
import { REPORT_MARK } from './report-mark.ts';
import { reportOn, verdictOn } from './report.ts';

/** Runs all tests of this folder. Results go to the console, each line with a mark. Rejects where a test failed or none ran. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: 'spec' });
  await import('./tests.ts');
  const verdict = await new Promise<Error | null>((resolve) => {
    const runner = mocha.run(() => resolve(verdictOn(runner)));
    reportOn(runner, (text) => text.split('\n').forEach((line) => console.log(`${REPORT_MARK}${line}`)));
  });
  if (verdict !== null) throw verdict;
}
