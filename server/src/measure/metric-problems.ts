import { said } from '../syntax/said.ts';
import type { IToken } from 'chevrotain';
import type { Value } from './metric-value.ts';
import type { Quantity } from './quantity.ts';
import { leadingQuantity } from './read-quantity.ts';
import { error, hint, quoted } from './value-problem.ts';
import type { ValueFix, ValueProblem } from './value-problem.ts';
import * as T from './value-tokens.ts';

/** What a metric may look like, for the end of a message. */
export const SHAPES = said`Say from what to what, e.g. 31% -> 40%, or a bound such as >= 90%, or done.`;

/** Words that mean what two words of the language say. */
const SAYS_DONE = /^(?:milestone|binary|yes\/no|yes|complete|completed|finished|shipped|launched|delivered)$/i;
const SAYS_TASKS = /^(?:initiatives|checklist|todos|to-dos|checkboxes|subtasks)$/i;

/** "1:30" in a value: minutes and seconds, or hours and minutes. Null where there is none. */
export function clockIn({ text, tokens }: Value): ValueProblem | null {
  const at = tokens.findIndex(
    (token, i) =>
      token.tokenType === T.Digits &&
      tokens[i + 1]?.image === ':' &&
      /^\d{1,3}:\d{2}(?!\d)/.test(text.slice(token.startOffset, token.startOffset + 8)),
  );
  const from = tokens[at]?.startOffset;
  if (from === undefined) return null;
  const written = /^[\d:]+/.exec(text.slice(from, from + 12))?.[0] ?? '';
  const says = said`"${written}" cannot be read as a level. Write 7 h 15 min or 7 min 15 s for 7:15.`;
  return error(says, from, from + written.length);
}

/**
 * Why the tokens behind an arrow or a comparator are no quantity, with the quantity that they begin with, if any.
 * `known` is the problem of a faulty number, which then is the cause.
 */
export function explainTarget(
  value: Value,
  tokens: IToken[],
  name: string,
  known: ValueProblem | null,
): { readonly quantity: Quantity | null; readonly problem: ValueProblem } {
  if (known) return { quantity: null, problem: known };
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (!first || !last) {
    const end = value.text.trimEnd().length;
    const says = said`Nothing stands behind the arrow. Say the level to reach, e.g. -> 40%.`;
    return { quantity: null, problem: error(says, Math.max(0, end - 2), end) };
  }
  const from = first.startOffset;
  const to = last.startOffset + last.image.length;
  const quantity = leadingQuantity(tokens, value.text);
  if (!quantity) {
    const says = said`${quoted(value.text.slice(from, to))} is not a quantity. Write a number with its unit, e.g. 40% or 6 h.`;
    return { quantity: null, problem: error(says, from, to) };
  }
  const rest = value.text.slice(quantity.to, to).trim();
  const restFrom = to - rest.length;
  return {
    quantity,
    problem: error(
      said`${quoted(rest)} is not part of the quantity ${quantity.text}. A name stands before the quantities: NAME 31% -> 40%.`,
      restFrom,
      to,
      name === '' && /^\p{L}/u.test(rest) ? moveToFront(value, rest, quantity.to) : cutOff(rest, quantity.to, to),
    ),
  };
}

function moveToFront(value: Value, rest: string, end: number): ValueFix {
  const newText = `${rest} ${value.text.slice(0, end).trimStart()}`;
  return { title: said`Make ${quoted(rest)} the name`, from: 0, to: value.text.length, newText };
}

function cutOff(rest: string, from: number, to: number): ValueFix {
  return { title: said`Remove ${quoted(rest)}`, from, to, newText: '' };
}

/** A quantity that no arrow, comparator or sign introduces. `to` is a "to" in front of it. */
export function bareQuantity(quantity: Quantity, to: IToken | null): ValueProblem {
  const from = to ? to.startOffset : quantity.from;
  const fix = { title: said`Write -> ${quantity.text}`, from, to: quantity.to, newText: `-> ${quantity.text}` };
  if (to) return hint(said`Read as the level to reach. Write it as -> ${quantity.text}.`, from, quantity.to, fix);
  return error(
    said`Is ${quantity.text} a level to reach, a bound or a change? Write -> ${quantity.text}, >= ${quantity.text}, or give it a sign.`,
    from,
    quantity.to,
    fix,
  );
}

/** A band that nothing introduces: it is held. */
export function bareBand(value: Value, band: Quantity): ValueProblem {
  const at = value.tokens[0]?.startOffset ?? 0;
  const fix = { title: said`Write keep in front`, from: at, to: at, newText: 'keep ' };
  return error(
    said`A band such as ${band.text} is held all along. Write keep in front of it.`,
    band.from,
    band.to,
    fix,
  );
}

/** "+20% from 31%" is 37.2%, and often 51% is meant. */
export function percentOfPercent(by: Quantity): ValueProblem {
  const points = by.text.replace(/\s*(?:[%％]|percent|per cent|pct)\s*$/i, ' pp');
  return hint(
    said`${by.text} is relative to the baseline, which is itself a percentage. For percentage points write ${points}.`,
    by.from,
    by.to,
    { title: said`Write ${points}`, from: by.from, to: by.to, newText: points },
  );
}

/** Nothing in the value is a quantity in a place that means something. */
export function nothingToRead(value: Value): ValueProblem {
  const trimmed = value.text.trim();
  const from = value.text.indexOf(trimmed);
  const to = from + trimmed.length;
  const word = SAYS_DONE.test(trimmed) ? 'done' : SAYS_TASKS.test(trimmed) ? 'tasks' : null;
  if (word) {
    const says =
      word === 'done'
        ? said`A result that is there or not is written done.`
        : said`The share of initiatives is written tasks.`;
    return error(says, from, to, { title: said`Write ${word}`, from, to, newText: word });
  }
  return error(said`${quoted(trimmed)} says no quantity to reach. ${SHAPES}`, from, to);
}
