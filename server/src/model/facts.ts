import { compact } from '../syntax/compact.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Owner, PropertyName } from '../syntax/properties.ts';
import type { Block, HeaderLine, Line, Span } from '../syntax/tree.ts';
import { entryOf } from './entries.ts';
import { readValues } from './item-values.ts';
import type { ItemValues } from './item-values.ts';
import { inOrder, traitsOf } from './journal.ts';
import type { JournalTraits } from './journal.ts';
import type { LocalProblem } from './local-problem.ts';
import type { Initiative, JournalEntry, PropertyUse, Suppression } from './plan.ts';
import { valueProblems } from './values.ts';

/** A note before its file has a URI: lines of notes in a row are one. */
export interface NoteFact {
  readonly text: string;
  readonly block: Block;
  readonly span: Span;
}

/**
 * A header and the lines below it in its block, up to the next header of the block: all that can be said of them without
 * looking outside. `header` is null for lines that stand above the first header of a file or below a plural label.
 */
export interface Section {
  readonly header: HeaderLine | null;
  readonly block: Block;
  /** Directives directly above the header, and those below it, which are for the next item. */
  readonly above: readonly Suppression[];
  readonly below: readonly Suppression[];
  /** Properties that the header's kind has. */
  readonly own: ReadonlyMap<PropertyName, readonly PropertyUse[]>;
  readonly values: ItemValues;
  /** Those of `own` that stand no deeper than the header does, where other lines do not stand there as well. */
  readonly shallow: readonly PropertyUse[];
  /** Properties of the language that the header's kind does not have. */
  readonly strays: readonly PropertyUse[];
  readonly journal: readonly JournalEntry[];
  readonly traits: JournalTraits;
  readonly initiatives: readonly Initiative[];
  readonly notes: readonly NoteFact[];
}

/** What a block says. Remembered for each block, so that an unchanged block is read once. */
export interface BlockFacts {
  readonly sections: readonly Section[];
  /** `okr-ignore-file` directives. */
  readonly fileSuppressions: readonly Suppression[];
  readonly problems: readonly LocalProblem[];
}

const remembered = new WeakMap<Block, BlockFacts>();

export function factsOf(block: Block): BlockFacts {
  let facts = remembered.get(block);
  if (!facts) {
    facts = readBlock(block);
    remembered.set(block, facts);
  }
  return facts;
}

/** True where items of this kind have properties of this name. */
export function hasProperty(kind: Owner, property: PropertyName): boolean {
  const of: readonly Owner[] = PROPERTIES[property].of;
  return of.includes(kind);
}

function readBlock(block: Block): BlockFacts {
  const sections: Section[] = [];
  const fileSuppressions: Suppression[] = [];
  const problems: LocalProblem[] = [];
  let header: HeaderLine | null = null;
  let lines: Line[] = [];
  let above: Suppression[] = [];
  for (const line of block.lines) {
    if (line.kind === 'directive' && line.wholeFile) fileSuppressions.push({ line, block });
    else if (line.kind === 'header') {
      if (header || lines.length > 0) sections.push(readSection(block, header, lines, above, problems));
      if (header || lines.length > 0) above = [];
      header = line;
      lines = [];
    } else if (line.kind === 'directive' && !header && lines.length === 0) above.push({ line, block });
    else if (header || !WITHOUT_MEANING.has(line.kind)) lines.push(line);
  }
  if (header || lines.length > 0) sections.push(readSection(block, header, lines, above, problems));
  else if (above.length > 0) sections.push({ ...readSection(block, null, [], [], problems), below: above });
  return { sections: compact(sections), fileSuppressions: compact(fileSuppressions), problems: compact(problems) };
}

const WITHOUT_MEANING: ReadonlySet<Line['kind']> = new Set(['blank', 'comment', 'error', 'label']);
const NO_PROPERTIES: Section['own'] = new Map();

function readSection(
  block: Block,
  header: HeaderLine | null,
  lines: readonly Line[],
  above: readonly Suppression[],
  problems: LocalProblem[],
): Section {
  const below: Suppression[] = [];
  const own = new Map<PropertyName, PropertyUse[]>();
  const shallow: PropertyUse[] = [];
  const strays: PropertyUse[] = [];
  const journal: JournalEntry[] = [];
  const initiatives: Initiative[] = [];
  const notes: NoteFact[] = [];
  const kind = header && header.header !== 'cycle' ? header.header : null;
  const nested = kind === 'kr' || kind === 'kpi' ? header : null;
  let flat = false;
  let last: Line | null = null;
  for (const line of lines) {
    const out = nested !== null && line.indent <= nested.indent;
    switch (line.kind) {
      case 'property': {
        if (line.property === null) break;
        const use = { line, block };
        if (!kind || !hasProperty(kind, line.property)) {
          strays.push(use);
          break;
        }
        for (const problem of valueProblems(block, line)) problems.push(problem);
        const uses = own.get(line.property);
        if (uses) uses.push(use);
        else own.set(line.property, [use]);
        if (!out) break;
        if (!hasProperty('objective', line.property)) flat = true;
        else if (!flat) shallow.push(use);
        break;
      }
      case 'entry': {
        const read = entryOf(block, line);
        if (read.entry) journal.push(read.entry);
        problems.push(...read.problems);
        flat ||= out;
        break;
      }
      case 'initiative':
        initiatives.push({ line, block });
        flat ||= out;
        break;
      case 'note': {
        const before = last?.kind === 'note' ? notes.pop() : undefined;
        notes.push({
          text: before ? `${before.text}\n${line.body.text}` : line.body.text,
          block,
          span: { from: before ? before.span.from : line.content, to: line.end },
        });
        break;
      }
      case 'directive':
        below.push({ line, block });
        break;
      default:
    }
    last = line;
  }
  const ordered = journal.length > 1 ? inOrder(journal) : journal;
  return {
    header,
    block,
    values: readValues(own),
    traits: traitsOf(ordered),
    above: compact(above),
    below: compact(below),
    own: own.size > 0 ? own : NO_PROPERTIES,
    shallow: compact(shallow),
    strays: compact(strays),
    journal: compact(ordered),
    initiatives: compact(initiatives),
    notes: compact(notes),
  };
}
