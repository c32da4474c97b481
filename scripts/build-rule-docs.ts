import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GROUPS, pageName, pageOf } from '../server/src/rules/page.ts';
import { PRESETS } from '../server/src/rules/presets/index.ts';
import { RULES } from '../server/src/rules/registry.ts';
import { configSchema } from './config-schema.ts';

/**
 * Writes what is generated from the rules: their pages and the index of these, and the schema of the configuration file.
 * With `--check` it writes nothing and fails where a file is not as it would be written.
 */
const root = join(import.meta.dirname, '..');
const pages = join('docs', 'rules');

const files = new Map<string, string>([
  [join(pages, 'README.md'), index()],
  ...RULES.map((rule) => [join(pages, pageName(rule)), pageOf(rule)] as const),
  [join('schemas', 'okr.config.schema.json'), `${JSON.stringify(configSchema(), null, 2)}\n`],
]);

function index(): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const rows = RULES.filter((rule) => rule.group === group).map(
      (rule) =>
        `| [${rule.code}](${pageName(rule)}) | ${rule.name} | ${rule.severity} | ${rule.says.replace(/\|/g, '\\|')} |`,
    );
    return [`## ${group} · ${title}`, '', '| code | name | default | says |', '|---|---|---|---|', ...rows].join('\n');
  });
  const presets = Object.entries(PRESETS).map(([name, { says }]) => `- \`${name}\`: ${says}`);
  return `${[
    '# The rules',
    'What the linter says, in the editor and on the command line. Only errors fail a run. Each page has the reason, an example, the options, and how to silence the rule.',
    `A preset is a starting point for \`okr.config.json\` (\`"extends"\`):\n\n${presets.join('\n')}`,
    ...groups,
  ].join('\n\n')}\n`;
}

/** Pages of rules that are no more. */
function strays(): readonly string[] {
  if (!existsSync(join(root, pages))) return [];
  return readdirSync(join(root, pages))
    .map((name) => join(pages, name))
    .filter((path) => !files.has(path));
}

function isStale(path: string, text: string): boolean {
  const full = join(root, path);
  return !existsSync(full) || readFileSync(full, 'utf8') !== text;
}

const stale = [...[...files].filter(([path, text]) => isStale(path, text)).map(([path]) => path), ...strays()];

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is not as the rules have it. Run npm run docs:rules.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (isStale(path, text)) writeFileSync(join(root, path), text);
  }
  for (const path of strays()) unlinkSync(join(root, path));
  console.log(stale.length === 0 ? 'All pages are up to date.' : `Wrote ${stale.length} of ${files.size} files.`);
}
