import type { CheckInReading } from '../measure/check-in.ts';
import type { Measure } from '../measure/measure.ts';
import type { Quantity } from '../measure/quantity.ts';
import { factsOf } from '../model/facts.ts';
import { readingOfLine } from '../model/values.ts';
import { PROPERTIES } from '../syntax/properties.ts';
import type { Block, HeaderKind, HeaderLine, Line, PropertyLine, Span, Text } from '../syntax/tree.ts';

/** What a token is; the order is the legend's. */
export const TOKEN_TYPES = [
  'objective',
  'keyResult',
  'kpi',
  'scope',
  'cycle',
  'person',
  'date',
  'number',
  'unit',
  'status',
  'reference',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** A stretch of one line of a block. `line` counts from the block's first line, `character` from the line's start. */
export interface BlockToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  /** An id where it is declared, a reference that has to lead somewhere, or a title that is marked only once it is dropped. */
  readonly role: 'declaration' | 'link' | 'title' | null;
  /** Where it begins in the block. */
  readonly from: number;
}

const KINDS: Readonly<Record<HeaderKind, TokenType>> = {
  company: 'scope',
  department: 'scope',
  team: 'scope',
  person: 'scope',
  objective: 'objective',
  kr: 'keyResult',
  kpi: 'kpi',
  cycle: 'cycle',
};

const remembered = new WeakMap<Block, readonly BlockToken[]>();

/** The tokens of a block in the order of the text; read once for each block. */
export function tokensOf(block: Block): readonly BlockToken[] {
  let tokens = remembered.get(block);
  if (tokens === undefined) remembered.set(block, (tokens = read(block)));
  return tokens;
}

type Put = (span: Span, type: TokenType, role?: BlockToken['role']) => void;

function read(block: Block): readonly BlockToken[] {
  const readings = new Map<Line, CheckInReading>();
  for (const { journal } of factsOf(block).sections)
    for (const entry of journal) readings.set(entry.line, entry.reading);
  const tokens: BlockToken[] = [];
  block.lines.forEach((line, index) => {
    const own: BlockToken[] = [];
    const put: Put = ({ from, to }, type, role = null) => {
      const length = to - from;
      if (length > 0) own.push({ line: index, character: from - line.from, length, type, role, from });
    };
    putLine(line, put, readings.get(line) ?? null);
    tokens.push(...own.sort((a, b) => a.from - b.from));
  });
  return tokens;
}

function putLine(line: Line, put: Put, reading: CheckInReading | null): void {
  switch (line.kind) {
    case 'header':
      putHeader(line, put);
      break;
    case 'property':
      putProperty(line, put);
      break;
    case 'entry':
      put(line.date, 'date');
      if (reading !== null) putCheckIn(line.body, reading, put);
      break;
    case 'initiative':
      for (const person of line.people) put(person, 'person');
      break;
    default:
  }
}

function putHeader(line: HeaderLine, put: Put): void {
  const type = KINDS[line.header];
  put(line.keyword, type);
  if (line.header === 'cycle') {
    if (line.name !== null) put(line.name, 'cycle', 'declaration');
    for (const day of [line.start, line.until]) if (day !== null) put(day, 'date');
    return;
  }
  if (line.id !== null) put(line.id, type, 'declaration');
  if ('number' in line) {
    put(line.title, type, 'title');
    if (line.stated !== null) put(line.stated, 'number');
  }
}

function putProperty(line: PropertyLine, put: Put): void {
  const { property, parts, value } = line;
  if (property === null) return;
  switch (PROPERTIES[property].shape) {
    case 'person':
    case 'people':
      for (const part of parts) put(part, 'person');
      break;
    case 'scope':
    case 'kpi':
    case 'reference':
    case 'references':
    case 'objectives':
      for (const part of parts) put(part, 'reference', 'link');
      break;
    case 'by':
    case 'cycle':
      put(value, 'date');
      break;
    case 'number':
    case 'share':
      put(value, 'number');
      break;
    case 'status':
      if (parts[0] !== undefined) put(parts[0], 'status');
      break;
    case 'metric':
    case 'quantity':
    case 'bound':
      for (const quantity of quantitiesOf(line)) putQuantity(value, quantity, put);
      break;
    case 'text':
    case 'links':
    case 'words':
    case 'type':
    case 'perspective':
    case 'priority':
    case 'review':
  }
}

function quantitiesOf(line: PropertyLine): readonly Quantity[] {
  const { value } = readingOfLine(line);
  if (value?.shape === 'metric') return inMeasure(value.measure);
  return value?.shape === 'quantity' || value?.shape === 'bound' ? [value.quantity] : [];
}

function inMeasure(measure: Measure): readonly Quantity[] {
  switch (measure.kind) {
    case 'move':
      return [measure.from === 'unknown' ? null : measure.from, measure.to].filter((each) => each !== null);
    case 'bound':
      return [measure.to];
    case 'hold':
      return [measure.low, measure.high].filter((each) => each !== null);
    case 'change':
      return [measure.by, measure.from].filter((each) => each !== null);
    case 'done':
    case 'tasks':
      return [];
  }
}

/** The numbers of a quantity, each with its unit; what is read is part of the value. */
function putQuantity(value: Text, { from, to }: Span, put: Put): void {
  const text = value.text.slice(from, to);
  for (const match of text.matchAll(/(\d(?:[\d.,]*\d)?)([^\S\n]*)([\p{L}\p{Sc}%][^\d<>=~→]*)?/gu)) {
    const [, number = '', gap = '', unit = ''] = match;
    const start = value.from + from + match.index;
    put({ from: start, to: start + number.length }, 'number');
    const behind = start + number.length + gap.length;
    put({ from: behind, to: behind + unit.trimEnd().length }, 'unit');
  }
}

function putCheckIn(body: Text, reading: CheckInReading, put: Put): void {
  const within = ({ from, to }: Span): Span => ({ from: body.from + from, to: body.from + to });
  switch (reading.kind) {
    case 'report':
      if (reading.valueAt !== null) putQuantity(body, reading.valueAt, put);
      if (reading.confidenceAt !== null) putQuantity(body, reading.confidenceAt, put);
      if (reading.moodAt !== null) put(within(reading.moodAt), 'status');
      break;
    case 'state':
      put(within(reading.stateAt), 'status');
      break;
    case 'moved':
      put(within(reading.whatAt), 'status');
  }
}
