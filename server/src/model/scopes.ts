import { said } from '../syntax/said.ts';
import { nearest } from '../syntax/nearest.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { slug } from '../syntax/slug.ts';
import type { Reference } from '../syntax/references.ts';
import type { ScopeDraft } from './drafts.ts';
import { headerName } from './document-problems.ts';
import { idKey } from './keys.ts';
import { loopThrough, loopsOf } from './loops.ts';
import type { Kpi, Link, Objective, PlanProblem, PropertyUse, Scope } from './plan.ts';
import { peopleOf } from './people.ts';
import type { OpenScope } from './open-items.ts';

export interface Scopes {
  readonly all: readonly OpenScope[];
  readonly byKey: ReadonlyMap<string, OpenScope>;
  /** By id, or by a title or its slug; null where there is none. */
  find(name: string): OpenScope | null;
  readonly problems: readonly PlanProblem[];
}

/** An opening of a scope, and the file it stands in. */
export interface OpeningIn {
  readonly uri: string;
  readonly draft: ScopeDraft;
}

/** What stands in a scope, and what its `north star` leads to: looked up when it is asked for. */
export interface ScopeContents {
  readonly objectives: (key: string) => readonly Objective[];
  readonly kpis: (key: string) => readonly Kpi[];
  readonly northStar: (scope: Scope) => Link<Kpi> | null;
}

/**
 * Joins the openings of each scope over all files and links the parents, in steps. `all` stands in the order in which the
 * first opening counts: its kind, and the first title that is given.
 */
export function* joiningScopes(opened: Iterable<OpeningIn>, contents: ScopeContents): Generator<void, Scopes> {
  const openings = new Map<string, OpeningIn[]>();
  for (const opening of opened) {
    const known = openings.get(opening.draft.key);
    if (known) known.push(opening);
    else openings.set(opening.draft.key, [opening]);
  }
  yield;
  const problems: PlanProblem[] = [];
  const byKey = new Map<string, OpenScope>();
  for (const [key, all] of openings) {
    const scope = joined(key, all, contents, problems);
    if (scope) byKey.set(key, scope);
    yield;
  }
  const titles = yield* joiningTitles(byKey.values());
  const find = (name: string): OpenScope | null =>
    byKey.get(idKey(name)) ?? byKey.get(slug(name)) ?? titles.get(slug(name)) ?? null;
  const all = [...byKey.values()];
  for (const [key, each] of openings) {
    const scope = byKey.get(key);
    if (scope) linkParent(scope, each, find, byKey, problems);
    yield;
  }
  breakLoops(byKey, problems);
  for (const scope of all) if (scope.parent) byKey.get(scope.parent.key)?.children.push(scope);
  return { all, byKey, find, problems };
}

/** Scopes by the slug of their title, where only one has it. */
function* joiningTitles(scopes: Iterable<OpenScope>): Generator<void, ReadonlyMap<string, OpenScope>> {
  const titles = new Map<string, OpenScope | null>();
  for (const scope of scopes) {
    const key = slug(scope.title);
    titles.set(key, titles.has(key) ? null : scope);
    yield;
  }
  return new Map([...titles].flatMap(([key, scope]) => (scope ? [[key, scope] as const] : [])));
}

function joined(
  key: string,
  opened: readonly OpeningIn[],
  contents: ScopeContents,
  problems: PlanProblem[],
): OpenScope | null {
  const [first] = opened;
  if (!first) return null;
  const { header } = first.draft;
  const titled = opened.find(({ draft }) => draft.header.title)?.draft.header.title?.text;
  for (const other of opened) {
    if (other.draft.header.header !== header.header) problems.push(otherKind(key, first, other));
  }
  return {
    kind: header.header,
    key,
    id: header.id?.text ?? key,
    title: titled ?? header.id?.text ?? key,
    headers: opened.map(({ uri, draft }) => ({ uri, block: draft.block, header: draft.header })),
    properties: opened.length === 1 ? first.draft.properties : merged(opened, problems),
    parentLink: null,
    parent: null,
    children: [],
    lead: opened.flatMap(({ uri, draft }) => peopleOf(uri, draft.values.lead)),
    members: opened.flatMap(({ uri, draft }) => peopleOf(uri, draft.values.members)),
    suppressions: opened.flatMap(({ draft }) => draft.suppressions),
    get northStar() {
      return contents.northStar(this);
    },
    get objectives() {
      return contents.objectives(key);
    },
    get kpis() {
      return contents.kpis(key);
    },
  };
}

function nameSpan(draft: ScopeDraft): { from: number; to: number } {
  return draft.header.id ?? draft.header.title ?? draft.header.keyword;
}

function otherKind(key: string, first: OpeningIn, other: OpeningIn): PlanProblem {
  const { keyword } = first.draft.header;
  const written = other.draft.header.keyword;
  return {
    rule: 'OKR005',
    severity: 'error',
    message: said`"${key}" is a ${first.draft.header.header} elsewhere and a ${other.draft.header.header} here. Give one of them another id.`,
    place: { uri: other.uri, block: other.draft.block, span: nameSpan(other.draft) },
    related: [
      {
        place: { uri: first.uri, block: first.draft.block, span: nameSpan(first.draft) },
        message: said`A ${first.draft.header.header} here`,
      },
    ],
    fixes: [
      {
        title: said`Write ${keyword.text}`,
        safe: false,
        edits: [{ place: { uri: other.uri, block: other.draft.block, span: written }, newText: keyword.text }],
      },
    ],
  };
}

/** The properties of all openings; where they say different things of what is one, the first counts. */
function merged(opened: readonly OpeningIn[], problems: PlanProblem[]): Scope['properties'] {
  const all = new Map<PropertyName, readonly PropertyUse[]>();
  const from = new Map<PropertyName, OpeningIn>();
  for (const opening of opened) {
    for (const [name, uses] of opening.draft.properties) {
      const before = all.get(name);
      const [first] = before ?? [];
      const [use] = uses;
      const where = from.get(name);
      all.set(name, before ? [...before, ...uses] : uses);
      if (!where) from.set(name, opening);
      else if (first && use && !PROPERTIES[name].repeats && first.line.value.text !== use.line.value.text) {
        problems.push({
          rule: 'OKR004',
          severity: 'error',
          message: said`${headerName(opening.draft.header)} has another "${name}" elsewhere: ${first.line.value.text}. The first one counts.`,
          place: { uri: opening.uri, block: use.block, span: use.line.name },
          related: [
            {
              place: { uri: where.uri, block: first.block, span: first.line.name },
              message: said`The one that counts`,
            },
          ],
          fixes: [],
        });
      }
    }
  }
  return all;
}

function linkParent(
  scope: OpenScope,
  opened: readonly OpeningIn[],
  find: Scopes['find'],
  byKey: ReadonlyMap<string, OpenScope>,
  problems: PlanProblem[],
): void {
  for (const { uri, draft } of opened) {
    const { parent } = draft.values;
    if (!parent) continue;
    const { reference, text } = parent.value;
    const found = reference.parts.length === 1 ? find(reference.parts[0]?.text ?? '') : null;
    const target = found === scope ? null : found;
    const place = { uri, block: parent.block, span: text };
    const link: Link<Scope> = { reference, place, target, candidates: target ? [target] : [] };
    scope.parentLink ??= link;
    if (scope.parentLink === link) scope.parent = target;
    if (!target) problems.push(unknownScope(link, scope, byKey.keys()));
  }
}

function referenceText(reference: Reference): string {
  return reference.parts.map((part) => part.text).join('.') + (reference.cycle ? `@${reference.cycle.text}` : '');
}

function unknownScope(link: Link<Scope>, scope: OpenScope, keys: Iterable<string>): PlanProblem {
  const written = referenceText(link.reference);
  const itself = idKey(written) === scope.key;
  const near = nearest(written, keys).filter((key) => key !== scope.key);
  return {
    rule: 'OKR006',
    severity: 'error',
    message: itself
      ? said`${scope.kind} ${scope.id} cannot be its own parent.`
      : said`No company, department, team or person bears the id "${written}".`,
    place: link.place,
    related: [],
    fixes: near.slice(0, 3).map((key) => ({
      title: said`Write ${key}`,
      safe: near.length === 1,
      edits: [{ place: link.place, newText: key }],
    })),
  };
}

/** Scopes that are parents of one another in a loop: none of them keeps its parent, and each says so. */
function breakLoops(byKey: ReadonlyMap<string, OpenScope>, problems: PlanProblem[]): void {
  const parentOf = (scope: Scope): readonly Scope[] => (scope.parent ? [scope.parent] : []);
  for (const loop of loopsOf<Scope>(byKey.values(), parentOf)) {
    for (const member of loop) {
      if (!member.parent || !member.parentLink) continue;
      const way = loopThrough(loop, member, member.parent, parentOf);
      const list = way?.map((scope) => scope.id).join(' → ') ?? said`${loop.size} scopes in a loop`;
      problems.push({
        rule: 'OKR007',
        severity: 'error',
        message: said`${member.kind} ${member.id} is part of itself: ${list}.`,
        place: member.parentLink.place,
        related: [],
        fixes: [],
      });
    }
    for (const member of loop) {
      const scope = byKey.get(member.key);
      if (scope) scope.parent = null;
    }
  }
}
