import { said } from '../syntax/said.ts';
import { suggestedHandle } from '../measure/people.ts';
import type { Calendar } from './cycles.ts';
import type { ItemDraft } from './drafts.ts';
import { useOf } from './item-values.ts';
import { badValue, problemIn } from './local-problem.ts';
import { personOf } from './people.ts';
import type { CycleOf, Note, OwnerOf, PlanProblem, ScopeOf } from './plan.ts';
import { plainName } from './read-value.ts';
import type { Scopes } from './scopes.ts';

/** What an item's own lines say of its place in the plan and of who answers for it. */

const NONE: readonly never[] = [];

export function scopeOf(draft: ItemDraft, scopes: Scopes): ScopeOf {
  if (draft.scope === null || draft.scope === 'unknown') return draft.scope;
  return scopes.byKey.get(draft.scope.key) ?? 'unknown';
}

/** The cycle of the file, or the one that `during` says instead. */
export function cycleOf(uri: string, { cycle, values: { during } }: ItemDraft, calendar: Calendar): CycleOf {
  if (during) {
    const named = calendar.named(during.value.text, uri);
    return named.start === null ? 'unknown' : named;
  }
  if (cycle === null || cycle === 'unknown') return cycle;
  return cycle.name ? calendar.named(cycle.name.text, uri) : 'unknown';
}

/** What is wrong with a `during:` line; null where nothing is. */
export function undeclared(uri: string, { values: { during } }: ItemDraft, calendar: Calendar): PlanProblem | null {
  if (!during || calendar.named(during.value.text, uri).start !== null) return null;
  const { value: text, block } = during;
  return {
    rule: 'OKR006',
    severity: 'error',
    message: said`"${text.text}" is no calendar period, and no line declares a cycle of that name.`,
    place: { uri, block, span: text },
    related: [],
    fixes: [],
  };
}

/**
 * Who an `owner` value means: a handle is a person; any other name is the scope that bears it, else a person, with a hint
 * that offers the handle.
 */
export function ownerOf(
  uri: string,
  { values: { owner }, properties }: ItemDraft,
  scopes: Scopes,
): { readonly owner: OwnerOf | null; readonly problem: PlanProblem | null } {
  if (!owner) return NOBODY;
  const { value, block } = owner;
  const scope = value.handle === null ? scopes.find(value.name) : null;
  if (scope && scope.kind !== 'person') {
    const place = { uri, block, span: value.text };
    return { owner: { kind: 'scope', scope, place, inherited: false }, problem: null };
  }
  const person: OwnerOf = { kind: 'person', person: personOf(uri, owner), inherited: false };
  // A line such as "Team: Sales" has its own error already, and names no person.
  if (value.handle !== null || useOf(properties, 'owner')?.line.name.text.toLowerCase() !== 'owner') {
    return { owner: person, problem: null };
  }
  const handle = scope ? scope.id : suggestedHandle(value.name);
  return { owner: person, problem: problemIn(uri, badValue(block, plainName(value, handle))) };
}

const NOBODY = { owner: null, problem: null };

export function notesOf(uri: string, { notes }: ItemDraft): readonly Note[] {
  return notes.length === 0 ? NONE : notes.map(({ text, block, span }) => ({ text, place: { uri, block, span } }));
}
