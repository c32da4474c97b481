import { said } from '../syntax/said.ts';
import type { Said } from '../syntax/said.ts';
import { numberInRemark } from './lost-level.ts';
import { explainQuantity, readQuantityAt } from './read-quantity.ts';
import type { Segment } from './segments.ts';
import { readShare } from './share.ts';
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
  achieved: 'done',
  yes: 'done',
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
const BEGINS_LIKE_CONFIDENCE = /^(?:(?:confidence|confident|conf)|\d[\d.,%/]*\s+confident)(?![\p{L}\d])/iu;
/** "conf 6/10", "conf. = 0.6": a confidence but for its word. */
const CONFIDENCE_SHORT = /^conf(?:ident)?[\s.:=]*(\d\S*)$/iu;
const MOODS = /track|risk/i;
/** What may stand behind a value, wherever it begins. */
const MOOD_OR_CONFIDENCE = /[\s;:.|–—-]+(?:(?:on|at|off)[ -](?:track|risk)|confidence|conf)(?![\p{L}\d])/iu;
/** "3 pilots are at risk" is a sentence, and its three is no level reached. */
const SENTENCE = /\s(?:is|are|was|were|be|been|remains?|stays?|still|now|not)$/i;
/** What separates a value from words behind it where its writer left out the comma. */
const INSTEAD_OF_COMMA = /^(?:\s*[;:|–—]\s*(?=\p{L})|\s+-?\s*(?=[\p{L}(])|(?=\())/u;
/** What planners put before the level reached. */
const BEFORE_LEVEL = /^(?:(?:now|currently|stands|we are|we're)(?:\s+at)?|at|reached|up to|down to)\s+(?=[\p{Sc}\d])/iu;
/** "2 of our agents", "5 more": the number belongs to the words. */
const GOES_ON = /^(?:of|out|to|and|or|more|fewer|less|further|other|per|in|a|an|confident|confidence)(?![\p{L}\d])/iu;

/** Enough of a remark to see how it begins. */
const BEGINNING = 200;

/**
 * Hints about a remark that begins like something else. `segment` is its first segment, `remark` all of it; `first` says that
 * it begins the line, where alone a state or a value may stand, and `hasValue` that a value stands before it.
 */
export function remarkProblems(
  segment: Segment,
  remark: Segment,
  first: boolean,
  hasValue: boolean,
): readonly ValueProblem[] {
  const text = segment.text.slice(0, BEGINNING);
  const other = segment.text.length < BEGINNING ? OTHER_WORDS[text.toLowerCase()] : undefined;
  if (other && Object.hasOwn(OTHER_WORDS, text.toLowerCase()) && (first || MOODS.test(other))) {
    const says = said`Read as a remark. If the state is meant, write ${other}.`;
    return [hint(says, segment.from, segment.to, replace(segment, said`Write ${other}`, other))];
  }
  const match = BEGINS_LIKE.exec(text);
  if (match?.[1]) return beginsLike(segment, match[1], match[0].length, first);
  if (BEGINS_LIKE_CONFIDENCE.test(text)) {
    const says = said`Read as a remark. A confidence is a number and stands between commas, e.g. confidence 0.7.`;
    const share = CONFIDENCE_SHORT.exec(text)?.[1];
    const better = share !== undefined && readShare(share)?.inRange === true ? `confidence ${share}` : null;
    const fix = better === null ? null : replace(segment, said`Write ${better}`, better);
    return [hint(says, segment.from, segment.to, fix)];
  }
  if (first) {
    const problem = missingComma(segment, text) ?? wordsBefore(segment, text) ?? numberInRemark(remark);
    return problem ? [problem] : [];
  }
  if (hasValue) return [];
  if (segment.text.length < BEGINNING && explainQuantity(text).quantity) {
    return [hint(said`Read as a remark. The level reached stands first on the line.`, segment.from, segment.to)];
  }
  // "on track, hired 3" tells how it goes and says why; "on track, 650 so far" begins with a level.
  const problem = /^\p{Sc}?\d/u.test(text) ? numberInRemark(segment) : null;
  return problem ? [problem] : [];
}

/** A value with words behind it and no comma between: "15 on track", "34% two agents hired". Null where there is none. */
function missingComma(segment: Segment, text: string): ValueProblem | null {
  const span = beforeMood(text) ?? beforeWords(text);
  if (!span) return null;
  const value = text.slice(0, span.from);
  const at = { from: segment.from + span.from, to: segment.from + span.to };
  const fix = { title: said`Write a comma behind ${value}`, ...at, newText: ', ' };
  const says = said`Read as a remark, so that no level is told. If ${value} is the level reached, put a comma behind it.`;
  return hint(says, segment.from, at.from, fix);
}

/** "at 650", "now 34%": a level with words before it. */
function wordsBefore(segment: Segment, text: string): ValueProblem | null {
  const words = BEFORE_LEVEL.exec(text)?.[0];
  if (words === undefined || segment.text.length >= BEGINNING) return null;
  const value = text.slice(words.length);
  if (typeof explainQuantity(value).quantity?.value !== 'number') return null;
  const at = { from: segment.from, to: segment.from + words.length };
  const says = said`Read as a remark, so that no level is told. If ${value} is the level reached, it stands first on the line.`;
  return hint(says, segment.from, segment.to, { title: said`Write ${value}`, ...at, newText: '' });
}

/** The place of the missing comma, within the text. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

function beforeMood(text: string): Gap | null {
  const match = MOOD_OR_CONFIDENCE.exec(text);
  const value = match ? text.slice(0, match.index) : '';
  if (!match || SENTENCE.test(value) || typeof explainQuantity(value).quantity?.value !== 'number') return null;
  const separator = /^[\s;:.|–—-]+/.exec(match[0])?.[0] ?? '';
  return { from: match.index, to: match.index + separator.length };
}

/** A counted noun goes on to a sentence ("3 calls with legal"); a bare number, a percentage or money hardly does. */
function beforeWords(text: string): Gap | null {
  const quantity = /^[-+\p{Sc}\d]/u.test(text) ? readQuantityAt(text, 0) : null;
  if (!quantity || typeof quantity.value !== 'number' || quantity.unit?.dimension === 'count') return null;
  const separator = INSTEAD_OF_COMMA.exec(text.slice(quantity.to))?.[0];
  if (separator === undefined || GOES_ON.test(text.slice(quantity.to + separator.length))) return null;
  return { from: quantity.to, to: quantity.to + separator.length };
}

function beginsLike(segment: Segment, word: string, length: number, first: boolean): readonly ValueProblem[] {
  const state = word.toLowerCase().replace('-', ' ');
  const rest = segment.text.slice(length);
  const span = [segment.from, segment.from + word.length] as const;
  if (first || MOODS.test(state)) {
    const fix = replace(segment, said`Write ${state} and a comma`, rest ? `${state}, ${rest}` : state);
    return [hint(said`Read as a remark. If the state is meant, put a comma behind it: ${state}, …`, ...span, fix)];
  }
  // "34%, closed three deals" can hardly be meant as a state.
  if (rest) return [];
  return [hint(said`Read as a remark. "${state}" stands first on a line of its own, with the day in front.`, ...span)];
}

function replace(segment: Segment, title: Said, newText: string): ValueFix {
  return { title, from: segment.from, to: segment.to, newText };
}
