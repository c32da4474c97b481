import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import { writeMetric } from '../measure/write-metric.ts';
import { standingOf } from '../model/standing.ts';
import { exampleFigure } from '../rules/metric-example.ts';
import { NOTHING } from './completion-names.ts';
import { startOfPart } from './completion-people.ts';
import { unitProposals } from './completion-units.ts';
import type { Before, Proposal, Proposals } from './completion.ts';
import type { Cursor } from './cursor.ts';
import { numberToFill, plainly } from './snippet.ts';

/** The forms that a measure can have. */
const FORMS: readonly Proposal[] = [
  form('0 -> 10', '${1:0} -> ${2:10}', '-> ', said`from a baseline to a target`),
  form('% -> %', '${1:0}% -> ${2:100}%', '-> ', said`from a share to a share`),
  form('>=', '>= ${1:90%}', '>= ', said`a lower bound to reach`),
  form('<=', '<= ${1:10%}', '<= ', said`an upper bound to reach`),
  form('keep >=', 'keep >= ${1:99.9%}', 'keep >= ', said`a bound to hold all along`),
  form('keep ..', 'keep ${1:90%} .. ${2:95%}', 'keep ', said`a band to hold all along`),
  form('+20%', '+${1:20}%', '+', said`a change relative to the baseline`),
  { label: 'done', kind: 'value', detail: said`a milestone: it is there or it is not` },
  { label: 'tasks', kind: 'value', detail: said`the share of its tasks that is ticked off` },
];

const BOUNDS: readonly Proposal[] = [
  form('>=', '>= ${1:90%}', '>= ', said`at least`),
  form('<=', '<= ${1:10%}', '<= ', said`at most`),
  form('..', '${1:90%} .. ${2:95%}', '', said`a range`),
];

function form(label: string, snippet: string, text: string, detail: Said): Proposal {
  return { label, kind: 'snippet', detail, text, snippet };
}

/**
 * What may stand behind `metric:`: first what the title says, with its name and its unit, then the forms of a measure.
 * Behind a name only the forms, behind a number its units. Null behind an arrow, where the target is the planner's to say.
 */
export function metricProposals(cursor: Cursor, before: Before): Proposals | null {
  const from = startOfPart(before);
  const written = before.text.slice(from);
  const units = unitProposals(cursor.plan, cursor.item, before);
  if (units !== null) return units;
  if (/->|→|[<>=]/.test(written)) return null;
  // A name is written already: the figures go behind it.
  if (/\s$/.test(written)) return { from: before.text.length, over: NOTHING, items: FORMS };
  return { from, over: NOTHING, items: [...fromTitle(cursor), ...FORMS] };
}

/** What may stand behind `baseline:`, `target:` and `stretch:`: bounds for a target, and the units of a number. */
export function quantityProposals(cursor: Cursor, before: Before, shape: 'bound' | 'quantity'): Proposals | null {
  const units = unitProposals(cursor.plan, cursor.item, before);
  if (units !== null || shape === 'quantity') return units;
  const from = startOfPart(before);
  return before.text.length > from ? null : { from, over: NOTHING, items: BOUNDS };
}

function fromTitle({ plan, item }: Cursor): readonly Proposal[] {
  if (item?.kind !== 'kr') return [];
  const { measure, source } = standingOf(plan, item);
  if (measure !== null && source === 'title' && measure.kind !== 'done') return implied(measure);
  const figure = exampleFigure(item.title);
  if (figure === null) return [];
  const { name, from, to } = figure;
  const unit = (quantity: string): string => quantity.replace(/\d[\d.,]*[kM]?/, '').trim();
  return [
    {
      label: `${name} ${unit(from)} -> ${unit(to)}`.replace(/ {2,}/g, ' '),
      kind: 'snippet',
      detail: said`the figure that the title is about`,
      text: `${name} `,
      snippet: `${plainly(name)} ${numberToFill(1, from)} -> ${numberToFill(2, to)}`,
    },
  ];
}

/** The measure as the title has it, and where it says no baseline the same with one to fill in. */
function implied(measure: Measure): readonly Proposal[] {
  const asItIs: Proposal = { label: writeMetric(measure), kind: 'value', detail: said`as the title has it` };
  const to = targetOf(measure);
  if (to === null) return [asItIs];
  const whole = writeMetric({ kind: 'move', name: measure.name, from: null, to });
  const arrow = whole.lastIndexOf('->');
  const target = whole.slice(arrow + 2).trim();
  const name = whole.slice(0, arrow).trim();
  const start = name === '' ? '' : `${name} `;
  return [
    asItIs,
    {
      label: `${start}… -> ${target}`,
      kind: 'snippet',
      detail: said`with the baseline that the title does not say`,
      text: `${start}? -> ${target}`,
      snippet: `${plainly(start)}${numberToFill(1, target)} -> ${plainly(target)}`,
    },
  ];
}

/** The level of a measure that says no baseline; null for any other. */
function targetOf(measure: Measure): Quantity | null {
  if (measure.kind === 'bound') return { ...measure.to, op: '=' };
  return measure.kind === 'move' && measure.from === null ? measure.to : null;
}
