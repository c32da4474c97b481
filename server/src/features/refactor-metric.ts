import { writeMetric } from '../measure/write-metric.ts';
import { standingOf } from '../model/standing.ts';
import { readingOf } from '../model/title.ts';
import { newProperty } from '../rules/edits.ts';
import { has } from '../rules/places.ts';
import { said } from '../syntax/said.ts';
import { changesOf } from './changes.ts';
import type { Refactoring } from './offers.ts';

/**
 * Writes down the measure that is so far only read from the title: not the one that the journal moved it to, for its lines
 * go on moving what is written here.
 */
export const writtenMetric: Refactoring = (snapshot, item) => {
  if (item.kind !== 'kr' || standingOf(snapshot.plan, item).source !== 'title' || has(item, 'metric')) return [];
  const { measure } = readingOf(item);
  if (measure === null || measure.kind === 'done') return [];
  const written = writeMetric(measure);
  return [
    {
      title: said`Write it as metric: ${written}`,
      kind: 'refactor.extract',
      changes: () => changesOf(snapshot, { edits: [newProperty(item, 'metric', written)] }),
    },
  ];
};
