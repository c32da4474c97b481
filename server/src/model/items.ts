import { suggestedHandle } from '../measure/people.ts';
import type { Calendar } from './cycles.ts';
import type { ItemDraft } from './drafts.ts';
import { useOf } from './item-values.ts';
import { inOrder } from './journal.ts';
import { badValue, problemIn } from './local-problem.ts';
import type { OpenKeyResult, OpenKpi, OpenObjective, OpenScope } from './open-items.ts';
import { peopleOf, personOf } from './people.ts';
import type { CycleOf, Note, OwnerOf, PlanProblem } from './plan.ts';
import { plainName } from './read-value.ts';
import type { Scopes } from './scopes.ts';
import { statusOf } from './status.ts';

/** What is needed to make items of drafts. */
export interface Making {
  readonly today: string;
  readonly calendar: Calendar;
  readonly scopes: Scopes;
  readonly report: (problem: PlanProblem) => void;
}

const NONE: readonly never[] = [];

export function scopeOf(draft: ItemDraft, scopes: Scopes): OpenScope | 'unknown' | null {
  if (draft.scope === null || draft.scope === 'unknown') return draft.scope;
  return scopes.byDraft.get(draft.scope) ?? 'unknown';
}

/** The cycle of the file, or the one that `during` says instead. */
export function cycleOf(uri: string, draft: ItemDraft, making: Making): CycleOf {
  const { during } = draft.values;
  if (!during) {
    if (draft.cycle === null || draft.cycle === 'unknown') return draft.cycle;
    return draft.cycle.name ? making.calendar.named(draft.cycle.name.text) : 'unknown';
  }
  const { value: text, block } = during;
  const cycle = making.calendar.named(text.text);
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

/**
 * Who an `owner` value means: a handle is a person; any other name is the scope that bears it, else a person, with a hint
 * that offers the handle.
 */
function ownerOf(uri: string, { values, properties }: ItemDraft, making: Making): OwnerOf | null {
  const { owner } = values;
  if (!owner) return null;
  const { value, block } = owner;
  const scope = value.handle === null ? making.scopes.find(value.name) : null;
  if (scope && scope.kind !== 'person') {
    return { kind: 'scope', scope, place: { uri, block, span: value.text }, inherited: false };
  }
  // A line such as "Team: Sales" has its own error already, and names no person.
  if (value.handle === null && useOf(properties, 'owner')?.line.name.text.toLowerCase() === 'owner') {
    const handle = scope ? scope.id : suggestedHandle(value.name);
    making.report(problemIn(uri, badValue(block, plainName(value, handle))));
  }
  return { kind: 'person', person: personOf(uri, owner), inherited: false };
}

/** The owner that a key result has from its objective. */
function inherited(objective: OpenObjective | null): OwnerOf | null {
  const owner = objective?.owner;
  return owner ? { ...owner, inherited: true } : null;
}

function notesOf(uri: string, draft: ItemDraft): readonly Note[] {
  if (draft.notes.length === 0) return NONE;
  return draft.notes.map(({ text, block, span }) => ({ text, place: { uri, block, span } }));
}

// The fields are written out three times below: objects made by spreading are several times slower to make.

/** An objective without its links. */
export function makeObjective(
  uri: string,
  draft: ItemDraft,
  scope: OpenObjective['scope'],
  cycle: CycleOf,
  key: string,
  making: Making,
): OpenObjective {
  const { header, values, traits } = draft;
  return {
    kind: 'objective',
    key,
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
    owner: ownerOf(uri, draft, making),
    tags: values.tags,
    keyResults: [],
    status: statusOf(values.status, traits.states ? draft.journal : NONE, making.today, null),
    type: values.type,
    supports: [],
    supportedBy: [],
    continues: null,
    weight: values.weight,
    with: peopleOf(uri, values.with),
    watchedBy: [],
  };
}

/** A key result without its links; owner and status are its objective's where it has none of its own. */
export function makeKeyResult(
  uri: string,
  draft: ItemDraft,
  objective: OpenObjective | null,
  scope: OpenKeyResult['scope'],
  cycle: CycleOf,
  key: string,
  making: Making,
): OpenKeyResult {
  const { header, values, traits } = draft;
  return {
    kind: 'kr',
    key,
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
    owner: ownerOf(uri, draft, making) ?? inherited(objective),
    tags: values.tags,
    objective,
    status: statusOf(values.status, traits.states ? draft.journal : NONE, making.today, objective?.status ?? null),
    supports: [],
    supportedBy: [],
    continues: null,
    measures: null,
    weight: values.weight,
    with: peopleOf(uri, values.with),
  };
}

/** A KPI without its links. */
export function makeKpi(
  uri: string,
  draft: ItemDraft,
  scope: OpenKpi['scope'],
  cycle: CycleOf,
  key: string,
  making: Making,
): OpenKpi {
  const { header, values } = draft;
  return {
    kind: 'kpi',
    key,
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
    owner: ownerOf(uri, draft, making),
    tags: values.tags,
    declarations: [declarationOf(uri, draft, cycle)],
    watches: [],
    measuredBy: [],
  };
}

function declarationOf(uri: string, draft: ItemDraft, cycle: CycleOf): OpenKpi['declarations'][number] {
  return { uri, block: draft.block, header: draft.header, cycle, target: useOf(draft.properties, 'target') };
}

/** Adds another header of a KPI to the first: its readings, its notes, its properties behind those there are. */
export function reopenKpi(kpi: OpenKpi, uri: string, draft: ItemDraft, cycle: CycleOf, making: Making): void {
  kpi.declarations.push(declarationOf(uri, draft, cycle));
  if (kpi.title === '') kpi.title = draft.header.title.text;
  kpi.owner ??= ownerOf(uri, draft, making);
  if (draft.journal.length > 0) kpi.journal = inOrder([...kpi.journal, ...draft.journal]);
  if (draft.notes.length > 0) kpi.notes = [...kpi.notes, ...notesOf(uri, draft)];
  if (draft.suppressions.length > 0) kpi.suppressions = [...kpi.suppressions, ...draft.suppressions];
  if (draft.values.tags.length > 0) kpi.tags = [...new Set([...kpi.tags, ...draft.values.tags])];
  const properties = new Map(kpi.properties);
  for (const [name, uses] of draft.properties) properties.set(name, [...(properties.get(name) ?? NONE), ...uses]);
  kpi.properties = properties;
}
