import { level } from './levels.ts';
import type { Measure } from './measure.ts';
import { readMetric } from './metric.ts';
import { withoutPromoterUnit } from './promoter-score.ts';
import type { Quantity, Unit } from './quantity.ts';
import { readQuantity } from './read-quantity.ts';
import { sameMeasure, sameQuantity } from './same-measure.ts';

/**
 * A measure as the text behind `metric: `, which reads back as the same measure. Quantities keep the words of their
 * writer where these still say the same. A name that would be read as part of the figures is set off by a colon.
 */
export function writeMetric(measure: Measure): string {
  const name = measure.name.trim().replace(/\s+/g, ' ');
  const figures = writeFigures(measure);
  const keep = measure.kind === 'hold' ? 'keep ' : '';
  if (name && (measure.kind === 'done' || measure.kind === 'tasks')) return `${name}: ${figures}`;
  const set = name ? `${name}: ` : '';
  const bare = withoutPromoterUnit({ ...measure, name });
  const forms = bare === null ? [] : [`${name} ${writeFigures(bare)}`];
  forms.push(`${keep}${name && `${name} `}${figures}`, `${keep}${set}${figures}`);
  // An arrow inside the name ("trial → paid") must not be the rightmost: a change can have one of its own.
  if (measure.kind === 'change') {
    forms.push(`${name} -> ${figures}`.trim());
    if (measure.from) forms.push(`${set}${writeLevel(measure.from)} -> ${writeChange(measure.by)}`);
  }
  // "5% -> -3%" is a change by 3%; "5% -> -3" goes below zero.
  if (measure.kind === 'move') forms.push(`${set}${writeFigures({ ...measure, to: { ...measure.to, unit: null } })}`);
  const faithful = forms.find((form) => {
    const read = readMetric(form).measure;
    return read !== null && sameMeasure(read, { ...measure, name });
  });
  return faithful ?? `${keep}${set}${figures}`;
}

function writeFigures(measure: Measure): string {
  switch (measure.kind) {
    case 'move':
      if (measure.from === null) return `-> ${writeLevel(measure.to)}`;
      return `${measure.from === 'unknown' ? '?' : writeLevel(measure.from)} -> ${writeLevel(measure.to)}`;
    case 'bound':
      return writeBound(measure.to);
    case 'hold':
      if (measure.low && measure.high) return `${writeAmount(measure.low)} .. ${writeAmount(measure.high)}`;
      return measure.low ? writeBound(measure.low) : measure.high ? writeBound(measure.high) : '';
    case 'change':
      return writeChange(measure.by) + (measure.from ? ` from ${writeLevel(measure.from)}` : '');
    case 'done':
    case 'tasks':
      return measure.kind;
  }
}

/** The writer's own words where they are still the whole quantity, else a plain form. */
function writeLevel(quantity: Quantity): string {
  const read = readQuantity(quantity.text);
  // In front of a figure, "NPS 40" would be a name and a bare number.
  const named = quantity.unit?.dimension === 'count' && /^[A-Z]{2,6}\s?[\d.]/.test(quantity.text);
  if (read && !named && sameQuantity(level(read), quantity)) return ownWords(quantity);
  return (quantity.op === '=' ? '' : `${quantity.op} `) + writeAmount(quantity);
}

/** A sign stands close to its number and apart from the word before it: else a dash would set off or join a name. */
function ownWords(quantity: Quantity): string {
  const text = quantity.text.trim();
  return typeof quantity.value !== 'number'
    ? text.replace(/^([-–—−+])\s+/, '$1')
    : text
        .replace(/([-–—−+])\s+(?=(?:[^\s\d]{1,4}\s?)?[\d.])/, ' $1')
        .replace(/\s+/g, ' ')
        .trim();
}

/** A bound has its comparator in front, even where its writer put "+" or "or more" behind it. */
function writeBound(quantity: Quantity): string {
  const read = quantity.op === '=' ? null : readQuantity(quantity.text);
  // "$12M" of a title is ">= $12M" as a bound.
  if (read && sameQuantity(level(read), { ...quantity, op: '=' })) return `${quantity.op} ${ownWords(quantity)}`;
  const text = writeLevel(quantity);
  return quantity.op === '=' || /^[<>≤≥]|^(?:at|under|over|below|above|within|no|not|up|more|less|fewer) /.test(text)
    ? text
    : `${quantity.op} ${writeAmount(quantity)}`;
}

function writeChange(quantity: Quantity): string {
  const read = readQuantity(quantity.text);
  if (read && sameQuantity(read, quantity)) return ownWords(quantity);
  const op = quantity.op === '=' ? '' : `${quantity.op} `;
  return op + (quantity.kind === 'delta' ? writeAmount(quantity, '+') : writeAmount(quantity));
}

function writeAmount(quantity: Quantity, plus = ''): string {
  const { value, unit, whole } = quantity;
  if (typeof value !== 'number') {
    return `${writeNumber(value[0], plus)} .. ${writeNumber(value[1], plus)}${writeUnit(unit)}`;
  }
  const number = writeNumber(value, plus);
  return `${whole === null ? number : `${number} of ${writeNumber(whole, '')}`}${writeUnit(unit)}`;
}

function writeUnit(unit: Unit | null): string {
  if (!unit) return '';
  const per = unit.per === null ? '' : ` per ${unit.per}`;
  if (unit.name === '') return per;
  return (unit.dimension === 'percent' || unit.name === 'x' ? unit.name : ` ${unit.name}`) + per;
}

/** All the digits of a number, without an exponent. */
function writeNumber(value: number, plus: string): string {
  const sign = value < 0 ? '-' : plus;
  const digits = String(Math.abs(value));
  const match = /^(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(digits);
  if (!match) return sign + digits;
  const whole = match[1] ?? '';
  const fraction = match[2] ?? '';
  const shift = Number(match[3]);
  if (shift >= 0) return sign + whole + fraction.padEnd(shift, '0');
  return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`;
}
