/**
 * Who computed what from whom. While something is computed of a part of the plan, each part that is looked at notes who
 * looks, and at which side of it; when that side changes, what was computed is forgotten. Nothing has to be declared, and
 * nothing that was not looked at costs anything.
 */

/** The sides of a part that others may look at, as bits. What is computed of a whole family is a side of its objective. */
export const FACET = {
  /** Its block, which is a new object after each edit in it. */
  place: 1,
  title: 2,
  /** Id, label, key. */
  name: 4,
  /** Scope, cycle, objective, key results. */
  frame: 8,
  /** Notes, initiatives, directives. */
  body: 16,
  /** Status, type, weight. */
  state: 32,
  /** What it refers to. */
  links: 64,
  /** How its key results and KPIs stand, and what their check-ins and initiatives say of it. */
  figures: 128,
  /** Which members a group has. */
  members: 256,
  /** What else is computed of it: scores, findings. */
  judged: 512,
  /** The line of its header. */
  header: 1024,
  properties: 2048,
  journal: 4096,
  /** Where in the plan what it says stands: whoever keeps nothing of its lines need not know. */
  anchor: 8192,
  /** The lines of its journal that move its target, baseline or deadline. */
  moves: 16384,
} as const;

/** Facets are this many bits. */
const WIDTH = 15;

/**
 * The same sides of the items that stand below an objective: of a family they are noted apart from those of the objective
 * itself, which is what others refer to.
 */
export function below(facets: number): number {
  return facets << WIDTH;
}

/** These sides of an objective and of what stands below it. */
export function throughout(facets: number): number {
  return facets | below(facets);
}

export const ALL_FACETS = throughout(2 ** WIDTH - 1);

/** What a check-in or a note changes, where it says nothing of a status: nothing is found by these. */
const REMARKS = FACET.place | FACET.anchor | FACET.journal | FACET.body | FACET.figures;

/** Whether nothing changed but check-ins and notes, so that names, groups and references are what they were. */
export function areRemarks(facets: number): boolean {
  return (facets & ~REMARKS) === 0;
}

/** Whether an item may be found by something else now, or stand elsewhere. */
export function areNames(facets: number): boolean {
  return (facets & (FACET.name | FACET.frame)) !== 0;
}

/** A part of the plan that others are computed from, and of which something is computed. */
export abstract class Tracked {
  /** What it is a part of: parts of one whole note nothing of each other, for they change together. */
  protected readonly whole: Tracked;
  private readers: Map<Tracked, number> | null = null;
  private reads: Set<Tracked> | null = null;

  constructor(whole?: Tracked) {
    this.whole = whole ?? this;
  }

  /** Forgets all that was computed of it, and says so to whom it concerns. */
  protected abstract forget(): void;

  /** Notes that whoever computes now looks at these facets. */
  seen(facets: number): void {
    if (reader === null || reader.whole === this.whole) return;
    const known = this.readers?.get(reader) ?? 0;
    if ((known & facets) === facets) return;
    (this.readers ??= new Map()).set(reader, known | facets);
    (reader.reads ??= new Set()).add(this);
  }

  /** Its facets changed: what was computed from them is forgotten, and so on. */
  changed(facets: number = ALL_FACETS): void {
    if (this.readers === null) return;
    const concerned: Tracked[] = [];
    for (const [one, looked] of this.readers) if ((looked & facets) !== 0) concerned.push(one);
    for (const one of concerned) one.outdate();
  }

  /** Whether something was computed from it. */
  isRead(): boolean {
    return this.readers !== null && this.readers.size > 0;
  }

  /** What was computed of it does not hold any more. */
  outdate(): void {
    this.lookAway();
    this.forget();
  }

  /** Nothing is computed of it any more from what was looked at. */
  protected lookAway(): void {
    if (this.reads === null) return;
    for (const one of this.reads) one.readers?.delete(this);
    this.reads.clear();
  }
}

let reader: Tracked | null = null;

/** What a piece of work on one part of a whole looked at within the whole: facets of its subject, and of the other parts. */
export interface Look {
  readonly whole: Tracked;
  readonly subject: object;
  mine: number;
  others: number;
}

let look: Look | null = null;

/** Computes something and notes in `into` what it looks at within the whole. */
export function computeLooking<T>(into: Look, compute: () => T): T {
  const outer = look;
  look = into;
  try {
    return compute();
  } finally {
    look = outer;
  }
}

/** Notes that what was looked at for another piece of work is looked at for this one. */
export function passOn({ whole, subject, mine, others }: Look): void {
  if (look === null || look.whole !== whole) return;
  if (look.subject === subject) {
    look.mine |= mine;
    look.others |= others;
  } else look.others |= mine | others;
}

/** Notes that facets of a part of a whole are looked at. */
export function noteLook(whole: Tracked, part: object, facets: number): void {
  if (look === null || look.whole !== whole) return;
  if (look.subject === part) look.mine |= facets;
  else look.others |= facets;
}

/** Computes something of a part; what is looked at meanwhile is noted for it. */
export function computeFor<T>(part: Tracked, compute: () => T): T {
  const outer = reader;
  reader = part;
  try {
    return compute();
  } finally {
    reader = outer;
  }
}
