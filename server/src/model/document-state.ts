import type { Block, Tree } from '../syntax/tree.ts';
import { AT_THE_START, familyLength, sameSurroundings } from './family-draft.ts';
import type { ReadFamily, Surroundings } from './family-draft.ts';
import { Family } from './family.ts';
import type { Item, Opening, PlanDocument, PlanProblem, Scope } from './plan.ts';
import { readFamily } from './read-family.ts';
import type { PlanTables } from './tables.ts';
import { FACET, Tracked } from './tracking.ts';
import { blockIndex } from './place.ts';

/** What a family knows of the document it stands in. */
export interface DocumentPart {
  readonly uri: string;
  /** What is computed of one of its families does not hold any more. */
  outdated(): void;
}

/** The new families of a stretch of a document, before they replace the old ones. */
interface Stretch {
  readonly blocks: readonly Block[];
  readonly entry: Surroundings;
  readonly read: ReadFamily;
}

/** A document of the plan, which stays the same object while its text changes. */
export class DocumentState extends Tracked implements PlanDocument, DocumentPart {
  readonly uri: string;
  /** Counts whatever may change what there is to say of it. */
  version = 0;
  private text: Tree = { blocks: [] };
  private parts: readonly Family[] = [];
  private readonly tables: PlanTables;
  /** How many directives for the whole file there are. */
  private directives = 0;
  private known: { items: readonly Item[]; problems: readonly PlanProblem[] | null } | null = null;

  constructor(uri: string, tables: PlanTables) {
    super();
    this.uri = uri;
    this.tables = tables;
  }

  get tree(): Tree {
    this.seen(FACET.place);
    return this.text;
  }
  get families(): readonly Family[] {
    this.seen(FACET.place);
    return this.parts;
  }
  get items(): readonly Item[] {
    this.seen(FACET.place);
    return this.lists().items;
  }
  get openings(): readonly Opening[] {
    this.seen(FACET.place);
    return this.parts.flatMap(({ openings }) => openings);
  }
  get scopes(): readonly Scope[] {
    this.seen(FACET.place);
    const scopes = this.parts.flatMap(({ draft }) =>
      draft.scopes.flatMap(({ key }) => this.tables.scopes.byKey.get(key) ?? []),
    );
    return [...new Set(scopes)];
  }
  get fileSuppressions(): PlanDocument['fileSuppressions'] {
    this.seen(FACET.place);
    return this.directives === 0 ? [] : this.parts.flatMap(({ draft }) => draft.fileSuppressions);
  }
  get problems(): readonly PlanProblem[] {
    this.seen(FACET.place);
    const lists = this.lists();
    lists.problems ??= inTextOrder(
      this.text,
      this.parts.flatMap(({ problems }) => problems),
    );
    return lists.problems;
  }

  outdated(): void {
    this.known = null;
    this.version++;
  }

  forget(): void {
    this.outdated();
  }

  /** Takes on another tree. Families whose blocks are the same objects are kept. */
  become(tree: Tree): void {
    const before = this.text.blocks;
    const { blocks } = tree;
    this.text = tree;
    const head = commonHead(before, blocks);
    const tail = commonTail(before, blocks, head);
    let first = 0;
    let start = 0;
    for (; first < this.parts.length; first++) {
      const end = start + (this.parts[first]?.blocks.length ?? 0);
      if (end >= head) break;
      start = end;
    }
    if (!this.replaceFrom(first, start, blocks, before.length - tail, blocks.length - before.length)) {
      this.replaceAll(blocks);
    }
    this.outdated();
    this.changed(FACET.place);
  }

  leave(): void {
    for (const family of this.parts) family.leave();
    this.parts = [];
    this.directives = 0;
    this.changed();
  }

  /**
   * Reads families again from one on, until what follows is as it was. `kept` is the index of the old block from which on all
   * blocks are the same, `shift` how far they moved. False where a family reaches out of itself.
   */
  private replaceFrom(first: number, from: number, blocks: readonly Block[], kept: number, shift: number): boolean {
    const stretches: Stretch[] = [];
    let last = first;
    let lastStart = from;
    let entry = this.parts[first - 1]?.exit ?? AT_THE_START;
    let at = from;
    while (at < blocks.length) {
      while (last < this.parts.length && lastStart + shift < at) lastStart += this.parts[last++]?.blocks.length ?? 0;
      const next = this.parts[last];
      if (next?.entry && lastStart >= kept && lastStart + shift === at && sameSurroundings(next.entry, entry)) {
        this.replace(first, last, stretches);
        return true;
      }
      const own = blocks.slice(at, at + familyLength(blocks, at));
      const read = readAsBefore(this.parts[first + stretches.length], own, entry) ?? readFamily(own, entry);
      if (read.reachesOut) return false;
      stretches.push({ blocks: own, entry, read });
      entry = read.exit;
      at += own.length;
    }
    this.replace(first, this.parts.length, stretches);
    return true;
  }

  /** Reads the whole file as one family. */
  private replaceAll(blocks: readonly Block[]): void {
    const read = readFamily(blocks, AT_THE_START);
    this.replace(0, this.parts.length, [{ blocks, entry: AT_THE_START, read }]);
  }

  private replace(first: number, last: number, stretches: readonly Stretch[]): void {
    const old = this.parts.slice(first, last);
    const renewed = stretches.map((_, index) => old[index] ?? new Family(this, this.tables));
    const parts =
      old.length === renewed.length ? this.parts : this.parts.slice(0, first).concat(renewed, this.parts.slice(last));
    if (parts !== this.parts) parts.forEach((family, index) => (family.index = index));
    this.parts = parts;
    for (const family of old) this.directives -= family.draft.fileSuppressions.length;
    for (const { read } of stretches) this.directives += read.draft.fileSuppressions.length;
    for (const family of old.slice(renewed.length)) family.leave();
    stretches.forEach(({ blocks, entry, read }, index) => {
      const family = renewed[index];
      if (family === undefined) return;
      if (family.draft === read.draft) return;
      family.entry = entry;
      family.exit = read.exit;
      family.become(blocks, read.draft);
    });
  }

  private lists(): { items: readonly Item[]; problems: readonly PlanProblem[] | null } {
    if (this.known === null) {
      const items: Item[] = [];
      for (const { handles } of this.parts) {
        for (const handle of handles) {
          const { self } = handle;
          if (self === handle) items.push(self);
        }
      }
      this.known = { items, problems: null };
    }
    return this.known;
  }
}

/** What was read of a family, where it is read again of the same blocks in the same place: it stands between two edits. */
function readAsBefore(family: Family | undefined, blocks: readonly Block[], entry: Surroundings): ReadFamily | null {
  if (family?.entry == null || family.exit === null || family.blocks.length !== blocks.length) return null;
  if (!sameSurroundings(family.entry, entry) || !blocks.every((block, index) => block === family.blocks[index]))
    return null;
  return { draft: family.draft, exit: family.exit, reachesOut: false };
}

function commonHead(a: readonly Block[], b: readonly Block[]): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at++;
  return at;
}

function commonTail(a: readonly Block[], b: readonly Block[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let at = 0;
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}

function inTextOrder(tree: Tree, problems: readonly PlanProblem[]): readonly PlanProblem[] {
  if (problems.length < 2) return problems;
  const at = ({ place }: PlanProblem): number => blockIndex(tree, place.block) ?? 0;
  return [...problems].sort((a, b) => at(a) - at(b) || a.place.span.from - b.place.span.from);
}
