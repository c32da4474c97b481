import { CommanderError } from 'commander';
import { todayOf } from '../node/today.ts';
import { CANNOT_RUN, run } from './program.ts';

// A reader such as `head` may close the pipe when it has seen enough; that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

try {
  // The process ends by itself once its output is written; to end it here could cut that off in a pipe.
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    environment: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    today: () => todayOf(new Date()),
    milliseconds: () => performance.now(),
  });
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : CANNOT_RUN;
  } else {
    // Exit code 1 would say that the plan is at fault.
    console.error('okr: this is a defect of okr itself, please report it with the lines below.');
    console.error(error);
    process.exitCode = CANNOT_RUN;
  }
}
