import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder, load } from './compiled.ts';

/** Of the server's bundle; empty while it is built again and again. */
declare const SERVER_HASH: string;

/** What the first answers take is compiled by then. Not at the end alone, for editors may kill a server. */
const COMPILED_BY = 5000;

const { keep } = load(
  { path: join(__dirname, 'server.js'), hash: SERVER_HASH },
  require,
  cacheFolder(process.env, process.platform),
);

/**
 * V8 lets its young generation grow while much is read at once, to more than a large plan takes; it stays as loading made
 * it. Compiled code is for the flags that it was made under: those of the start.
 */
function growYoungGeneration(factor: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${String(factor)}`);
}
function keepCompiled(): void {
  growYoungGeneration(2);
  keep();
  growYoungGeneration(1);
}
growYoungGeneration(1);
setTimeout(keepCompiled, COMPILED_BY).unref();
process.once('exit', keepCompiled);
