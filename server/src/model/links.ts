import type { Said, SaidArgument } from '../syntax/said.ts';
import { english, joined, said } from '../syntax/said.ts';
import type { Reference } from '../syntax/references.ts';
import { slug } from '../syntax/slug.ts';
import { contains } from './cycles.ts';
import { idKey } from './keys.ts';
import type { Item, Link, Place, PlanFix, PlanProblem } from './plan.ts';
import { pathOf } from './resolve.ts';
import type { Resolution, Standpoint } from './resolve.ts';

/** `acme.loyalty@2026-Q3`: a reference as it is written. */
export function referenceText(reference: Reference): string {
  return reference.parts.map((part) => part.text).join('.') + (reference.cycle ? `@${reference.cycle.text}` : '');
}

/** The link that a resolution makes, with its target typed as the property has it. */
export function linkOf<T>(reference: Reference, place: Place, resolution: Resolution<T>): Link<T> {
  const { target, candidates } = resolution;
  return { reference, place, target, candidates };
}

/**
 * How an item would be referred to from a standpoint: its ids joined by dots, with its cycle where it is another one that
 * is not found without. Null where it has no id.
 */
export function referenceTo(item: Item, from: Standpoint): string | null {
  if (item.id === null) return null;
  const path = pathOf(item).join('.');
  if (item.kind === 'kpi' || !item.cycle || item.cycle === 'unknown') return path;
  const found =
    item.cycle === from.cycle || (from.cycle && from.cycle !== 'unknown' && contains(item.cycle, from.cycle));
  return found ? path : `${path}@${item.cycle.name}`;
}

const KINDS: Readonly<Record<Item['kind'], Said>> = {
  objective: said`objective`,
  kr: said`key result`,
  kpi: said`KPI`,
};

function kindNames(kinds: readonly Item['kind'][]): SaidArgument {
  return eitherOf(kinds.map((kind) => KINDS[kind]));
}

/** `a or b or c`. */
function eitherOf(names: readonly SaidArgument[]): SaidArgument {
  return names.slice(1).reduce<SaidArgument>((some, name) => said`${some} or ${name}`, names[0] ?? '');
}

/** How messages name an item that was found: its kind, and its title. */
export function itemName(item: Item): Said {
  return said`${KINDS[item.kind]} "${item.title || item.id || item.label || ''}"`;
}

/** Where an item is named: its id, else its title. */
export function nameOf(item: Item): Place {
  return { uri: item.uri, block: item.block, span: item.header.id ?? item.header.title };
}

function replace(place: Place, newText: string, safe: boolean): PlanFix {
  return { title: said`Write ${newText}`, safe, edits: [{ place, newText }] };
}

/** What bears an id, and the ids nearest to one that nothing bears; both in lower case. */
export interface Lookup {
  bearing(id: string): readonly Item[];
  nearest(id: string): readonly string[];
}

/** What is wrong with a link: it fits several, leads nowhere, or rests on a number. Null where nothing is. */
export function linkProblem<T extends Item>(
  link: Link<T>,
  resolution: Resolution<T>,
  from: Standpoint,
  kinds: readonly Item['kind'][],
  lookup: Lookup,
): PlanProblem | null {
  if (resolution.byLabel && link.target) return numbered(link.place, link.target, from);
  if (link.target) return null;
  if (link.candidates.length > 0) return resolution.vague ? null : ambiguous(link, from);
  return dangling(link, from, kinds, lookup);
}

/** How many of the items are listed that an ambiguous reference may mean: every team may have one of that name. */
const MOST_LISTED = 8;

function ambiguous<T extends Item>({ reference, place, candidates }: Link<T>, from: Standpoint): PlanProblem {
  const written = referenceText(reference);
  const names = candidates.map((item) => referenceTo(item, from) ?? itemName(item));
  const counts = new Map<SaidArgument, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const listed = candidates.slice(0, MOST_LISTED);
  const better = names
    .slice(0, MOST_LISTED)
    .flatMap((name) => (typeof name === 'string' && name !== written && counts.get(name) === 1 ? [name] : []));
  const list = joined(apart(listed, names), ', ');
  const more = candidates.length - listed.length;
  return {
    rule: 'OKR006',
    severity: 'error',
    message: said`"${written}" fits several equally well: ${more > 0 ? said`${list} and ${more} more` : list}. Say which one is meant.`,
    place,
    related: listed.map((item) => ({ place: nameOf(item), message: itemName(item) })),
    fixes: better.map((name) => replace(place, name, false)),
  };
}

/** What tells items of one name apart, the nearest first. */
const MARKS: readonly ((item: Item) => Said | null)[] = [
  ({ scope }) => (scope && scope !== 'unknown' ? said`of ${scope.title || scope.id}` : null),
  ({ cycle }) => (cycle && cycle !== 'unknown' ? said`in ${cycle.name}` : null),
  ({ title }) => (title === '' ? null : said`"${title}"`),
  ({ uri }) => said`in ${uri.slice(uri.lastIndexOf('/') + 1)}`,
];

/** Names of items; those that several have with what differs: scope, cycle, title or file, else whatever they do not share. */
function apart(items: readonly Item[], names: readonly SaidArgument[]): readonly SaidArgument[] {
  const texts = names.map((name) => (typeof name === 'object' ? english(name) : name));
  return items.map((item, index): SaidArgument => {
    const name = names[index] ?? '';
    const alike = items.filter((_, other) => texts[other] === texts[index]);
    if (alike.length === 1) return name;
    const kinds = (mark: (typeof MARKS)[number]): number => new Set(alike.map((each) => textOf(mark(each)))).size;
    const one = MARKS.find((mark) => kinds(mark) === alike.length);
    const marks = one ? [one] : MARKS.filter((mark) => kinds(mark) > 1);
    const telling = marks.flatMap((mark) => mark(item) ?? []);
    return telling.length === 0 ? name : said`${name} (${joined(telling, ', ')})`;
  });
}

function textOf(phrase: Said | null): string {
  return phrase === null ? '' : english(phrase);
}

/** A link by number, which changes meaning when an item is inserted. */
function numbered(place: Place, target: Item, from: Standpoint): PlanProblem {
  const written = referenceTo(target, from);
  const { header } = target;
  const id = slug(target.title).split('-').slice(0, 3).join('-');
  const fixes: PlanFix[] = [];
  if (written) fixes.push(replace(place, written, true));
  else if (header.number && id) {
    const before = target.block.text[header.number.from - 1] ?? ' ';
    const gap = /[\s#]/.test(before) ? '' : ' ';
    fixes.push({
      title: said`Give ${itemName(target)} the id ${id} and write that`,
      safe: false,
      edits: [
        { place: { uri: target.uri, block: target.block, span: header.number }, newText: gap + id },
        { place, newText: id },
      ],
    });
  }
  return {
    rule: 'OKR006',
    severity: 'hint',
    message: said`A number leads to another item when one is inserted above. Give ${itemName(target)} an id and refer to that.`,
    place,
    related: [{ place: nameOf(target), message: itemName(target) }],
    fixes,
  };
}

const MOST_OFFERED = 3;

function dangling(link: Link<Item>, from: Standpoint, kinds: readonly Item['kind'][], lookup: Lookup): PlanProblem {
  const written = referenceText(link.reference);
  const last = idKey(link.reference.parts[link.reference.parts.length - 1]?.text ?? '');
  const names = new Set<string>();
  for (const id of [last, ...lookup.nearest(last)]) {
    for (const item of lookup.bearing(id)) {
      // What is not looked at need not be followed either: every team may have an id of this name.
      if (names.size === MOST_OFFERED) break;
      const name = item === from.self || !kinds.includes(item.kind) ? null : referenceTo(item, from);
      if (name !== null && name !== written) names.add(name);
    }
  }
  const itself = names.size === 0 && from.self?.id && idKey(from.self.id) === last;
  const where = link.reference.cycle ? said` in cycle ${link.reference.cycle.text}` : '';
  const offer = names.size > 0 ? said` Was ${eitherOf([...names])} meant?` : '';
  return {
    rule: 'OKR006',
    severity: 'error',
    message: itself
      ? said`"${written}" is this item itself, which cannot refer to itself.`
      : said`No ${kindNames(kinds)}${where} is found as "${written}".${offer}`,
    place: link.place,
    related: [],
    fixes: [...names].map((name) => replace(link.place, name, names.size === 1)),
  };
}
