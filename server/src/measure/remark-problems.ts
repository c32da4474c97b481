import { explainQuantity } from './read-quantity.ts';
import type { Segment } from './segments.ts';
import { hint } from './value-problem.ts';
import type { ValueFix, ValueProblem } from './value-problem.ts';

/** Words that planners use for what the language calls otherwise, where they are a whole segment. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  green: 'on track',
  ontrack: 'on track',
  amber: 'at risk',
  yellow: 'at risk',
  red: 'off track',
  behind: 'off track',
  completed: 'done',
  complete: 'done',
  finished: 'done',
  shipped: 'done',
  cancelled: 'dropped',
  canceled: 'dropped',
  abandoned: 'dropped',
  paused: 'postponed',
  'on hold': 'postponed',
  deferred: 'postponed',
  reopened: 'active',
  unblocked: 'active',
};

const BEGINS_LIKE =
  /^(on[ -]track|at[ -]risk|off[ -]track|done|dropped|postponed|blocked|closed|active)(?![\p{L}\d])[\s:;,.–—-]*/iu;
const BEGINS_LIKE_CONFIDENCE = /^(confidence|confident|conf)(?![\p{L}\d])/iu;
const MOODS = /track|risk/i;

/** Enough of a remark to see how it begins. */
const BEGINNING = 200;

/**
 * Hints about a remark that begins like something else. `segment` is its first segment; `first` says that it begins the
 * line, where alone a state or a value may stand, and `hasValue` that a value stands before it.
 */
export function remarkProblems(segment: Segment, first: boolean, hasValue: boolean): readonly ValueProblem[] {
  const text = segment.text.slice(0, BEGINNING);
  const other = segment.text.length < BEGINNING ? OTHER_WORDS[text.toLowerCase()] : undefined;
  if (other && Object.hasOwn(OTHER_WORDS, text.toLowerCase()) && (first || MOODS.test(other))) {
    const says = `Read as a remark. If the state is meant, write ${other}.`;
    return [hint(says, segment.from, segment.to, replace(segment, `Write ${other}`, other))];
  }
  const match = BEGINS_LIKE.exec(text);
  if (match?.[1]) return beginsLike(segment, match[1], match[0].length, first);
  if (BEGINS_LIKE_CONFIDENCE.test(text)) {
    const says = 'Read as a remark. A confidence is a number and stands between commas, e.g. confidence 0.7.';
    return [hint(says, segment.from, segment.to)];
  }
  if (!first && !hasValue && segment.text.length < BEGINNING && explainQuantity(text).quantity) {
    return [hint('Read as a remark. The level reached stands first on the line.', segment.from, segment.to)];
  }
  return [];
}

function beginsLike(segment: Segment, word: string, length: number, first: boolean): readonly ValueProblem[] {
  const state = word.toLowerCase().replace('-', ' ');
  const rest = segment.text.slice(length);
  const span = [segment.from, segment.from + word.length] as const;
  if (first || MOODS.test(state)) {
    const fix = replace(segment, `Write ${state} and a comma`, rest ? `${state}, ${rest}` : state);
    return [hint(`Read as a remark. If the state is meant, put a comma behind it: ${state}, …`, ...span, fix)];
  }
  // "34%, closed three deals" can hardly be meant as a state.
  if (rest) return [];
  return [hint(`Read as a remark. "${state}" stands first on a line of its own, with the day in front.`, ...span)];
}

function replace(segment: Segment, title: string, newText: string): ValueFix {
  return { title, from: segment.from, to: segment.to, newText };
}
