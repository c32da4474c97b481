import type { Family } from './family.ts';
import type { In } from './item-values.ts';
import type { Person, PersonUse, Place, Plan } from './plan.ts';
import type { PersonValue } from './values.ts';

const NONE: readonly never[] = [];

/** A person as written, in the file of that URI. */
export function personOf(uri: string, { value, block }: In<PersonValue>): PersonUse {
  return { handle: value.handle, name: value.name, place: { uri, block, span: value.text } };
}

export function peopleOf(uri: string, people: readonly In<PersonValue>[]): readonly PersonUse[] {
  return people.length === 0 ? NONE : people.map((person) => personOf(uri, person));
}

/** How people are told apart: a handle and a plain name are never the same, upper and lower case always. */
function personKey(person: { readonly handle: string | null; readonly name: string }): string {
  return person.handle === null ? `name ${person.name.toLowerCase()}` : `@${person.handle.toLowerCase()}`;
}

/**
 * Everyone named as owner, contributor, lead or member, in an initiative, or by a `person` header; handles first, then
 * plain names, each in alphabetical order and once, with all places that name them.
 */
export function everyone(plan: Pick<Plan, 'scopes' | 'documents'>): readonly Person[] {
  const found = new Map<string, { handle: string | null; name: string; uses: Place[] }>();
  function add(handle: string | null, name: string, place: Place): void {
    const key = personKey({ handle, name });
    const known = found.get(key);
    if (known) known.uses.push(place);
    else found.set(key, { handle, name, uses: [place] });
  }
  function use(person: PersonUse): void {
    add(person.handle, person.name, person.place);
  }
  for (const scope of plan.scopes) {
    scope.lead.forEach(use);
    scope.members.forEach(use);
    if (scope.kind !== 'person') continue;
    for (const { uri, block, header } of scope.headers) {
      if (header.id) add(header.id.text, header.id.text, { uri, block, span: header.id });
      else if (header.title) add(null, header.title.text, { uri, block, span: header.title });
    }
  }
  for (const { items, uri } of plan.documents.values()) {
    for (const item of items) {
      if (item.owner?.kind === 'person' && !item.owner.inherited) use(item.owner.person);
      if (item.kind !== 'kpi') item.with.forEach(use);
      for (const { line, block } of item.initiatives) {
        for (const person of line.people) {
          const handle = person.text.replace(/^@/, '');
          add(handle, handle, { uri, block, span: person });
        }
      }
    }
  }
  return [...found.values()].sort(
    (a, b) => Number(a.handle === null) - Number(b.handle === null) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** All places of a family where people are named: by its scopes and items, in initiatives, and by `person` headers. */
export function namedIn({ uri, draft, handles }: Family): readonly PersonUse[] {
  const scopes = draft.scopes.flatMap(({ header, block, values }) => {
    const { id } = header;
    const self =
      header.header === 'person' && id ? [{ handle: id.text, name: id.text, place: { uri, block, span: id } }] : [];
    return [...peopleOf(uri, [...values.lead, ...values.members]), ...self];
  });
  const items = handles.flatMap((handle) => {
    const { ownOwner } = handle;
    const owner = ownOwner?.kind === 'person' ? [ownOwner.person] : NONE;
    const named = handle.draft.initiatives.flatMap(({ line, block }) =>
      line.people.map((person) => {
        const name = person.text.replace(/^@/, '');
        return { handle: name, name, place: { uri, block, span: person } };
      }),
    );
    return [...owner, ...(handle.kind === 'kpi' ? NONE : peopleOf(uri, handle.draft.values.with)), ...named];
  });
  return [...scopes, ...items];
}
