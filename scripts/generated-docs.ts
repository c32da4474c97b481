import { GROUPS, pageName, pageOf } from '../server/src/rules/page.ts';
import { PRESETS } from '../server/src/rules/presets/index.ts';
import { RULES } from '../server/src/rules/registry.ts';
import { configSchema } from './config-schema.ts';
import { smartPage } from './smart-page.ts';

/** The folder of the rules' pages. */
export const PAGES = 'docs/rules';

/**
 * What is generated from the rules and checks, by its path from the project's root: pages, their index, the page
 * of SMART, and the configuration's schema.
 */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    [`${PAGES}/README.md`, index()],
    ...RULES.map((rule) => [`${PAGES}/${pageName(rule)}`, pageOf(rule)] as const),
    ['docs/smart.md', smartPage()],
    ['schemas/okr.config.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`],
  ]);
}

function index(): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const rows = RULES.filter((rule) => rule.group === group).map((rule) => {
      const says = rule.says.replace(/\|/g, '\\|');
      return `| [${rule.code}](${pageName(rule)}) | ${rule.name} | ${rule.severity} | ${says} |`;
    });
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
