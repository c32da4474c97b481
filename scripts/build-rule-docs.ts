import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PAGES, generatedFiles } from './generated-docs.ts';

/**
 * Writes what is generated from the rules: their pages, the index of these, and the schema of the configuration file.
 * With `--check` it writes nothing and fails where a file is not as it would be written.
 */
const root = join(import.meta.dirname, '..');
const files = generatedFiles();

/** Pages of rules that are no more. */
function strays(): readonly string[] {
  if (!existsSync(join(root, PAGES))) return [];
  return readdirSync(join(root, PAGES))
    .map((name) => `${PAGES}/${name}`)
    .filter((path) => !files.has(path));
}

function isStale(path: string, text: string): boolean {
  const full = join(root, path);
  return !existsSync(full) || readFileSync(full, 'utf8') !== text;
}

const changed = [...files].filter(([path, text]) => isStale(path, text));
const stale = [...changed.map(([path]) => path), ...strays()];

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is not as the rules have it. Run npm run docs:rules.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of strays()) unlinkSync(join(root, path));
  console.log(stale.length === 0 ? 'All pages are up to date.' : `Wrote ${stale.length} of ${files.size} files.`);
}
