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

/** The error that ends a run which has failures, or in which nothing ran; null where all went well. */
export function verdictOn({ stats }: Mocha.Runner): Error | null {
  if (stats === undefined || stats.passes + stats.failures === 0) return new Error('No test ran');
  return stats.failures > 0 ? new Error(`${String(stats.failures)} tests failed`) : null;
}
