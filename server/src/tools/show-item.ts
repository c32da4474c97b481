import { cardOf } from '../features/card.ts';
import { ownerName } from '../features/brief.ts';
import { pathOf } from '../model/resolve.ts';
import type { Item, Plan } from '../model/plan.ts';
import { fileReports } from '../report/check-report.ts';
import { locatorOver } from '../report/positions.ts';
import { nearest } from '../syntax/nearest.ts';
import { english } from '../syntax/said.ts';
import { findingLines } from './finding-lines.ts';
import { answered, refused } from './tool.ts';
import type { Tool, ToolScene } from './tool.ts';

/** How many items of a name that fits several are listed. */
const MOST = 20;

/** One item: its lines as they stand in the file, its figures, and what the rules find. */
export const showItem: Tool = {
  name: 'okr_show_item',
  title: 'Show an item',
  says: 'Shows one objective, key result or KPI: its text as written, its score and how that came about, its pace, owner and SMART checks, and every finding about it with the words it rests on and the way out.',
  inputs: {
    item: { says: 'The key that okr_list_plan gives in brackets, or an id such as support.csat, or the title.' },
  },
  answer(scene, { item: name = '' }) {
    const { plan } = scene.snapshot;
    const found = itemsCalled(plan, name);
    const [item] = found;
    if (item === undefined) return refused(nothingCalled(plan, name));
    if (found.length > 1) {
      const keys = found.slice(0, MOST).map(({ key, title }) => `${key} ("${title}")`);
      return refused(`"${name}" fits ${String(found.length)} items. Ask for one by its key:\n${keys.join('\n')}`);
    }
    return answered(textOf(scene, item));
  },
};

/** The items of the best kind of match: key, then id with as much of its path as is given, then title, then part of one. */
function itemsCalled(plan: Plan, name: string): readonly Item[] {
  const wanted = fold(name);
  if (wanted === '') return [];
  const byKey = plan.items.get(wanted);
  if (byKey !== undefined) return [byKey];
  const all = [...plan.items.values()];
  const [path = '', cycle] = wanted.split('@');
  const matches: readonly ((item: Item) => boolean)[] = [
    (item) => item.id !== null && hasPath(item, path) && (cycle === undefined || cycleOf(item) === cycle),
    (item) => fold(item.title) === wanted,
    (item) => fold(item.title).includes(wanted),
  ];
  for (const match of matches) {
    const found = all.filter(match);
    if (found.length > 0) return found;
  }
  return [];
}

function hasPath(item: Item, path: string): boolean {
  const whole = fold(pathOf(item).join('.'));
  return whole === path || whole.endsWith(`.${path}`);
}

function cycleOf({ cycle }: Item): string | null {
  return cycle === null || cycle === 'unknown' ? null : fold(cycle.name);
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function nothingCalled(plan: Plan, name: string): string {
  const near = nearest(name, new Set([...plan.items.values()].flatMap(({ id }) => id ?? [])));
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'okr_list_plan lists all items with their keys.';
  return `No item is called "${name}". ${hint}`;
}

function textOf(scene: ToolScene, item: Item): string {
  const { snapshot, show } = scene;
  const { start } = locatorOver((uri) => snapshot.tree(uri))({ uri: item.uri, block: item.block, span: item.header });
  const findings = fileReports(snapshot, [item.uri], show).flatMap((file) =>
    file.findings.filter((finding) => finding.item === item.key),
  );
  const owner = ownerName(item.owner);
  return [
    `${item.key} in ${show(item.uri)}:${String(start.line)}${owner === null ? '' : `, owner ${owner}`}`,
    '',
    'As written:',
    '',
    quoted(item.block.text.slice(item.header.from).trimEnd()),
    '',
    cardOf(snapshot.plan, item, english),
    '',
    findings.length === 0 ? 'No findings.' : 'Findings:',
    ...findings.flatMap(findingLines),
  ].join('\n');
}

/** With the indentation of a Markdown code block in place of the file's own. */
function quoted(text: string): string {
  const own = /^[ \t]*/.exec(text)?.[0] ?? '';
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `    ${line.startsWith(own) ? line.slice(own.length) : line}`.trimEnd())
    .join('\n');
}
