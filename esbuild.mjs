// Bundles the extension, the language server, the command line and the suite that runs inside VS Code.
//   node esbuild.mjs [--production] [--watch] [--accept-sizes]
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
const known = ['--production', '--watch', '--accept-sizes'];
const unknown = [...flags].filter((flag) => !known.includes(flag));
if (unknown.length > 0) fail(`Unknown option ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
const production = flags.has('--production');
const watch = flags.has('--watch');

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  // The licences of what is bundled go into one file of their own.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // Without it jsonc-parser's UMD build is taken, which bundles to something that fails when it is called.
  mainFields: ['module', 'main'],
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
  write: false,
};

/** @type {esbuild.BuildOptions} */
const forNode = { ...shared, platform: 'node', format: 'cjs', target: 'node20.18', external: ['vscode'] };

/** @type {esbuild.BuildOptions} */
const forBrowser = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

// What the bundler must be told once more in an ES module: packages inside it may still call require().
const shebang = '#!/usr/bin/env node';
const requireForModules =
  "import { createRequire as okrCreateRequire } from 'node:module'; const require = okrCreateRequire(import.meta.url);";

const SERVER = 'dist/server/server.js';

/** @typedef {{ entry: string, out: string, options: esbuild.BuildOptions, development?: true }} Bundle */

/** @type {Bundle[]} */
const bundles = [
  { entry: 'client/src/node-main.ts', out: 'dist/client/node-main.js', options: forNode },
  { entry: 'server/src/lsp/node-main.ts', out: SERVER, options: { ...forNode, plugins: [whenUsed('crypto')] } },
  {
    entry: 'server/src/cli/main.ts',
    out: 'dist/cli/program.mjs',
    options: { ...forNode, format: 'esm', banner: { js: requireForModules }, plugins: [apart()] },
  },
  {
    entry: 'server/src/cli/mcp.ts',
    out: 'dist/cli/okr-mcp.mjs',
    options: { ...forNode, format: 'esm', banner: { js: requireForModules } },
  },
  {
    entry: 'client/src/browser-main.ts',
    out: 'dist/client/browser-main.js',
    options: { ...forBrowser, format: 'cjs', external: ['vscode'] },
  },
  {
    entry: 'server/src/lsp/browser-main.ts',
    out: 'dist/server/browser-main.js',
    options: { ...forBrowser, format: 'iife' },
  },
  {
    entry: 'test/vscode/suite/index.ts',
    out: 'dist/test/vscode/suite.js',
    // Stack traces of a failing test must name the test's own lines, whatever the build.
    options: { ...forNode, external: ['vscode', 'mocha'], minify: false, sourcemap: 'inline' },
    development: true,
  },
  {
    entry: 'test/vscode/suite/browser.ts',
    out: 'dist/test/vscode/suite-web.js',
    options: {
      ...forBrowser,
      // Mocha's build for browsers takes the module that it is bundled into for its own: what is exported is set last.
      format: 'iife',
      globalName: 'okrSuite',
      footer: { js: 'module.exports = okrSuite;' },
      // What Node alone has is loaded by tests that a browser skips.
      external: ['vscode', 'node:fs/promises', 'node:child_process'],
      alias: { 'node:assert/strict': './test/vscode/suite/assert-in-browser.ts' },
      minify: false,
      sourcemap: 'inline',
    },
    development: true,
  },
];

const commandLine = `${shebang}
import module from 'node:module';
module.enableCompileCache?.();
await import('./program.mjs');
`;

// `okr-language-server` takes the same arguments as the server; without any it talks over stdio.
const serverOverStdio = `${shebang}
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)\\b/.test(argument))) process.argv.push('--stdio');
require('./node-main.js');
`;

writeIfChanged('dist/package.json', `${JSON.stringify({ type: 'commonjs' })}\n`);
writeIfChanged('dist/server/okr-language-server.js', serverOverStdio, 0o755);
writeIfChanged('dist/cli/okr.mjs', commandLine, 0o755);

const started = Date.now();
if (watch) {
  console.log('Bundling …');
  await Promise.all([...bundles, launcher('')].map(async (each) => (await esbuild.context(optionsOf(each))).watch()));
  console.log('Watching; Ctrl-C ends it.');
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(optionsOf(bundle))));
  const built = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  // esbuild has printed the reasons already.
  if (built.length < bundles.length) fail('The build failed.');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, SERVER)))
    .digest('hex')
    .slice(0, 16);
  await esbuild.build(optionsOf(launcher(hash)));
  const shipped = built.filter((_result, index) => !bundles[index]?.development);
  writeIfChanged('dist/third-party-licenses.txt', licences(shipped.flatMap(({ metafile }) => inputsOf(metafile))));
  for (const { out } of bundles) console.log(`${kilobytes(out).padStart(9)}  ${out}`);
  if (production) guardSizes(bundles.flatMap(({ out, development }) => (development ? [] : [out])));
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/**
 * What starts the server and knows which one it is, to keep its compiled code.
 * @param {string} hash of the server's bundle @returns {Bundle}
 */
function launcher(hash) {
  const options = { ...forNode, define: { ...forNode.define, SERVER_HASH: JSON.stringify(hash) } };
  return { entry: 'server/src/lsp/launcher.ts', out: 'dist/server/node-main.js', options };
}

/** @param {Bundle} bundle @returns {esbuild.BuildOptions} */
function optionsOf({ entry, out, options }) {
  return {
    ...options,
    entryPoints: [entry],
    outfile: out,
    plugins: [...(options.plugins ?? []), writeWhatChanged(out)],
  };
}

/**
 * Leaves the MCP server, which few runs need and which is half as large again, to a file of its own.
 * @returns {esbuild.Plugin}
 */
function apart() {
  return {
    name: 'apart',
    setup(build) {
      build.onResolve({ filter: /^\.\/mcp\.ts$/ }, () => ({ path: './okr-mcp.mjs', external: true }));
    },
  };
}

/**
 * Loads a module of Node when something of it is used. `crypto` takes a tenth of a start to load, and the protocol's library
 * asks for it at once for names of pipes, which a server that is started over stdio never makes.
 * @param {string} name @returns {esbuild.Plugin}
 */
function whenUsed(name) {
  const contents = `module.exports = new Proxy({}, { get: (_, member) => require('node:${name}')[member] });`;
  return {
    name: 'when-used',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'when-used' }));
      build.onLoad({ filter: /.*/, namespace: 'when-used' }, () => ({ contents, loader: 'js' }));
    },
  };
}

/**
 * Writes an output only where its bytes differ, so that a build beside running tests does not pull a file from under them.
 * @param {string} out @returns {esbuild.Plugin}
 */
function writeWhatChanged(out) {
  return {
    name: 'write-what-changed',
    setup(build) {
      build.onEnd((result) => {
        for (const file of result.outputFiles ?? []) {
          writeIfChanged(relative(root, file.path), file.contents);
        }
        if (watch) console.log(`${new Date().toLocaleTimeString()}  ${out}  ${result.errors.length} errors`);
      });
    },
  };
}

/** @param {esbuild.Metafile | undefined} metafile */
function inputsOf(metafile) {
  return Object.keys(metafile?.inputs ?? {});
}

/**
 * The licences of the packages that bundled files come from, each package once.
 * @param {string[]} inputs paths relative to the project
 */
function licences(inputs) {
  const folders = new Set(inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return `${texts.join(`\n${'-'.repeat(80)}\n`)}`;
}

/** @param {string} path relative to the project @param {string | Uint8Array} contents @param {number} [mode] */
function writeIfChanged(path, contents, mode = 0o644) {
  const full = join(root, path);
  const bytes = Buffer.from(contents);
  if (existsSync(full) && readFileSync(full).equals(bytes)) return;
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
  chmodSync(full, mode);
}

/**
 * Fails where a bundle is more than a tenth larger than `bundle-sizes.json` has it. Growth that is meant is written down with
 * `--accept-sizes`, where a review sees it.
 * @param {string[]} outs
 */
function guardSizes(outs) {
  const path = join(root, 'bundle-sizes.json');
  /** @type {Record<string, number>} */
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const now = Object.fromEntries(outs.map((out) => [out, statSync(join(root, out)).size]));
  if (flags.has('--accept-sizes')) {
    writeFileSync(path, `${JSON.stringify({ ...before, ...now }, null, 2)}\n`);
    return;
  }
  const grown = outs.filter((out) => (now[out] ?? 0) > 1.1 * (before[out] ?? Infinity));
  if (grown.length > 0) {
    const list = grown.map((out) => `${out}: ${before[out]} to ${now[out]} bytes`).join(', ');
    fail(`Bundles grew by more than a tenth. Find out why, or accept it with --production --accept-sizes. ${list}`);
  }
}

/** @param {string} path */
function kilobytes(path) {
  return `${(statSync(join(root, path)).size / 1024).toFixed(0)} KB`;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
