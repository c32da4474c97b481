import type { Block } from '../syntax/tree.ts';
import { calendarOf } from './cycles.ts';
import type { Calendar, CycleUse } from './cycles.ts';
import type { Family } from './family.ts';
import type { OpenScope } from './open-items.ts';
import type { PlanProblem, PlanSettings, Scope } from './plan.ts';
import { joiningScopes } from './scopes.ts';
import type { OpeningIn, ScopeContents, Scopes } from './scopes.ts';

/** What all items of a plan stand in: its cycles and scopes. `problems` are by the block they stand in. */
export interface Frame {
  readonly calendar: Calendar;
  readonly scopes: Scopes;
  readonly problems: ReadonlyMap<Block, readonly PlanProblem[]>;
}

/** Whether a family has a part in the frame. */
export function bearsFrame({ draft }: Family): boolean {
  return draft.scopes.length > 0 || draft.cycles.length > 0 || draft.items.some(({ values }) => values.during !== null);
}

/** The frame of no families. */
export function emptyFrame(settings: PlanSettings): Frame {
  const scopes: Scopes = { all: [], byKey: new Map(), find: () => null, problems: [] };
  return { calendar: calendarOf([], settings), scopes, problems: new Map() };
}

/**
 * Makes the frame of all families, in the order of the plan, in steps. A cycle that `before` has as well stays the same
 * object.
 */
export function* framing(
  families: readonly Family[],
  settings: PlanSettings,
  contents: ScopeContents,
  before: Frame,
): Generator<void, Frame> {
  const cycles: CycleUse[] = [];
  const openings: OpeningIn[] = [];
  for (const { uri, draft } of families) {
    for (const { header, block } of draft.cycles) cycles.push({ uri, header, block });
    for (const scope of draft.scopes) openings.push({ uri, draft: scope });
  }
  yield;
  const calendar = calendarOf(cycles, settings, before.calendar.byKey);
  for (const { uri, draft } of families) {
    for (const { values } of draft.items) if (values.during) calendar.named(values.during.value.text, uri);
  }
  yield;
  const scopes = yield* joiningScopes(openings, contents);
  const problems = new Map<Block, PlanProblem[]>();
  for (const problem of [...calendar.problems, ...scopes.problems]) {
    const known = problems.get(problem.place.block);
    if (known) known.push(problem);
    else problems.set(problem.place.block, [problem]);
  }
  return { calendar, scopes, problems };
}

/**
 * The new frame with the scopes of the old one in it, where the two say the same of everything but the places in the text;
 * null where they differ, so that whatever stands in them is to be looked at again.
 */
export function carriedOver(before: Frame, after: Frame): Frame | null {
  if (before.calendar.byKey.size !== after.calendar.byKey.size) return null;
  for (const [key, cycle] of after.calendar.byKey) if (before.calendar.byKey.get(key) !== cycle) return null;
  const [old, now] = [before.scopes.all, after.scopes.all];
  if (old.length !== now.length || !now.every((scope, index) => sameScope(old[index], scope))) return null;
  now.forEach((scope, index) => {
    const kept = old[index];
    if (kept) takePlaces(kept, scope, before.scopes);
  });
  return { ...after, scopes: { ...before.scopes, problems: after.scopes.problems } };
}

function sameScope(a: Scope | undefined, b: Scope): boolean {
  if (a === undefined || a.key !== b.key || a.title !== b.title || a.parent?.key !== b.parent?.key) return false;
  if (a.parentLink?.target?.key !== b.parentLink?.target?.key) return false;
  const untouched =
    a.properties === b.properties &&
    a.headers.length === b.headers.length &&
    a.headers.every(({ uri, header }, index) => b.headers[index]?.header === header && b.headers[index].uri === uri);
  if (untouched) return true;
  // Directives above one opening of a scope speak of the others as well.
  if (b.headers.length > 1 && a.suppressions.length + b.suppressions.length > 0) return false;
  return said(a) === said(b);
}

/** All that a scope says, without where. */
function said({ kind, id, parentLink, headers, properties, lead, members }: Scope): string {
  const people = [...lead, ...members].map(({ handle, name }) => [handle, name]);
  const lines = [...properties].map(([name, uses]) => [name, uses.map(({ line }) => line.value.text)]);
  const openings = headers.map(({ uri, header }) => [uri, header.header]);
  return JSON.stringify([kind, id, parentLink === null, openings, people, lines]);
}

function takePlaces(kept: OpenScope, now: OpenScope, scopes: Scopes): void {
  kept.headers = now.headers;
  kept.properties = now.properties;
  kept.lead = now.lead;
  kept.members = now.members;
  kept.suppressions = now.suppressions;
  const { parentLink } = now;
  const target = parentLink?.target ? (scopes.byKey.get(parentLink.target.key) ?? null) : null;
  kept.parentLink = parentLink && { ...parentLink, target, candidates: target ? [target] : [] };
}
