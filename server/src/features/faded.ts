import type { Diagnostic } from 'vscode-languageserver-types';
import { familySlots } from '../model/memory.ts';
import type { Item, PlanFamily, StatusOf } from '../model/plan.ts';
import { nameOf } from '../rules/render.ts';
import type { Snapshot } from '../service.ts';
import { english, said } from '../syntax/said.ts';
import type { Said, Say } from '../syntax/said.ts';
import { blockRange } from './layout.ts';

const HINT = 4;
const UNNECESSARY = 1;

/**
 * The lines of what was dropped or postponed, for editors that fade them: one hint an item, an objective's over the key
 * results below it as far as they rest with it. These are no findings: nothing is wrong with them.
 */
export function faded(snapshot: Snapshot, uri: string, say: Say = english): Diagnostic[] {
  const document = snapshot.plan.documents.get(uri);
  const text = snapshot.tree(uri);
  if (document === undefined || text === null) return [];
  const stretches = document.families.flatMap((family) => family.recall(slot, () => stretchesOf(family)));
  return stretches.map(({ item, status, last }) => ({
    range: { start: blockRange(text, item.block).start, end: blockRange(text, last.block).end },
    severity: HINT,
    source: 'okr',
    message: say(sayingOf(item, status)),
    tags: [UNNECESSARY],
  }));
}

interface Stretch {
  readonly item: Item;
  readonly status: StatusOf;
  last: Item;
}

const slot = familySlots.take();

function stretchesOf({ items }: PlanFamily): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  for (const item of items) {
    const rests = item.kind !== 'kpi' && (item.status.status === 'dropped' || item.status.status === 'postponed');
    if (!rests) open = null;
    else if (open !== null && item.kind === 'kr' && item.objective === open.item) open.last = item;
    else stretches.push((open = { item, status: item.status, last: item }));
  }
  return stretches;
}

function sayingOf(item: Item, { status, since, why }: StatusOf): Said {
  const name = nameOf(item);
  const was =
    status === 'dropped'
      ? since === null
        ? said`${name} was dropped`
        : said`${name} was dropped on ${since}`
      : since === null
        ? said`${name} was postponed`
        : said`${name} was postponed on ${since}`;
  return why === null ? said`${was}.` : said`${was}: ${why}`;
}
