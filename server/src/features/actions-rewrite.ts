import type { CodeAction } from 'vscode-languageserver-types';
import { writeMetric } from '../measure/write-metric.ts';
import type { KeyResult, PlanFix } from '../model/plan.ts';
import { standingOf } from '../model/standing.ts';
import { readingOf } from '../model/title.ts';
import { linesOf, newProperty } from '../rules/edits.ts';
import { has } from '../rules/places.ts';
import type { Snapshot } from '../service.ts';
import type { Span } from '../syntax/tree.ts';
import { blockStart, rangeOf } from './layout.ts';

const REWRITE = 'refactor.rewrite';

/**
 * What may be written down of the key results whose lines touch a span of a file (offsets from its start): the measure that
 * so far is only read from the title. `version` is that of the open file.
 */
export function rewrites(snapshot: Snapshot, uri: string, span: Span, version: number | null): CodeAction[] {
  const tree = snapshot.tree(uri);
  if (tree === null) return [];
  const items = snapshot.plan.documents.get(uri)?.items ?? [];
  return items.flatMap((item) => {
    if (item.kind !== 'kr' || !touches(item, blockStart(tree, item.block), span)) return [];
    const fix = metricLine(snapshot, item);
    if (fix === null) return [];
    const edits = fix.edits.map(({ place, newText }) => ({ range: rangeOf(tree, place), newText }));
    return [
      { title: fix.title, kind: REWRITE, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } },
    ];
  });
}

function touches(kr: KeyResult, start: number | null, span: Span): boolean {
  if (start === null) return false;
  return linesOf(kr).some(
    ({ kind, from, end }) => kind !== 'blank' && start + from <= span.to && start + end >= span.from,
  );
}

/** The title's measure, not the one that the journal moved it to: its lines go on moving what is written here. */
function metricLine({ plan }: Snapshot, kr: KeyResult): PlanFix | null {
  if (standingOf(plan, kr).source !== 'title' || has(kr, 'metric')) return null;
  const { measure } = readingOf(kr);
  if (measure === null || measure.kind === 'done') return null;
  const written = writeMetric(measure);
  return { title: `Write it as metric: ${written}`, safe: false, edits: [newProperty(kr, 'metric', written)] };
}
