import type Mocha from 'mocha';

/** Says how each test went, in plain lines, and counts. The last line is `N passed, N failed`. */
export function reportOn(runner: Mocha.Runner, say: (line: string) => void): void {
  const counts = { passed: 0, failed: 0 };
  runner.on('pass', (test) => {
    counts.passed += 1;
    say(`  ok    ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`);
  });
  runner.on('pending', (test) => {
    say(`  skip  ${test.fullTitle()}`);
  });
  runner.on('fail', (test, error: unknown) => {
    counts.failed += 1;
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(`  FAIL  ${test.fullTitle()}\n${reason.replaceAll(/^/gm, '        ')}`);
  });
  runner.on('end', () => {
    if (counts.passed + counts.failed === 0) say('No test ran.');
    say(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
  });
}

/** The failures that a run must not have, as the error that ends it; null where all went well. */
export function verdictOn({ tests, passes, failures }: Mocha.Stats): Error | null {
  if (failures > 0) return new Error(`${String(failures)} tests failed`);
  return passes === 0 ? new Error(`No test ran of ${String(tests)}`) : null;
}
