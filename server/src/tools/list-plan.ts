import { cascade } from '../features/cascade.ts';
import { percent } from '../features/words.ts';
import type { CascadeNode } from '../lsp/protocol.ts';
import { answered, refused } from './tool.ts';
import type { Tool, ToolScene } from './tool.ts';

/** Lines of the outline: what a model can read at a time. */
const MOST_LINES = 1500;

const KINDS = {
  company: 'company',
  department: 'department',
  team: 'team',
  person: 'person',
  workspace: 'no scope',
  objective: 'objective',
  kr: 'key result',
  kpi: 'KPI',
  group: 'group',
} as const satisfies Record<CascadeNode['kind'], string>;

/** The whole cascade as an indented outline, a line an item. */
export const listPlan: Tool = {
  name: 'okr_list_plan',
  title: 'List the plan',
  says: 'Lists the objectives, key results and KPIs of the workspace as an indented outline: who supports whom, each with its reference, score, pace, owner, cycle and place. Begin here; then ask okr_show_item about one of them.',
  inputs: {
    cycle: { says: 'Only goals of this cycle, for example 2026-Q4.', optional: true },
    owner: { says: 'Only goals of this owner, for example @maria or a team.', optional: true },
  },
  answer(scene, { cycle, owner }) {
    const { roots, cycles, owners } = cascade(scene.snapshot, {
      ...(cycle === undefined ? {} : { cycle }),
      ...(owner === undefined ? {} : { owner }),
    });
    if (cycle !== undefined && !cycles.includes(cycle)) return refused(unknownName('cycle', cycle, cycles));
    if (owner !== undefined && !owners.includes(owner)) return refused(unknownName('owner', owner, owners));
    const lines = roots.flatMap((root) => linesOf(root, 0, scene));
    if (lines.length === 0)
      return answered('The plan is empty: there is no objective, key result or KPI in any .okr file.');
    const shown = lines.slice(0, MOST_LINES);
    const rest = lines.length - shown.length;
    const head = `Plan on ${scene.snapshot.plan.today}. Cycles: ${cycles.join(', ') || 'none'}. Scores are the part of the way that is done.`;
    const tail = rest === 0 ? [] : [`… and ${String(rest)} more lines: ask for one cycle or owner.`];
    return answered([head, '', ...shown, ...tail].join('\n'));
  },
};

function unknownName(what: string, name: string, names: readonly string[]): string {
  return `No goal has the ${what} "${name}". There are: ${names.join(', ') || 'none'}.`;
}

function linesOf(node: CascadeNode, depth: number, scene: ToolScene): readonly string[] {
  const indent = '  '.repeat(depth);
  if (node.reference) return [`${indent}supported by ${KINDS[node.kind]} "${node.label}"${reference(node)}`];
  const facts = [
    node.score === null ? null : `score ${percent(node.score)}`,
    node.grade,
    node.pace,
    node.status,
    node.owner === null ? null : `owner ${node.owner}`,
    node.cycle,
    node.orphan ? 'supports nothing' : null,
    placeOf(node, scene),
  ].filter((fact) => fact !== null && fact !== '');
  const line = `${indent}${KINDS[node.kind]} "${node.label}"${reference(node)}${facts.length === 0 ? '' : `: ${facts.join(', ')}`}`;
  return [line, ...node.children.flatMap((child) => linesOf(child, depth + 1, scene))];
}

/** What okr_show_item finds the item by; a node that stands a second time has its way before its own key. */
function reference({ id, kind }: CascadeNode): string {
  return kind === 'objective' || kind === 'kr' || kind === 'kpi' ? ` [${id.split(' < ').at(-1) ?? id}]` : '';
}

function placeOf({ uri, range }: CascadeNode, { show }: ToolScene): string | null {
  if (uri === null) return null;
  return range === null ? show(uri) : `${show(uri)}:${String(range.start.line + 1)}`;
}
