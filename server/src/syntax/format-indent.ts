import { isBulleted } from './frame.ts';
import { isForeignToKpis, PROPERTIES } from './properties.ts';
import type { Owner, PropertyName } from './properties.ts';
import type { Block, HeaderLine, ItemKind, Line } from './tree.ts';

/** A header that is open: how far it stands in as written, in characters, and the white space that it gets. */
interface Holder {
  readonly kind: Owner;
  readonly indent: number;
  readonly printed: string;
  /** True where it stands behind a bullet. */
  readonly bulleted: boolean;
  /** The properties that it got so far. */
  readonly properties: Set<PropertyName>;
}

function has(kind: Owner, property: PropertyName): boolean {
  const of: readonly Owner[] = PROPERTIES[property].of;
  return of.includes(kind);
}

/**
 * Gives each line its indentation: scopes and cycles at the margin, objectives and KPIs in their scope, key results in
 * their objective, and what belongs to an item one step further in. A property that counts for another item than its
 * indentation says keeps saying so (OKR008): to indent it would hide the mistake.
 */
export class Indenter {
  readonly #unit: string;
  #open: readonly Holder[] = [];
  #section: Holder | null = null;
  #body = '';
  /** True once another line shows that the section below the header is not indented at all. */
  #flat = false;

  /** `unit` is one step. */
  constructor(unit: string) {
    this.#unit = unit;
  }

  /** The indentation of a header. `kept` is the white space of one that is not to be changed. */
  header(block: Block, line: HeaderLine, kept: string | null): string {
    this.#flat = false;
    const { header } = line;
    if (header === 'cycle') {
      const printed = kept ?? '';
      this.#open = this.#open.filter(({ kind }) => !isItem(kind));
      this.#section = null;
      this.#body = this.#below(this.#open.at(-1)?.printed ?? printed);
      return printed;
    }
    const printed = kept ?? this.#place(block, line, header);
    const bulleted = isListed(block, line);
    this.#section = { kind: header, indent: line.indent, printed, bulleted, properties: new Set() };
    this.#open = [...this.#stillOpen(header), this.#section];
    this.#body = this.#below(printed);
    return printed;
  }

  /** The indentation of a plural label: that of the items below it. */
  label(items: ItemKind): string {
    const printed = this.#itemPlace(items);
    this.#section = null;
    this.#body = printed;
    return printed;
  }

  /** The indentation of any line that is no header, blank line or comment. */
  line(block: Block, line: Line): string {
    const section = this.#section;
    const out = section !== null && isNested(section.kind) && line.indent <= section.indent;
    if (line.kind === 'property' && line.property !== null) {
      return this.#property(line.property, line.indent, out, isListed(block, line));
    }
    if (out && (line.kind === 'entry' || line.kind === 'initiative')) this.#flat = true;
    return this.#body;
  }

  /** The indentation of what stands in the item above. */
  get body(): string {
    return this.#body;
  }

  #below(printed: string): string {
    return printed + this.#unit;
  }

  #property(name: PropertyName, indent: number, out: boolean, bulleted: boolean): string {
    if (this.#open.at(-1)?.kind === 'kpi' && isForeignToKpis(name)) return this.#body;
    const having = this.#open.filter(({ kind }) => has(kind, name));
    const holder = having.at(-1);
    if (holder === undefined) return this.#body;
    const outer = having.at(-2);
    holder.properties.add(name);
    const behindList =
      outer?.indent === holder.indent &&
      indent === holder.indent &&
      holder.bulleted &&
      !bulleted &&
      !outer.properties.has(name);
    if (behindList) return holder.printed;
    const misleads =
      outer !== undefined &&
      outer.indent < holder.indent &&
      outer.printed.length < holder.printed.length &&
      indent <= holder.indent;
    if (holder !== this.#section) return misleads ? holder.printed : this.#below(holder.printed);
    if (out && !has('objective', name)) this.#flat = true;
    return misleads && !this.#flat ? holder.printed : this.#body;
  }

  #place(block: Block, line: HeaderLine, header: Owner): string {
    if (!isItem(header)) return '';
    const objective = this.#open.find(({ kind }) => kind === 'objective');
    if (header === 'kpi' && objective !== undefined && objective.indent < line.indent && misleadsIn(block, line)) {
      return this.#below(objective.printed);
    }
    return this.#itemPlace(header);
  }

  #itemPlace(kind: ItemKind): string {
    const scope = this.#open.find((holder) => !isItem(holder.kind));
    const objective = kind === 'kr' ? this.#open.find((holder) => holder.kind === 'objective') : undefined;
    const around = objective ?? scope;
    return around === undefined ? '' : this.#below(around.printed);
  }

  #stillOpen(kind: Owner): readonly Holder[] {
    if (!isItem(kind)) return [];
    return this.#open.filter((holder) => {
      if (kind === 'objective') return !isItem(holder.kind);
      return holder.kind !== 'kpi' && (kind === 'kpi' || holder.kind !== 'kr');
    });
  }
}

function isListed({ text }: Block, { from, indent, content }: Line): boolean {
  return isBulleted(text.slice(from + indent, content));
}

function isItem(kind: Owner): kind is ItemKind {
  return kind === 'objective' || kind === 'kr' || kind === 'kpi';
}

function isNested(kind: Owner): boolean {
  return kind === 'kr' || kind === 'kpi';
}

/** True where a property of a KPI stands no further in than its header, and no line before shows that none is indented. */
function misleadsIn({ lines }: Block, { indent }: HeaderLine): boolean {
  for (const line of lines) {
    if (line.indent > indent) continue;
    if (line.kind === 'entry' || line.kind === 'initiative') return false;
    if (line.kind !== 'property' || line.property === null || !has('kpi', line.property)) continue;
    return has('objective', line.property);
  }
  return false;
}
