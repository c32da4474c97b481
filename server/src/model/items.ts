import { suggestedHandle } from '../measure/people.ts';
import type { Calendar } from './cycles.ts';
import type { ItemDraft } from './drafts.ts';
import { inOrder } from './facts.ts';
import { useOf, valuesOf } from './item-values.ts';
import type { In, ItemValues } from './item-values.ts';
import { badValue, problemIn } from './local-problem.ts';
import type { OpenItem, OpenKeyResult, OpenKpi, OpenObjective, OpenScope } from './open-items.ts';
import { peopleOf, personOf } from './people.ts';
import type { CycleOf, Note, OwnerOf, PlanProblem, PropertyUse, ScopeOf } from './plan.ts';
import { plainName } from './read-value.ts';
import type { Scopes } from './scopes.ts';
import { statusOf } from './status.ts';
import type { PersonValue } from './values.ts';

/** What is needed to make items of drafts. */
export interface Making {
  readonly today: string;
  readonly calendar: Calendar;
  readonly scopes: Scopes;
  readonly report: (problem: PlanProblem) => void;
}

const NONE: readonly never[] = [];

function scopeOf(draft: ItemDraft, scopes: Scopes): OpenScope | 'unknown' | null {
  if (draft.scope === null || draft.scope === 'unknown') return draft.scope;
  return scopes.byDraft.get(draft.scope) ?? 'unknown';
}

/** The cycle of the file, or the one that `during` says instead. */
function cycleOf(uri: string, draft: ItemDraft, values: ItemValues, making: Making): CycleOf {
  const { calendar } = making;
  if (values.during) {
    const { value: text, block } = values.during;
    const cycle = calendar.named(text.text);
    if (cycle.start !== null) return cycle;
    making.report({
      rule: 'OKR006',
      severity: 'error',
      message: `"${text.text}" is no calendar period, and no line declares a cycle of that name.`,
      place: { uri, block, span: text },
      related: [],
      fixes: [],
    });
    return 'unknown';
  }
  if (draft.cycle === null || draft.cycle === 'unknown') return draft.cycle;
  return draft.cycle.name ? calendar.named(draft.cycle.name.text) : 'unknown';
}

/**
 * Who an `owner` value means: a handle is a person; any other name is the scope that bears it, else a person, with a hint
 * that offers the handle.
 */
function ownerOf(uri: string, owner: In<PersonValue> | null, use: PropertyUse | null, making: Making): OwnerOf | null {
  if (!owner) return null;
  const { value, block } = owner;
  const scope = value.handle === null ? making.scopes.find(value.name) : null;
  if (scope && scope.kind !== 'person') {
    return { kind: 'scope', scope, place: { uri, block, span: value.text }, inherited: false };
  }
  // A line such as "Team: Sales" has its own error already, and names no person.
  if (value.handle === null && use?.line.name.text.toLowerCase() === 'owner') {
    const handle = scope ? scope.id : suggestedHandle(value.name);
    making.report(problemIn(uri, badValue(block, plainName(value, handle))));
  }
  return { kind: 'person', person: personOf(uri, owner), inherited: false };
}

function notesOf(uri: string, draft: ItemDraft): readonly Note[] {
  if (draft.notes.length === 0) return NONE;
  return draft.notes.map(({ text, block, span }) => ({ text, place: { uri, block, span } }));
}

function base(uri: string, draft: ItemDraft, scope: ScopeOf, cycle: CycleOf, values: ItemValues, making: Making) {
  const { header } = draft;
  return {
    key: '',
    uri,
    block: draft.block,
    header,
    id: header.id?.text ?? null,
    label: header.number?.text ?? null,
    title: header.title.text,
    scope,
    cycle,
    properties: draft.properties,
    notes: notesOf(uri, draft),
    journal: draft.journal,
    initiatives: draft.initiatives,
    suppressions: draft.suppressions,
    owner: ownerOf(uri, values.owner, useOf(draft.properties, 'owner'), making),
    tags: values.tags,
  };
}

/** An objective without its key and links. */
export function makeObjective(uri: string, draft: ItemDraft, making: Making): OpenObjective {
  const values = valuesOf(draft.properties);
  const scope = scopeOf(draft, making.scopes);
  const objective: OpenObjective = {
    kind: 'objective',
    ...base(uri, draft, scope, cycleOf(uri, draft, values, making), values, making),
    keyResults: [],
    status: statusOf(values.status, draft.journal, making.today, null),
    type: values.type,
    supports: [],
    supportedBy: [],
    continues: null,
    weight: values.weight,
    with: peopleOf(uri, values.with),
    watchedBy: [],
  };
  if (scope && scope !== 'unknown') scope.objectives.push(objective);
  return objective;
}

/** A key result without its key and links; owner and status are its objective's where it has none of its own. */
export function makeKeyResult(
  uri: string,
  draft: ItemDraft,
  objective: OpenObjective | null,
  making: Making,
): OpenKeyResult {
  const values = valuesOf(draft.properties);
  const scope = scopeOf(draft, making.scopes);
  const cycle = objective ? objective.cycle : cycleOf(uri, draft, values, making);
  const item = base(uri, draft, scope, cycle, values, making);
  const inherited = objective?.owner ? { ...objective.owner, inherited: true } : null;
  const keyResult: OpenKeyResult = {
    kind: 'kr',
    ...item,
    owner: item.owner ?? inherited,
    objective,
    status: statusOf(values.status, draft.journal, making.today, objective?.status ?? null),
    supports: [],
    supportedBy: [],
    continues: null,
    measures: null,
    weight: values.weight,
    with: peopleOf(uri, values.with),
  };
  objective?.keyResults.push(keyResult);
  return keyResult;
}

/** A KPI without its key and links. */
export function makeKpi(uri: string, draft: ItemDraft, making: Making): OpenKpi {
  const values = valuesOf(draft.properties);
  const scope = scopeOf(draft, making.scopes);
  const cycle = cycleOf(uri, draft, values, making);
  const kpi: OpenKpi = {
    kind: 'kpi',
    ...base(uri, draft, scope, cycle, values, making),
    declarations: [declarationOf(uri, draft, cycle)],
    watches: [],
    measuredBy: [],
  };
  if (scope && scope !== 'unknown') scope.kpis.push(kpi);
  return kpi;
}

function declarationOf(uri: string, draft: ItemDraft, cycle: CycleOf): OpenKpi['declarations'][number] {
  return { uri, block: draft.block, header: draft.header, cycle, target: useOf(draft.properties, 'target') };
}

/**
 * Adds another header of a KPI to the first: its readings, its notes, its properties behind those there are. Gives back
 * the cycle that the header stands in.
 */
export function reopenKpi(kpi: OpenKpi, uri: string, draft: ItemDraft, making: Making): CycleOf {
  const values = valuesOf(draft.properties);
  const cycle = cycleOf(uri, draft, values, making);
  kpi.declarations.push(declarationOf(uri, draft, cycle));
  if (kpi.title === '') kpi.title = draft.header.title.text;
  kpi.owner ??= ownerOf(uri, values.owner, useOf(draft.properties, 'owner'), making);
  if (draft.journal.length > 0) kpi.journal = inOrder([...kpi.journal, ...draft.journal]);
  if (draft.notes.length > 0) kpi.notes = [...kpi.notes, ...notesOf(uri, draft)];
  if (draft.suppressions.length > 0) kpi.suppressions = [...kpi.suppressions, ...draft.suppressions];
  if (values.tags.length > 0) kpi.tags = [...new Set([...kpi.tags, ...values.tags])];
  const properties = new Map(kpi.properties);
  for (const [name, uses] of draft.properties) properties.set(name, [...(properties.get(name) ?? NONE), ...uses]);
  kpi.properties = properties;
  return cycle;
}

/** True where nothing of the item's place in the plan is in doubt, so that its id must be its own. */
export function isPlaced(item: OpenItem): boolean {
  return item.scope !== 'unknown' && (item.kind === 'kpi' || item.cycle !== 'unknown');
}
