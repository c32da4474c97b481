import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { version } from '../../../package.json';
import { check } from './check.ts';
import { explain } from './explain.ts';
import { exportPlan } from './export.ts';
import { decode } from '../node/decode.ts';
import { formatFiles, formatInput } from './format.ts';
import { isFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import { readCount, readDay } from './options.ts';
import { progressOn } from './progress.ts';
import { readBytes, readInput, wantsColour } from './world.ts';
import type { World } from './world.ts';
import type { Request } from './workspace.ts';

/** Exit code of a run that could not do what it was asked for. */
export const CANNOT_RUN = 2;

/** What a command gives: what goes to standard output, and what must be told besides. */
interface Result {
  readonly output: string;
  readonly exitCode: number;
  readonly notes?: readonly string[];
}

interface CommonOptions {
  readonly asOf?: string;
  readonly config?: string;
  readonly stdinFilename: string;
}

interface CheckFlags extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly explain: boolean;
  readonly color: boolean;
  readonly maxWarnings?: number;
}

interface FormatFlags extends Omit<CommonOptions, 'asOf'> {
  readonly check: boolean;
  readonly stdin: boolean;
}

interface ExportFlags extends CommonOptions {
  readonly findings: boolean;
}

/**
 * Runs the command line: arguments in, exit code out. Throws commander's own error for an option or command that it
 * does not know, after it has told so on standard error.
 */
export async function run(args: readonly string[], world: World): Promise<number> {
  let exitCode = 0;
  const tell = (message: string): void => void world.stderr.write(`${message.replace(/^/gm, 'okr: ')}\n`);
  const finish = (result: Result | Failure): void => {
    if (isFailure(result)) tell(result.message);
    else {
      world.stdout.write(result.output);
      result.notes?.forEach(tell);
    }
    exitCode = isFailure(result) ? CANNOT_RUN : result.exitCode;
  };

  const program = new Command('okr')
    .description('Checks, formats and exports plans of objectives, key results and KPIs kept in .okr files.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
    })
    .showHelpAfterError('"okr help COMMAND" lists what there is.')
    .addHelpText('after', HELP)
    .exitOverride();

  withCommon(
    program
      .command('check')
      .summary('tell what is wrong, file by file')
      .description(
        'Checks files, folders and patterns; the folder you are in where none is named; "-" for standard input.',
      ),
  )
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--explain', 'print the words that each finding rests on', false)
    .option('--max-warnings <count>', 'fail when there are more warnings than this', readCount)
    .option('--no-color', 'print without colours')
    .action(async (paths: string[], flags: CheckFlags) => {
      const progress = progressOn(world.stderr, () => world.milliseconds());
      const result = await check(
        {
          ...(await requestOf(paths, flags, world)),
          format: flags.format,
          explain: flags.explain,
          maxWarnings: flags.maxWarnings ?? null,
          colour: wantsColour(world, flags.color),
          width: world.stdout.isTTY === true ? (world.stdout.columns ?? null) : null,
        },
        progress,
      );
      progress.end();
      finish(result);
    });

  withCommon(
    program
      .command('export')
      .summary('print the whole plan with its figures')
      .description(
        'Prints the plan as JSON: scopes, cycles, objectives, key results, KPIs, check-ins and all that is computed.',
      ),
  )
    .addOption(new Option('--format <format>', 'how to print').choices(['json']).default('json'))
    .option('--findings', 'add what okr check would tell', false)
    .action(async (paths: string[], flags: ExportFlags) => {
      const progress = progressOn(world.stderr, () => world.milliseconds());
      const result = await exportPlan(await requestOf(paths, flags, world), flags.findings, progress);
      progress.end();
      finish(result);
    });

  program
    .command('format')
    .summary('give files their canonical form')
    .description(
      'Sets indentation, blank lines, keywords and the columns of check-ins, changes no other word, and lists the files that it wrote.',
    )
    .argument('[paths...]', 'files, folders or patterns')
    .option('--check', 'write nothing, and fail where a file has another form', false)
    .option('--stdin', 'format standard input and print the result', false)
    .option('--stdin-filename <file>', 'what to call the text on standard input', 'stdin.okr')
    .option('--config <file>', 'take this configuration instead of the nearest okr.config.json')
    .action(async (paths: string[], flags: FormatFlags) => {
      if (flags.stdin || paths.includes('-')) {
        const bytes = await readBytes(world.stdin);
        finish(formatInput(bytes, decode(bytes), flags.stdinFilename, flags.check));
        return;
      }
      const progress = progressOn(world.stderr, () => world.milliseconds());
      const result = await formatFiles(requestOn(paths, flags, world), flags.check, progress);
      progress.end();
      finish(result);
    });

  program
    .command('explain')
    .summary('print what a rule is about')
    .description('Prints the page of a rule, by code or name, or the list of all rules.')
    .argument('[rule]', 'a code such as OKR101, or a name such as not-measurable')
    .action((name: string | undefined) => {
      const result = explain(name ?? null, pc.createColors(wantsColour(world, true)).bold);
      finish(typeof result === 'string' ? { output: result, exitCode: 0 } : result);
    });

  program
    .command('mcp')
    .summary('serve the plan to a language model')
    .description(
      'Serves the plan over the Model Context Protocol on standard input and output, read-only: list it, show an item, explain a rule, check a draft.',
    )
    .argument('[folder]', 'the folder of the plan; the folder you are in where none is named')
    .option('--as-of <day>', 'take this day for today, YYYY-MM-DD', readDay)
    .option('--config <file>', 'take this configuration instead of the nearest okr.config.json')
    .action(async (folder: string | undefined, flags: Pick<CommonOptions, 'asOf' | 'config'>) => {
      const { serveMcp } = await import('./mcp.ts');
      await serveMcp(() => requestOn(folder === undefined ? [] : [folder], flags, world));
    });

  await program.parseAsync(args, { from: 'user' });
  return exitCode;
}

function withCommon(command: Command): Command {
  return command
    .argument('[paths...]', 'files, folders or patterns')
    .option('--as-of <day>', 'take this day for today, YYYY-MM-DD', readDay)
    .option('--config <file>', 'take this configuration instead of the nearest okr.config.json')
    .option('--stdin-filename <file>', 'what to call the text on standard input', 'stdin.okr');
}

async function requestOf(paths: readonly string[], flags: CommonOptions, world: World): Promise<Request> {
  const fromInput = paths.includes('-');
  const request = requestOn(fromInput ? paths.filter((path) => path !== '-') : paths, flags, world);
  if (!fromInput) return request;
  const path = resolve(world.cwd, flags.stdinFilename);
  return {
    ...request,
    paths: paths.length === 1 ? [] : request.paths,
    instead: { path, content: await readInput(world.stdin) },
  };
}

function requestOn(paths: readonly string[], { asOf, config }: Partial<CommonOptions>, world: World): Request {
  return {
    cwd: world.cwd,
    paths: paths.length === 0 ? ['.'] : paths,
    today: asOf ?? world.today(),
    asOf: asOf !== undefined,
    config: config === undefined ? null : resolve(world.cwd, config),
    instead: null,
  };
}

const HELP = `
Examples:
  okr check                            everything below this folder
  okr check plans/support.okr          one file, with its neighbours as context
  okr check --as-of 2026-11-10 --explain
  okr export > plan.json
  okr format --check
  okr explain OKR101

It ends with 0 where nothing is wrong, 1 where errors were found, and 2 where it could not run.
`;
