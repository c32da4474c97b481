import { readPerson } from '../measure/people.ts';
import { itemName } from '../model/links.ts';
import type { Item, Plan, Scope } from '../model/plan.ts';
import { readReference } from '../syntax/references.ts';
import { slug } from '../syntax/slug.ts';
import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { quoted } from '../syntax/text.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Entity } from './occurrences.ts';
import { isCalendarName, keyOf, scopeCalled, scopeWithId } from './scope-names.ts';

/** Why something cannot be renamed. */
interface Refusal {
  readonly refused: Said;
}

/** A new name as it is to be written in place of the old one, or why it cannot be. */
export type NewName = { readonly name: string } | Refusal;

/** Reads what the planner typed as a new name of an entity, without blanks at its ends. */
export function newNameOf(plan: Plan, entity: Entity, typed: string): NewName {
  const text = typed.trim().normalize('NFC');
  switch (entity.kind) {
    case 'item':
      return itemId(plan, entity.subject, text);
    case 'scope':
      return scopeId(plan, entity.subject, text);
    case 'cycle':
      return cycleName(plan, entity, text);
    case 'person':
      return entity.handle === null ? personName(plan, entity.subject, text) : personHandle(plan, entity.subject, text);
  }
}

/** An id, or why the text is none. */
function idOf(text: string): NewName {
  const reference = /\s/.test(text) ? null : readReference({ from: 0, to: text.length, text });
  if (reference?.parts.length === 1 && reference.cycle === null) return { name: text };
  const better = slug(text);
  return {
    refused:
      better === ''
        ? said`${quoted(text)} is no id. An id is letters, digits, - and _, and begins with no sign.`
        : said`${quoted(text)} is no id. An id is letters, digits, - and _, and begins with no sign, e.g. ${better}.`,
  };
}

function itemId(plan: Plan, item: Item, text: string): NewName {
  const id = idOf(text);
  if ('refused' in id) return id;
  const taken = besides(plan, item).find((other) => other !== item && other.id !== null && isSame(other.id, id.name));
  if (taken === undefined) return id;
  const other = itemName(taken);
  if (item.kind === 'kpi') return { refused: said`The id ${id.name} is taken: ${other} of the same scope has it.` };
  return {
    refused:
      item.kind === 'kr' && item.objective !== null
        ? said`The id ${id.name} is taken: ${other} of the same objective has it.`
        : said`The id ${id.name} is taken: ${other} of the same scope and cycle has it.`,
  };
}

/** The items among which an id must be the only one. */
function besides(plan: Plan, item: Item): readonly Item[] {
  switch (item.kind) {
    case 'objective':
      return plan.objectives.filter(({ scope, cycle }) => scope === item.scope && cycle === item.cycle);
    case 'kr':
      if (item.objective !== null) return item.objective.keyResults;
      return plan.keyResults.filter(
        ({ objective, scope, cycle }) => objective === null && scope === item.scope && cycle === item.cycle,
      );
    case 'kpi':
      return plan.kpis.filter(({ scope }) => scope === item.scope);
  }
}

function scopeId(plan: Plan, scope: Scope, text: string): NewName {
  const id = idOf(scope.kind === 'person' ? text.replace(/^@/, '') : text);
  if ('refused' in id) return id;
  const taken = scopeWithId(plan, id.name);
  if (taken !== null && taken !== scope) return oneOfTwo(`${taken.kind} ${taken.id}`);
  if (scope.kind === 'person' && taken === null && isNamed(plan, `@${keyOf(id.name)}`)) return oneOfTwo(`@${id.name}`);
  return id;
}

function oneOfTwo(other: string): Refusal {
  return { refused: said`There is ${other} already: the two would become one.` };
}

function cycleName(plan: Plan, { subject }: Extract<Entity, { kind: 'cycle' }>, text: string): NewName {
  const id = idOf(text);
  if ('refused' in id) return id;
  if (isCalendarName(id.name)) {
    return {
      refused: said`${id.name} is a period of the calendar, with days of its own. Give the cycle another name.`,
    };
  }
  const taken = plan.cycles.find(({ name }) => isSame(name, id.name));
  return taken !== undefined && taken !== subject ? oneOfTwo(`cycle ${taken.name}`) : id;
}

/** A handle is written behind the `@` that is there. */
function personHandle(plan: Plan, subject: string, text: string): NewName {
  const handle = readPerson(`@${text.replace(/^@/, '')}`)?.handle ?? null;
  if (handle === null) {
    return { refused: said`${quoted(text)} is no handle. A handle is letters, digits, dots, - and _, e.g. @ana.` };
  }
  return isTaken(plan, `@${keyOf(handle)}`, subject) ? oneOfTwo(`@${handle}`) : { name: handle };
}

/** Whoever has only a name may get another, or a handle. */
function personName(plan: Plan, subject: string, text: string): NewName {
  const person = readPerson(text);
  if (person === null || /,(?:\s|$)/.test(text)) {
    return { refused: said`${quoted(text)} is no name of one person. Write a name, or a handle such as @ana.` };
  }
  const scope = person.handle === null ? scopeCalled(plan, person.name) : scopeWithId(plan, person.name);
  if (scope !== null) return oneOfTwo(`${scope.kind} ${scope.id}`);
  const key = person.handle === null ? keyOf(person.name) : `@${keyOf(person.handle)}`;
  const name = person.handle === null ? person.name : `@${person.handle}`;
  return isTaken(plan, key, subject) ? oneOfTwo(name) : { name };
}

function isTaken(plan: Plan, key: string, subject: string): boolean {
  if (key === subject) return false;
  return isNamed(plan, key) || scopeWithId(plan, key.replace(/^@/, ''))?.kind === 'person';
}

/** Whether someone without a `person` header is named so anywhere. */
function isNamed(plan: Plan, key: string): boolean {
  return [...plan.documents.keys()].some((uri) =>
    occurrencesIn(plan, uri).some(({ entities }) => entities.some(({ subject }) => subject === key)),
  );
}

function isSame(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}
