import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Goal, Plan } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import type { Snapshot } from '../service.ts';
import { english, said } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { briefOf, ownerName } from './brief.ts';
import { cardOf } from './card.ts';
import { rangeIn } from './layout.ts';
import { dotted } from './markdown.ts';
import { day } from './words.ts';

/** Which hints are wanted. */
export interface HintChoice {
  /** Progress and pace behind a key result. */
  readonly progress: boolean;
  /** The owner that a key result has from its objective. */
  readonly owner: boolean;
  /** The cycle that an objective has from the file. */
  readonly cycle: boolean;
  /** The day that a key result is due where no `by` says it. */
  readonly deadline: boolean;
}

/**
 * What is not written and yet true of the objectives and key results in a range, one hint behind each title. The tooltip is
 * left to `resolveInlayHint`. Null where the file is not known.
 */
export function inlayHints(
  snapshot: Snapshot,
  uri: string,
  range: Range,
  choice: HintChoice,
  say: Say = english,
): InlayHint[] | null {
  const { plan } = snapshot;
  const document = plan.documents.get(uri);
  if (document === undefined) return null;
  if (!Object.values(choice).includes(true)) return [];
  const hints: InlayHint[] = [];
  for (const item of document.items) {
    if (item.kind === 'kpi') continue;
    const { title, end } = item.header;
    const position = rangeIn(document.tree, item.block, { from: title.to, to: end }).end;
    if (position.line < range.start.line || position.line > range.end.line) continue;
    const label = labelOf(plan, item, choice, say);
    if (label !== '') hints.push({ position, label, paddingLeft: true, data: { item: item.key } });
  }
  return hints;
}

function labelOf(plan: Plan, item: Goal, { progress, owner, cycle, deadline }: HintChoice, say: Say): string {
  if (item.kind === 'objective') {
    const { cycle: own } = item;
    return cycle && own !== null && own !== 'unknown' && !item.properties.has('during') ? own.name : '';
  }
  const { progress: gone, due } = standingOf(plan, item);
  return dotted(
    progress && gone !== null ? briefOf(plan, item, say) : null,
    owner && item.owner?.inherited === true ? ownerName(item.owner) : null,
    deadline && due !== null && !item.properties.has('by') ? say(said`due ${day(due, 'short')}`) : null,
  );
}

/** The hint with the card of its item; as it is where the item is not there any more. */
export function resolveInlayHint(snapshot: Snapshot, hint: InlayHint, say: Say = english): InlayHint {
  const item = snapshot.plan.items.get(keyIn(hint.data) ?? '');
  if (item === undefined) return hint;
  return { ...hint, tooltip: { kind: 'markdown', value: cardOf(snapshot.plan, item, say) } };
}

/** The key of the item that an answer was about; null where the client gave something else back. */
export function keyIn(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'item' in data && typeof data.item === 'string'
    ? data.item
    : null;
}
