import type { FileContent } from '../host.ts';
import { decode } from '../node/decode.ts';

/** A stream that a command writes to. `columns` is the width of the terminal, where it is one. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What the commands need of the machine. */
export interface World {
  /** The absolute path of the working folder. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The person's own calendar day, ISO. */
  today(): string;
  /** Milliseconds of any steady clock. */
  milliseconds(): number;
}

/** All of standard input. */
export async function readBytes(stdin: World['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** All of standard input, decoded as a file would be. */
export async function readInput(stdin: World['stdin']): Promise<FileContent> {
  return decode(await readBytes(stdin));
}

/** Whether to colour: not where it was refused (`--no-color`, NO_COLOR), else on terminals, and where FORCE_COLOR asks. */
export function wantsColour({ environment, stdout }: World, allowed: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (!allowed || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stdout.isTTY === true && TERM !== 'dumb';
}
