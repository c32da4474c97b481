// npm start: installs, builds, checks the examples, and opens them in VS Code with the extension.
//   npm start -- --browser           takes VS Code in the browser even where there is a `code` command
//   npm start -- --exit-when-ready   ends once VS Code's address answers (or, with a desktop VS Code, before it is opened)
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCodeServer, installExtension, startCodeServer, whyNoCodeServer } from './code-server.mjs';
import { cache, findCommand, installIfNeeded, onWindows, requireNode, root, run } from './toolchain.mjs';

requireNode();
const exitWhenReady = process.argv.includes('--exit-when-ready');
const examples = join(root, 'examples');

await installIfNeeded();
await node(['esbuild.mjs', '--production'], 'The build failed, see above.');

// As of the day that the editor takes there: on a later one most findings would be of key results that nobody checked in on.
const { 'okr.asOf': day } = JSON.parse(readFileSync(join(examples, '.vscode', 'settings.json'), 'utf8'));
console.log(`\nokr check examples --as-of ${day}`);
// Findings, errors among them, are what the examples are there to show: exit code 1 is no failure here.
await node(['dist/cli/okr.mjs', 'check', 'examples', '--as-of', day], 'okr check could not run, see above.', [0, 1]);

const inBrowser = process.argv.includes('--browser');
const code = inBrowser ? undefined : findCommand(['code']);
if (code !== undefined) await openDesktop(code);
else await serve();

/** @param {string} command */
async function openDesktop(command) {
  const args = [`--extensionDevelopmentPath=${root}`, examples];
  console.log(`\nOpening the examples in VS Code: code ${args.join(' ')}`);
  if (exitWhenReady) return;
  // `code` is a .cmd file on Windows: it takes a shell to start, and quotes to keep a path with spaces whole.
  const quoted = onWindows ? args.map((argument) => `"${argument}"`) : args;
  const exitCode = await run(onWindows ? `"${command}"` : command, quoted, { shell: onWindows });
  if (exitCode !== 0) end(`VS Code could not be opened: ${command} ended with ${exitCode}.`);
}

async function serve() {
  const obstacle = whyNoCodeServer();
  if (obstacle !== undefined) {
    end(
      `\nTo open the examples, VS Code's command \`code\` must be on the PATH (${obstacle}). Install VS Code from\n` +
        'https://code.visualstudio.com; on macOS then run "Shell Command: Install \'code\' command in PATH" from its\n' +
        'command palette. Then start again.',
    );
  }
  console.log(
    '\nOpening the examples in VS Code for the browser, as there is no `code` command on the PATH, or as you asked.',
  );
  await installCodeServer();
  const home = join(cache, 'start');
  mkdirSync(home, { recursive: true });
  const vsix = join(home, 'okr-language.vsix');
  console.log('Packaging the extension and installing it there …');
  const packaged = await run(process.execPath, [join('scripts', 'package.mjs'), vsix], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (packaged !== 0) end('The extension could not be packaged, see above.');
  await installExtension(vsix, home);
  const server = await startCodeServer({ home });
  let stopping = false;
  const stop = () => {
    stopping = true;
    void server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);

  const address = `http://${server.host}/?folder=${encodeURIComponent(examples)}`;
  const response = await fetch(address);
  if (!response.ok) {
    await server.stop();
    end(`${address} answers with ${response.status}. The log is ${server.log}.`);
  }
  console.log(`\nOpen this address in a browser:\n\n  ${address}\n`);
  if (exitWhenReady) {
    await server.stop();
    return;
  }
  console.log('Ctrl-C ends it.');
  await server.ended;
  if (!stopping) end(`VS Code ended. The log is ${server.log}.`);
}

/**
 * Runs a script with this Node; ends with the message where its exit code is none of the accepted ones.
 * @param {string[]} args @param {string} message @param {number[]} accepted
 */
async function node(args, message, accepted = [0]) {
  if (!accepted.includes(await run(process.execPath, args))) end(message);
}

/** @param {string} message @returns {never} */
function end(message) {
  console.error(message);
  process.exit(1);
}
