// npm test: installs, builds, and runs everything, two parts at a time. Ends in a line `N passed, N failed`.
//   node scripts/test-all.mjs [PART …]   only these, and what they need
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { whyNoCodeServer } from './code-server.mjs';
import { installIfNeeded, npmCommand, requireNode, root } from './toolchain.mjs';

/**
 * @typedef {object} Part
 * @property {string} name a script of package.json
 * @property {string[]} [needs] names of the parts that must have ended
 * @property {string} [skip] why it cannot run here
 *
 * @typedef {{ part: Part, seconds: number, passed: number, failed: number, note: string }} Result
 */

// In the order in which they begin, the long ones first. Those that start a VS Code do not run at one time.
/** @type {Part[]} */
const parts = [
  { name: 'build' },
  { name: 'lint' },
  { name: 'test:vscode', needs: ['build'] },
  { name: 'test:cli', needs: ['build'] },
  { name: 'test:workbench', needs: ['build', 'test:vscode'], ...skipWithout(whyNoCodeServer()) },
  { name: 'check' },
  { name: 'test:unit' },
  { name: 'test:start', needs: ['build', 'test:workbench'], ...skipWithout(whyNoCodeServer()) },
  { name: 'test:web', needs: ['build', 'test:start'] },
  { name: 'test:lsp', needs: ['build'] },
  { name: 'test:editors', needs: ['build'] },
  { name: 'test:grammar' },
  { name: 'knip' },
  { name: 'format:check' },
];
const atOnce = 2;

requireNode();
const began = Date.now();
await installIfNeeded();
const results = await runAll(chosen(process.argv.slice(2)));
summarise(results);

/** @param {string[]} names @returns {Part[]} */
function chosen(names) {
  if (names.length === 0) return parts;
  const wanted = new Set(names);
  // Needs stand before what needs them, so one pass from the end finds all.
  for (const part of parts.toReversed()) if (wanted.has(part.name)) part.needs?.forEach((need) => wanted.add(need));
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}. There are: ${parts.map((part) => part.name).join(', ')}.`);
    process.exit(1);
  }
  return parts.filter((part) => wanted.has(part.name));
}

/** @param {Part[]} waiting @returns {Promise<Result[]>} */
function runAll(waiting) {
  /** @type {Map<string, Result>} */
  const done = new Map();
  let running = 0;
  const queue = [...waiting];
  return new Promise((resolve) => {
    const next = () => {
      if (done.size === waiting.length) resolve(waiting.flatMap((part) => done.get(part.name) ?? []));
      while (running < atOnce) {
        const index = queue.findIndex((part) => (part.needs ?? []).every((need) => done.has(need)));
        const [part] = index < 0 ? [] : queue.splice(index, 1);
        if (part === undefined) return;
        running += 1;
        void runPart(part, done).then((result) => {
          running -= 1;
          done.set(part.name, result);
          console.log(line(result));
          next();
        });
      }
    };
    next();
  });
}

/** @param {Part} part @param {ReadonlyMap<string, Result>} done @returns {Promise<Result>} */
async function runPart(part, done) {
  if (part.skip !== undefined) return { part, seconds: 0, passed: 0, failed: 0, note: `skipped: ${part.skip}` };
  const build = done.get('build');
  if (part.needs?.includes('build') && build !== undefined && build.failed > 0) {
    return { part, seconds: 0, passed: 0, failed: 1, note: 'not run: the build failed' };
  }
  const start = Date.now();
  const { code, output } = await runNpm(part);
  const { passed, failed, pending } = counts(output);
  const seconds = (Date.now() - start) / 1000;
  const skipped = /^Skipped: (.+)$/m.exec(output);
  if (code === 0 && skipped !== null) return { part, seconds, passed: 0, failed: 0, note: `skipped: ${skipped[1]}` };
  const note = pending > 0 ? `${pending} pending` : '';
  // A part that counts nothing is one check; one that ends badly has failed, whatever it counted.
  if (code === 0) return { part, seconds, passed: passed + failed === 0 ? 1 : passed, failed, note };
  return { part, seconds, passed, failed: Math.max(failed, 1), note: failed === 0 ? `ended with ${code}` : note };
}

/** Runs a script of package.json, and passes on what it prints line by line, each with the part's name before it. @param {Part} part */
function runNpm(part) {
  const { command, prefix, shell } = npmCommand();
  const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, [...prefix, 'run', '--silent', part.name], {
    cwd: root,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...colour },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ text) => {
      output += text;
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const one of lines) if (one.trim() !== '') console.log(`[${part.name}] ${one}`);
    });
    stream.on('end', () => {
      if (rest.trim() !== '') console.log(`[${part.name}] ${rest}`);
    });
  }
  return new Promise((/** @type {(result: { code: number, output: string }) => void} */ resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * What mocha, the suite inside VS Code, and the grammar's tests say of themselves.
 * @param {string} output @returns {{ passed: number, failed: number, pending: number }}
 */
function counts(output) {
  const plain = output.replaceAll(/\u001b\[[0-9;]*m/g, '');
  const number = (/** @type {RegExp} */ pattern) => Number(pattern.exec(plain)?.[1] ?? 0);
  const suite = /^(\d+) passed, (\d+) failed$/m.exec(plain);
  if (suite !== null) return { passed: Number(suite[1]), failed: Number(suite[2]), pending: 0 };
  const files = plain.match(/^✓ .* run success/gm)?.length ?? 0;
  if (files > 0) return { passed: files, failed: plain.match(/^✖ /gm)?.length ?? 0, pending: 0 };
  return {
    passed: number(/^ *(\d+) passing/m),
    failed: number(/^ *(\d+) failing/m),
    pending: number(/^ *(\d+) pending/m),
  };
}

/** @param {Result[]} all */
function summarise(all) {
  const passed = all.reduce((sum, result) => sum + result.passed, 0);
  const failed = all.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${all.map(line).join('\n')}\n`);
  const screenshots = join(root, '.cache', 'screenshots');
  if (existsSync(screenshots)) console.log('Pictures of the workbench are in .cache/screenshots.');
  console.log(`All of it took ${((Date.now() - began) / 1000).toFixed(0)} s.`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {Result} result */
function line({ part, seconds, passed, failed, note }) {
  const figures = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
  return `${failed > 0 ? 'FAIL' : 'ok  '} ${part.name.padEnd(15)}${figures} ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd();
}

/** @param {string | undefined} reason */
function skipWithout(reason) {
  return reason === undefined ? {} : { skip: reason };
}
