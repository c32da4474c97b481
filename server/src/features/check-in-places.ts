import type { CheckInPlace } from '../lsp/protocol.ts';
import type { KeyResult, Plan } from '../model/plan.ts';
import { newCheckIn } from '../rules/check-in-line.ts';
import type { Snapshot } from '../service.ts';
import { english } from '../syntax/said.ts';
import type { Say } from '../syntax/said.ts';
import { briefOf } from './brief.ts';
import { checkInForm } from './check-in-form.ts';
import { rangeIn } from './layout.ts';

/**
 * Where today's check-in of each key result of an objective goes, by the objective's key: below its last check-in, else at
 * its end, with the last level in it to type over, else its unit. One that has a check-in of today already gives the end of that line. Null where there is no such objective.
 */
export function checkInPlaces(snapshot: Snapshot, key: string, say: Say = english): CheckInPlace[] | null {
  const { plan } = snapshot;
  const { items } = plan;
  const objective = items.get(key);
  if (objective?.kind !== 'objective') return null;
  return objective.keyResults.flatMap((kr) => {
    const tree = snapshot.tree(kr.uri);
    const place = placeOf(plan, kr);
    if (tree === null || place === null) return [];
    return [
      {
        title: kr.title.trim() === '' ? (kr.id ?? kr.label ?? '') : kr.title,
        detail: briefOf(plan, kr, say),
        uri: kr.uri,
        position: rangeIn(tree, place.block, { from: place.at, to: place.at }).start,
        newText: place.newText,
        back: place.back,
        selected: place.selected,
      },
    ];
  });
}

interface CheckInEdit {
  readonly block: KeyResult['block'];
  readonly at: number;
  readonly newText: string;
  readonly back: number;
  readonly selected: number;
}

function placeOf(plan: Plan, kr: KeyResult): CheckInEdit | null {
  const { today } = plan;
  const latest = kr.journal.at(-1);
  if (latest?.day === today) return { block: latest.block, at: latest.line.end, newText: '', back: 0, selected: 0 };
  const { before, level, behind } = checkInForm(plan, kr);
  const { place, newText } = newCheckIn(kr, today, before + level + behind);
  return { block: kr.block, at: place.span.from, newText, back: behind.length, selected: level.length };
}
