import type { Measure } from '../measure/measure.ts';
import { isPromoterScore } from '../measure/promoter-score.ts';
import type { Quantity } from '../measure/quantity.ts';
import type { Direction, Reading, Style } from '../measure/reading.ts';

/** A reading that rests on a `metric:` or `target:` line instead of the title. `line` is the line's value. */
export function measuredReading(title: Reading, measure: Measure, line: string): Reading {
  return {
    ...title,
    measurable: measure.kind === 'done' ? 'milestone' : 'yes',
    style: styleOf(measure, title.style),
    direction: directionOf(measure, title.direction),
    baseline: baselineOf(measure),
    targets: targetsOf(measure),
    placeholder: false,
    measure,
    because: [{ text: line, from: 0, to: line.length, says: 'this line says how it is measured' }],
  };
}

/** A level that is kept is one; what others answer when they are asked is no work of one's own, whatever the title says. */
function styleOf(measure: Measure, said: Style): Style {
  if (measure.kind === 'hold') return 'maintain';
  return (measure.kind === 'move' || measure.kind === 'bound') && isPromoterScore(measure.to.unit) ? 'outcome' : said;
}

function baselineOf(measure: Measure): Quantity | null {
  if (measure.kind !== 'move' && measure.kind !== 'change') return null;
  return measure.from === 'unknown' ? null : measure.from;
}

function targetsOf(measure: Measure): readonly Quantity[] {
  switch (measure.kind) {
    case 'move':
    case 'bound':
      return [measure.to];
    case 'hold':
      return bandOf(measure.low, measure.high);
    case 'change':
      return [measure.by];
    case 'done':
    case 'tasks':
      return [];
  }
}

/** A band is one range, a bound alone is itself. */
function bandOf(low: Quantity | null, high: Quantity | null): readonly Quantity[] {
  if (typeof low?.value === 'number' && typeof high?.value === 'number') {
    return [{ ...low, value: [low.value, high.value], op: '=' }];
  }
  return [low, high].filter((quantity) => quantity !== null);
}

/** The numbers decide where they can; else the words of the title do, and a level that neither turns is to be reached. */
function directionOf(measure: Measure, said: Direction): Direction {
  switch (measure.kind) {
    case 'move': {
      const { from, to } = measure;
      const turn = from === null || from === 'unknown' ? 0 : Math.sign(sizeOf(to) - sizeOf(from));
      return turned(turn, said);
    }
    case 'change':
      return turned(Math.sign(sizeOf(measure.by) - (measure.by.kind === 'mult' ? 1 : 0)), said);
    case 'bound':
      return turned(0, said);
    case 'hold':
      return 'maintain';
    case 'done':
    case 'tasks':
      return 'none';
  }
}

function turned(turn: number, said: Direction): Direction {
  if (turn !== 0) return turn > 0 ? 'increase' : 'decrease';
  return said === 'none' || said === 'maintain' ? 'reach' : said;
}

/** The value in the base of its dimension; the middle of a range. */
function sizeOf({ value, unit }: Quantity): number {
  const middle = typeof value === 'number' ? value : (value[0] + value[1]) / 2;
  return middle * (unit?.factor ?? 1);
}
