import type { ItemDraft } from './drafts.ts';
import { derived, ItemHandle } from './item-handle.ts';
import { useOf } from './item-values.ts';
import { inOrder } from './journal.ts';
import { kpiKey } from './keys.ts';
import type {
  JournalEntry,
  KeyResult,
  Kpi,
  KpiDeclaration,
  Link,
  Note,
  Objective,
  OwnerOf,
  Properties,
  PropertyUse,
  ToldEntry,
} from './plan.ts';
import type { PropertyName } from '../syntax/properties.ts';
import { FACET } from './tracking.ts';

/**
 * A header of a KPI. Headers with one id in one scope are one KPI: the first of them in the plan stands for all, and what
 * they say is joined in it. The others are no items of the plan.
 */
export class KpiHandle extends ItemHandle implements Kpi {
  readonly kind = 'kpi';

  /** All openings of this KPI, the first in the plan first. */
  get openings(): readonly KpiHandle[] {
    const key = this.sharedKey;
    if (key === null) return [this];
    const all = this.family.tables.declarations.get(key);
    return all.length === 0 ? [this] : all;
  }
  /** The header that stands for the KPI. */
  override get self(): KpiHandle {
    return this.openings[0] ?? this;
  }
  /** The key by which openings are found to be of one KPI; null where this one stands by itself. */
  get sharedKey(): string | null {
    this.seen(FACET.frame);
    return sharedKeyIn(this);
  }

  /** What its headers say is joined: whoever looks at it looks at each of them. */
  private seenInAll(facets: number): void {
    for (const header of this.openings) header.seen(facets);
  }

  override get title(): string {
    this.seenInAll(FACET.title);
    const { text } = this.draft.header.title;
    return text === '' ? joined(this).title : text;
  }
  override get owner(): OwnerOf | null {
    this.seenInAll(FACET.properties | FACET.anchor);
    return this.ownOwner ?? joined(this).owner;
  }
  override get notes(): readonly Note[] {
    this.seenInAll(FACET.body | FACET.anchor);
    return joined(this).notes ?? super.notes;
  }
  override get told(): readonly ToldEntry[] {
    this.seenInAll(FACET.figures | FACET.anchor);
    return joined(this).journal ?? super.told;
  }
  override get journal(): readonly JournalEntry[] {
    this.seenInAll(FACET.journal | FACET.anchor);
    return joined(this).journal ?? super.journal;
  }
  override get suppressions(): ItemDraft['suppressions'] {
    this.seenInAll(FACET.body | FACET.anchor);
    return joined(this).suppressions ?? super.suppressions;
  }
  override get tags(): readonly string[] {
    this.seenInAll(FACET.properties | FACET.anchor);
    return joined(this).tags ?? super.tags;
  }
  override get properties(): Properties {
    this.seenInAll(FACET.properties | FACET.anchor);
    return joined(this).properties ?? super.properties;
  }
  get declarations(): readonly KpiDeclaration[] {
    this.seenInAll(FACET.header | FACET.properties | FACET.anchor | FACET.frame);
    return joined(this).declarations;
  }
  get watches(): readonly Link<Objective>[] {
    return this.openings.flatMap((header) => {
      header.seenLinks();
      return header.links.watches;
    });
  }
  get measuredBy(): readonly KeyResult[] {
    return this.family.tables.measurers.get(this);
  }

  override get baseKey(): string {
    return kpiKey(this.draft.part, this.scope);
  }
}

const sharedKeyIn = derived(({ draft, scope }: KpiHandle) =>
  draft.header.id && scope !== 'unknown' ? kpiKey(draft.part, scope) : null,
);

const JOINED =
  FACET.place | FACET.title | FACET.header | FACET.properties | FACET.journal | FACET.body | FACET.frame | FACET.anchor;

/** What the openings of a KPI say together; null fields are those of its only header. */
const joined = derived((kpi: KpiHandle) => {
  const { openings } = kpi;
  const declarations = openings.map(declarationOf);
  if (openings.length === 1) {
    return {
      title: '',
      owner: null,
      notes: null,
      journal: null,
      suppressions: null,
      tags: null,
      properties: null,
      declarations,
    };
  }
  for (const header of openings) header.seen(JOINED);
  const all = <T>(each: (header: KpiHandle) => readonly T[]): readonly T[] => openings.flatMap(each);
  return {
    title: openings.find(({ draft }) => draft.header.title.text !== '')?.draft.header.title.text ?? '',
    owner: openings.map(({ ownOwner }) => ownOwner).find((owner) => owner !== null) ?? null,
    notes: all((header) => header.ownNotes),
    journal: inOrder(all(({ draft }) => draft.journal)),
    suppressions: all(({ draft }) => draft.suppressions),
    tags: [...new Set(all(({ draft }) => draft.values.tags))],
    properties: propertiesOf(openings),
    declarations,
  };
});

function declarationOf({ uri, draft, cycle }: KpiHandle): KpiDeclaration {
  return { uri, block: draft.block, header: draft.header, cycle, target: useOf(draft.properties, 'target') };
}

/** The properties of all openings, those of the first before those of the others. */
function propertiesOf(openings: readonly KpiHandle[]): Properties {
  const properties = new Map<PropertyName, readonly PropertyUse[]>();
  for (const { draft } of openings) {
    for (const [name, uses] of draft.properties) properties.set(name, [...(properties.get(name) ?? []), ...uses]);
  }
  return properties;
}
