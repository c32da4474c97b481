import { familySlots } from '../model/memory.ts';
import type { Cycle, Item, Link, Place, Plan, PlanFamily, Scope } from '../model/plan.ts';
import { valueOf } from '../model/values.ts';
import type { PersonValue } from '../model/values.ts';
import { readReference } from '../syntax/references.ts';
import type { Block, HeaderLine, Line, PropertyLine, Span, Text } from '../syntax/tree.ts';
import { holderOf, openingsIn, touches } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { cycleCalled, isByTitle, isCalendarName, keyOf, scopeCalled, scopeWithId } from './scope-names.ts';

/**
 * What a name of a plan stands for. Two are the same where their `subject` is. A person with a `person` header is that
 * scope; of any other the subject is the name as it is compared, with `@` before a handle.
 */
export type Entity =
  | { readonly kind: 'item'; readonly subject: Item }
  | { readonly kind: 'scope'; readonly subject: Scope }
  | { readonly kind: 'cycle'; readonly subject: Cycle }
  | { readonly kind: 'person'; readonly subject: string; readonly handle: string | null; readonly name: string };

/** A place where something is named. */
export interface Occurrence {
  /** What it stands for: several where a reference is ambiguous. */
  readonly entities: readonly Entity[];
  /** The name alone: one part of a dotted reference, a handle without its `@`. */
  readonly place: Place;
  /** True in a header, which declares what it names or opens it again. */
  readonly declares: boolean;
  /** What is written there; a title and a number stay when the id changes. */
  readonly by: 'id' | 'title' | 'number';
}

/** All names of one file in the order of the text. Empty for an unknown file. */
export function occurrencesIn(plan: Plan, uri: string): readonly Occurrence[] {
  return plan.documents.get(uri)?.families.flatMap((family) => namesIn(plan, family)) ?? [];
}

const slot = familySlots.take();

/** The names of a family in the order of the text: the same list as long as none of them stands for something else. */
export function namesIn(plan: Plan, family: PlanFamily): readonly Occurrence[] {
  return family.recall(slot, () => namesOf(plan, family));
}

/** All places of the workspace that name one of these, file by file. */
export function occurrencesOf(plan: Plan, entities: readonly Entity[]): readonly Occurrence[] {
  return [...plan.documents.keys()].flatMap((uri) => occurrencesOfIn(plan, entities, uri));
}

/** The places of one file that name one of these. */
export function occurrencesOfIn(plan: Plan, entities: readonly Entity[], uri: string): readonly Occurrence[] {
  const subjects = new Set(entities.map(({ subject }) => subject));
  return occurrencesIn(plan, uri).filter((each) => each.entities.some(({ subject }) => subjects.has(subject)));
}

/** The name that the cursor is on or directly behind. */
export function nameAt(cursor: Cursor): Occurrence | null {
  const { placed, offset } = cursor;
  if (placed === null) return null;
  const at = offset - placed.start;
  const around = ({ place: { span } }: Occurrence): boolean =>
    touches(span, at) || (at === span.from - 1 && placed.block.text[at] === '@');
  return namesAround(cursor).find(around) ?? null;
}

/** What the cursor is on: a name, or anywhere in a header what that opens, by title as well as by id. */
export function symbolAt(cursor: Cursor): Occurrence | null {
  const { placed, offset } = cursor;
  const named = nameAt(cursor);
  if (placed === null || named !== null) return named;
  const { line } = placed;
  if (line.kind !== 'header' || offset - placed.start < line.content) return null;
  return namesAround(cursor).find(({ declares }) => declares) ?? null;
}

/** The names in the line of a cursor, without a look at the rest of the file. */
function namesAround({ plan, document, placed, item, scope }: Cursor): readonly Occurrence[] {
  if (placed === null) return [];
  const { block, line } = placed;
  const { uri } = document;
  const opened = openingsIn(document, block).find(({ header }) => header === line)?.subject ?? null;
  const holders = [item === null ? null : holderOf(item, line), scope].filter((subject) => subject !== null);
  return namesOfLine(plan, { uri, block }, line, opened, linksOf(uri, holders));
}

function namesOf(plan: Plan, { uri, blocks, openings }: PlanFamily): readonly Occurrence[] {
  const opened = new Map(openings.map(({ header, subject }) => [header, subject]));
  const links = linksOf(
    uri,
    [...new Set(opened.values())].filter((subject) => subject !== null),
  );
  return blocks.flatMap((block) =>
    block.lines.flatMap((line) => {
      const subject = line.kind === 'header' ? (opened.get(line) ?? null) : null;
      return namesOfLine(plan, { uri, block }, line, subject, links);
    }),
  );
}

/** The names in one line, where a header opens `opened`. */
function namesOfLine(
  plan: Plan,
  where: Where,
  line: Line,
  opened: Item | Scope | null,
  links: Links,
): readonly Occurrence[] {
  switch (line.kind) {
    case 'header':
      return inHeader(plan, where, line, opened);
    case 'property':
      return inProperty(plan, where, line, links);
    case 'initiative':
      return line.people.map((text) => handle(plan, where, text));
    case 'blank':
    case 'comment':
    case 'directive':
    case 'note':
    case 'label':
    case 'entry':
    case 'error':
      return [];
  }
}

type Where = Pick<Place, 'uri' | 'block'>;

function inHeader(plan: Plan, where: Where, header: HeaderLine, subject: Item | Scope | null): readonly Occurrence[] {
  if (header.header === 'cycle') {
    const { name } = header;
    const cycle = name && cycleCalled(plan, name.text, where.uri);
    if (name === null || cycle === null) return [];
    const declares = header.start !== null || isCalendarName(name.text);
    return [{ entities: [{ kind: 'cycle', subject: cycle }], place: { ...where, span: name }, declares, by: 'id' }];
  }
  if (subject === null) return [];
  const titled = header.title !== null && header.title.text !== '' ? header.title : header.keyword;
  const place = { ...where, span: header.id ?? titled };
  return [{ entities: [entityOf(subject)], place, declares: true, by: header.id === null ? 'title' : 'id' }];
}

/** The item or scope as an entity. */
export function entityOf(subject: Item | Scope): Entity {
  return 'headers' in subject ? { kind: 'scope', subject } : { kind: 'item', subject };
}

function inProperty(plan: Plan, where: Where, line: PropertyLine, links: Links): readonly Occurrence[] {
  const { property, value } = line;
  switch (property) {
    case 'owner': {
      const person = valueOf(line, 'person')?.person;
      return person === undefined ? [] : [personOrScope(plan, where, person, scopeCalled(plan, person.name))];
    }
    case 'with':
    case 'lead':
    case 'members':
      return (valueOf(line, 'people')?.people ?? []).map((person) => {
        const scope = scopeCalled(plan, person.name);
        return personOrScope(plan, where, person, scope?.kind === 'person' ? scope : null);
      });
    case 'parent': {
      const scope = valueOf(line, 'scope') === null ? null : scopeCalled(plan, value.text);
      return scope === null ? [] : [ofScope(where, value, scope)];
    }
    case 'during': {
      return ofCycle(plan, where, value);
    }
    case 'supports':
    case 'for':
      return line.parts.flatMap((part) => inReference(plan, where, part, linkAt(links, where.block, part)));
    case 'continues':
    case 'measures':
    case 'north star':
      return inReference(plan, where, value, linkAt(links, where.block, value));
    default:
      return [];
  }
}

function ofCycle(plan: Plan, where: Where, name: Text): readonly Occurrence[] {
  const cycle = cycleCalled(plan, name.text, where.uri);
  if (cycle === null) return [];
  const entities: readonly Entity[] = [{ kind: 'cycle', subject: cycle }];
  return [{ entities, place: { ...where, span: name }, declares: false, by: 'id' }];
}

function ofScope(where: Where, name: Text, scope: Scope): Occurrence {
  const by = isByTitle(scope, name.text) ? 'title' : 'id';
  return { entities: [entityOf(scope)], place: { ...where, span: name }, declares: false, by };
}

function personOrScope(plan: Plan, where: Where, person: PersonValue, scope: Scope | null): Occurrence {
  if (person.handle !== null) return handle(plan, where, person.text);
  if (scope !== null) return ofScope(where, person.text, scope);
  const entity: Entity = { kind: 'person', subject: keyOf(person.name), handle: null, name: person.name };
  return { entities: [entity], place: { ...where, span: person.text }, declares: false, by: 'id' };
}

/** `@ana`: the `person` of that id, where there is one. */
function handle(plan: Plan, where: Where, { text, from, to }: Text): Occurrence {
  const name = text.slice(1);
  const scope = scopeWithId(plan, name);
  const entity: Entity =
    scope?.kind === 'person' ? entityOf(scope) : { kind: 'person', subject: `@${keyOf(name)}`, handle: name, name };
  return { entities: [entity], place: { ...where, span: { from: from + 1, to } }, declares: false, by: 'id' };
}

type Links = ReadonlyMap<Block, readonly Link<Item>[]>;

/** The links of these that are written in a file, by their block. */
function linksOf(uri: string, subjects: readonly (Item | Scope)[]): Links {
  const links = new Map<Block, Link<Item>[]>();
  for (const subject of subjects) {
    const written = 'headers' in subject ? northStarsOf(subject, uri) : linksFrom(subject);
    for (const link of written) {
      if (link.place.uri !== uri) continue;
      const known = links.get(link.place.block);
      if (known === undefined) links.set(link.place.block, [link]);
      else known.push(link);
    }
  }
  return links;
}

/** A scope that is opened again may say its north star again: the same words mean the same. */
function northStarsOf({ northStar, properties }: Scope, uri: string): readonly Link<Item>[] {
  if (northStar === null) return [];
  const first = northStar.place.block.text.slice(northStar.place.span.from, northStar.place.span.to);
  const uses = properties.get('north star') ?? [];
  return uses
    .filter(({ line }) => line.value.text === first)
    .flatMap(({ line, block }) => {
      const reference = readReference(line.value);
      return reference === null ? [] : [{ ...northStar, reference, place: { uri, block, span: line.value } }];
    });
}

/** What an item refers to. */
export function linksFrom(subject: Item): readonly Link<Item>[] {
  switch (subject.kind) {
    case 'objective':
      return subject.continues === null ? subject.supports : [...subject.supports, subject.continues];
    case 'kr':
      return [...subject.supports, subject.continues, subject.measures].filter((link) => link !== null);
    case 'kpi':
      return subject.watches;
  }
}

function linkAt(links: Links, block: Block, { from }: Span): Link<Item> | null {
  return links.get(block)?.find(({ place }) => place.span.from === from) ?? null;
}

/** Each part of a reference stands for what it leads through: `support.csat.rating@2026-Q3` names four. */
function inReference(plan: Plan, where: Where, text: Text, link: Link<Item> | null): readonly Occurrence[] {
  const reference = link?.reference ?? readReference(text);
  if (reference === null) return [];
  const { parts, cycle } = reference;
  const targets = link === null ? [] : link.target === null ? link.candidates : [link.target];
  const ways = targets.map(wayTo);
  const last = parts.at(-1);
  const byNumber = ways.length > 0 && ways.every((way) => way.at(-1)?.key !== keyOf(last?.text ?? ''));
  if (byNumber) {
    const entities = targets.map(entityOf);
    return [{ entities, place: { ...where, span: text }, declares: false, by: 'number' }];
  }
  const named = parts.flatMap((part, index): readonly Occurrence[] => {
    const entities = new Map(
      ways.flatMap((way) => {
        const step = way[way.length - parts.length + index];
        return step === undefined ? [] : [[step.entity.subject, step.entity]];
      }),
    );
    if (entities.size > 0) {
      return [{ entities: [...entities.values()], place: { ...where, span: part }, declares: false, by: 'id' }];
    }
    // A reference that leads nowhere still names the scope in front of its first dot.
    const scope = index === 0 && parts.length > 1 ? scopeWithId(plan, part.text) : null;
    return scope === null ? [] : [ofScope(where, part, scope)];
  });
  return cycle === null ? named : [...named, ...ofCycle(plan, where, cycle)];
}

interface Step {
  readonly key: string;
  readonly entity: Entity;
}

/** What a full reference to an item leads through, outermost first; what has no id is left out. */
function wayTo(item: Item): readonly Step[] {
  const way: Step[] = [];
  const { scope } = item;
  if (scope !== null && scope !== 'unknown') way.push({ key: scope.key, entity: entityOf(scope) });
  const objective = item.kind === 'kr' ? item.objective : null;
  for (const each of [objective, item]) {
    if (each?.id != null) way.push({ key: keyOf(each.id), entity: entityOf(each) });
  }
  return way;
}
